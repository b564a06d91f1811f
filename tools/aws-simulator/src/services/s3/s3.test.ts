import { refusalOf, SimulatedAccount } from "../../simulated-account.fixture";
import type { Made } from "../../simulated-account.fixture";

const BUCKET = "aws:s3/bucket:Bucket";
const ACL = "aws:s3/bucketAcl:BucketAcl";
const OWNERSHIP = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";
const ACCESS_BLOCK = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
const POLICY = "aws:s3/bucketPolicy:BucketPolicy";
const VERSIONING = "aws:s3/bucketVersioning:BucketVersioning";
const ENCRYPTION = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
const LOGGING = "aws:s3/bucketLogging:BucketLogging";
const NOTIFICATION = "aws:s3/bucketNotification:BucketNotification";
const QUEUE = "aws:sqs/queue:Queue";
const QUEUE_POLICY = "aws:sqs/queuePolicy:QueuePolicy";

const caller = "arn:aws:iam::123456789012:user/simulated";

function withBucket(name = "logs"): { account: SimulatedAccount; bucket: Made } {
  const account = new SimulatedAccount();
  return { account, bucket: account.create(BUCKET, name, { bucket: name }) };
}
function policy(...statements: object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
const allowWriter = {
  Effect: "Allow",
  Principal: { Service: "delivery.logs.amazonaws.com" },
  Action: "s3:PutObject",
  Resource: "arn:aws:s3:::logs/*",
};

describe("a bucket", () => {
  it("gets its ARN and domain names, and is born private and encrypted", () => {
    const { bucket } = withBucket();
    expect(bucket.id).toBe("logs");
    expect(bucket.outputs).toMatchObject({
      arn: "arn:aws:s3:::logs",
      bucketDomainName: "logs.s3.amazonaws.com",
      bucketRegionalDomainName: "logs.s3.us-east-1.amazonaws.com",
      bucketRegion: "us-east-1",
      bucketNamespace: "global",
      bucketPrefix: "",
      forceDestroy: false,
      hostedZoneId: "Z3AQBSTGFYJSTF",
      objectLockEnabled: false,
      requestPayer: "BucketOwner",
      serverSideEncryptionConfiguration: { rule: { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } } },
      versioning: { enabled: false, mfaDelete: false },
    });
  });

  it("is refused under a name that a bucket of any region has", () => {
    const { account } = withBucket();
    expect(refusalOf(() => account.create(BUCKET, "other", { bucket: "logs", region: "eu-west-1" }))).toEqual({
      rule: "s3/bucket-name-free",
      code: "BucketAlreadyOwnedByYou",
      message: "Your previous request to create the named bucket succeeded and you already own it.",
      remedy: 'The bucket "logs" exists in us-east-1: bucket names are unique in all accounts and regions.',
    });
  });

  it("is refused under a name that no bucket can have", () => {
    expect(refusalOf(() => new SimulatedAccount().create(BUCKET, "bad", { bucket: "Bad_Bucket" }))).toMatchObject({
      rule: "s3/bucket-name-legal",
      code: "InvalidBucketName",
      message: "The specified bucket is not valid.",
    });
  });

  it("has to exist before anything of it is configured", () => {
    const account = new SimulatedAccount();
    for (const [type, inputs] of [
      [ACCESS_BLOCK, {}],
      [POLICY, { policy: policy(allowWriter) }],
      [NOTIFICATION, { eventbridge: true }],
      [VERSIONING, { versioningConfiguration: { status: "Enabled" } }],
    ] as const) {
      expect(refusalOf(() => account.create(type, "x", { bucket: "logs", ...inputs }))).toMatchObject({
        rule: "s3/bucket-exists",
        code: "NoSuchBucket",
        message: "The specified bucket does not exist",
      });
    }
  });
});

describe("a bucket of the deprecated class", () => {
  it("is one like any other", () => {
    const account = new SimulatedAccount();
    const bucket = account.create("aws:s3/bucketV2:BucketV2", "logs", { bucket: "logs" });
    expect(bucket.outputs["arn"]).toBe("arn:aws:s3:::logs");
    expect(refusalOf(() => account.create("aws:s3/bucketAclV2:BucketAclV2", "logs", { bucket: "logs", acl: "private" })).code).toBe("AccessControlListNotSupported");
    expect(account.create(POLICY, "logs", { bucket: "logs", policy: policy(allowWriter) }).id).toBe("logs");
    expect(account.diff(bucket, { bucket: "other" }).replaces).toEqual(["bucket"]);
  });
});

describe("a bucket's ACL", () => {
  it("is refused while ACLs are off, as they are in a new bucket", () => {
    const { account } = withBucket();
    expect(account.preview(ACL, "logs", { bucket: "logs", acl: "private" })).toMatchObject({ acl: "private" });
    expect(refusalOf(() => account.create(ACL, "logs", { bucket: "logs", acl: "private" }))).toEqual({
      rule: "s3/bucket-acl-needs-acls-on",
      code: "AccessControlListNotSupported",
      message: "The bucket does not allow ACLs",
      remedy:
        "Create BucketOwnershipControls with BucketOwnerPreferred or ObjectWriter first, and let the ACL depend on them; or leave the ACL out.",
    });
  });

  it("is taken once ownership controls turn ACLs on, and reads back as grants", () => {
    const { account } = withBucket();
    account.create(OWNERSHIP, "logs", { bucket: "logs", rule: { objectOwnership: "BucketOwnerPreferred" } });
    const acl = account.create(ACL, "logs", { bucket: "logs", acl: "log-delivery-write" });
    expect(acl.id).toBe("logs,log-delivery-write");
    expect(acl.outputs["accessControlPolicy"]).toMatchObject({
      grants: [
        { permission: "FULL_CONTROL" },
        { permission: "WRITE", grantee: { uri: "http://acs.amazonaws.com/groups/s3/LogDelivery" } },
        { permission: "READ_ACP" },
      ],
    });
  });

  it("is refused when it is public and public ACLs are blocked", () => {
    const { account } = withBucket();
    account.create(OWNERSHIP, "logs", { bucket: "logs", rule: { objectOwnership: "ObjectWriter" } });
    expect(refusalOf(() => account.create(ACL, "logs", { bucket: "logs", acl: "public-read" }))).toMatchObject({
      rule: "s3/bucket-acl-not-public",
      code: "AccessDenied",
      message: `User: ${caller} is not authorized to perform: s3:PutBucketAcl on resource: "arn:aws:s3:::logs" because public access control lists (ACLs) are blocked by the BlockPublicAcls block public access setting.`,
    });
    account.create(ACCESS_BLOCK, "logs", { bucket: "logs" });
    expect(account.create(ACL, "logs", { bucket: "logs", acl: "public-read" }).id).toBe("logs,public-read");
  });

  it("is refused when it is no canned ACL", () => {
    const { account } = withBucket();
    expect(refusalOf(() => account.create(ACL, "logs", { bucket: "logs", acl: "everyone" }))).toMatchObject({
      rule: "s3/bucket-acl-canned",
      code: "InvalidArgument",
      message: "Argument x-amz-acl is invalid",
    });
  });

  it("keeps BucketOwnerEnforced from coming back while it grants something to others", () => {
    const { account } = withBucket();
    const ownership = account.create(OWNERSHIP, "logs", { bucket: "logs", rule: { objectOwnership: "BucketOwnerPreferred" } });
    const acl = account.create(ACL, "logs", { bucket: "logs", acl: "log-delivery-write" });
    const enforced = { bucket: "logs", rule: { objectOwnership: "BucketOwnerEnforced" } };
    expect(refusalOf(() => account.update(ownership, enforced))).toMatchObject({
      rule: "s3/ownership-enforced-without-acl-grants",
      code: "InvalidBucketAclWithObjectOwnership",
      message: "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting",
    });
    account.update(acl, { bucket: "logs", acl: "private" });
    expect(account.update(ownership, enforced).outputs["rule"]).toEqual({ objectOwnership: "BucketOwnerEnforced" });
  });

  it("follows ownership controls of a kind that exists", () => {
    const { account } = withBucket();
    expect(refusalOf(() => account.create(OWNERSHIP, "logs", { bucket: "logs", rule: { objectOwnership: "Owner" } }))).toMatchObject({
      rule: "s3/object-ownership",
      code: "MalformedXML",
    });
  });
});

describe("a bucket policy", () => {
  it("is taken when it names a service and the bucket's objects", () => {
    const { account } = withBucket();
    expect(account.create(POLICY, "logs", { bucket: "logs", policy: policy(allowWriter) }).id).toBe("logs");
  });

  it("may be given as an object", () => {
    const { account } = withBucket();
    const document = { Version: "2012-10-17", Statement: [allowWriter] };
    expect(account.create(POLICY, "logs", { bucket: "logs", policy: document }).outputs["policy"]).toBe(JSON.stringify(document));
  });

  it("is refused when it is not JSON", () => {
    const { account } = withBucket();
    expect(refusalOf(() => account.create(POLICY, "logs", { bucket: "logs", policy: "{" }))).toMatchObject({
      rule: "s3/bucket-policy-form",
      code: "MalformedPolicy",
      message: "This policy contains invalid Json",
    });
  });

  it("is refused when it speaks about another bucket", () => {
    const { account } = withBucket();
    expect(refusalOf(() => account.create(POLICY, "logs", { bucket: "logs", policy: policy({ ...allowWriter, Resource: "arn:aws:s3:::other/*" }) }))).toEqual({
      rule: "s3/bucket-policy-of-this-bucket",
      code: "MalformedPolicy",
      message: "Policy has invalid resource",
      remedy: '"arn:aws:s3:::other/*" is not the bucket "logs" or in it: build the resources from the bucket\'s `arn`.',
    });
  });

  it.each([
    ["s3:GetObject", "arn:aws:s3:::logs", '"s3:GetObject" means objects: add the bucket\'s ARN followed by /* to the resources of its statement.'],
    ["s3:GetBucketAcl", "arn:aws:s3:::logs/*", '"s3:GetBucketAcl" means the bucket: add the bucket\'s ARN to the resources of its statement.'],
  ])("is refused when %s is allowed on %s", (Action, Resource, remedy) => {
    const { account } = withBucket();
    expect(refusalOf(() => account.create(POLICY, "logs", { bucket: "logs", policy: policy({ ...allowWriter, Action, Resource }) }))).toEqual({
      rule: "s3/bucket-policy-action-fits-resource",
      code: "MalformedPolicy",
      message: "Action does not apply to any resource(s) in statement",
      remedy,
    });
  });

  it("takes both kinds of action where both kinds of resource are named, and any where s3:* is", () => {
    const { account } = withBucket();
    const both = ["arn:aws:s3:::logs", "arn:aws:s3:::logs/*"];
    const statements = [
      { ...allowWriter, Action: ["s3:GetObject", "s3:ListBucket"], Resource: both },
      { Effect: "Deny", Principal: "*", Action: "s3:*", Resource: both, Condition: { Bool: { "aws:SecureTransport": "false" } } },
    ];
    expect(account.create(POLICY, "logs", { bucket: "logs", policy: policy(...statements) }).id).toBe("logs");
  });

  it("is refused when it names a role of the account that does not exist", () => {
    const { account } = withBucket();
    const statement = { ...allowWriter, Principal: { AWS: "arn:aws:iam::123456789012:role/gone" } };
    expect(refusalOf(() => account.create(POLICY, "logs", { bucket: "logs", policy: policy(statement) }))).toMatchObject({
      rule: "s3/bucket-policy-principals-exist",
      code: "MalformedPolicy",
      message: "Invalid principal in policy",
    });
  });

  it("is refused when it is public and public policies are blocked", () => {
    const { account } = withBucket();
    const open = { bucket: "logs", policy: policy({ ...allowWriter, Principal: "*", Action: "s3:GetObject" }) };
    expect(refusalOf(() => account.create(POLICY, "logs", open))).toMatchObject({
      rule: "s3/bucket-policy-not-public",
      code: "AccessDenied",
      message: `User: ${caller} is not authorized to perform: s3:PutBucketPolicy on resource: "arn:aws:s3:::logs" because public policies are blocked by the BlockPublicPolicy block public access setting.`,
    });
    account.create(ACCESS_BLOCK, "logs", { bucket: "logs", blockPublicPolicy: false, blockPublicAcls: true });
    expect(account.create(POLICY, "logs", open).id).toBe("logs");
  });

  it("is not public when a condition narrows everybody down", () => {
    const { account } = withBucket();
    const statement = { ...allowWriter, Principal: "*", Condition: { StringEquals: { "aws:SourceVpce": "vpce-1" } } };
    expect(account.create(POLICY, "logs", { bucket: "logs", policy: policy(statement) }).id).toBe("logs");
  });
});

describe("a bucket's other settings", () => {
  it.each<[string, string, object, object, string, string]>([
    ["versioning", VERSIONING, { versioningConfiguration: { status: "Enabled" } }, { versioningConfiguration: { status: "On" } }, "s3/versioning-status", "MalformedXML"],
    [
      "encryption",
      ENCRYPTION,
      { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: "k" } }] },
      { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "DES" } }] },
      "s3/encryption-algorithm",
      "MalformedXML",
    ],
    [
      "encryption by a key",
      ENCRYPTION,
      { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] },
      { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256", kmsMasterKeyId: "k" } }] },
      "s3/encryption-key-needs-kms",
      "InvalidArgument",
    ],
    ["logging", LOGGING, { targetBucket: "logs", targetPrefix: "" }, { targetBucket: "gone", targetPrefix: "" }, "s3/bucket-logging-target-bucket-exists", "InvalidTargetBucketForLogging"],
  ])("takes legal %s and refuses another", (_what, type, good, bad, rule, code) => {
    const { account } = withBucket();
    expect(account.create(type, "good", { bucket: "logs", ...good }).id).toBe("logs");
    expect(refusalOf(() => account.create(type, "bad", { bucket: "logs", ...bad }))).toMatchObject({ rule, code });
  });

  it("notifies a queue only when its policy lets S3 in", () => {
    const { account } = withBucket();
    const queue = account.create(QUEUE, "events", { name: "events" });
    const queueArn = String(queue.outputs["arn"]);
    const inputs = { bucket: "logs", queues: [{ queueArn, events: ["s3:ObjectCreated:*"] }] };
    expect(refusalOf(() => account.create(NOTIFICATION, "logs", inputs))).toMatchObject({
      rule: "s3/notification-destination-lets-s3-in",
      code: "InvalidArgument",
      message: "Unable to validate the following destination configurations",
    });
    const statement = {
      Effect: "Allow",
      Principal: { Service: "s3.amazonaws.com" },
      Action: "sqs:SendMessage",
      Resource: queueArn,
      Condition: { ArnLike: { "aws:SourceArn": "arn:aws:s3:::logs" } },
    };
    account.create(QUEUE_POLICY, "events", { queueUrl: queue.id, policy: policy(statement) });
    expect(account.create(NOTIFICATION, "logs", inputs).id).toBe("logs");
  });
});
