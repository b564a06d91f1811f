import { ACCOUNT_WIDE } from "../../account-wide";
import { checkConformance } from "../../check-conformance";
import { itJudges, policy, type ResourceCase, type RuleCases, runOf } from "../../rule-cases.fixture";
import { s3Rules } from "./index";

const ALL_USERS = "http://acs.amazonaws.com/groups/global/AllUsers";
const AUTHENTICATED_USERS = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers";

/** A bucket whose policy denies an action on some of it to whoever comes without TLS. */
function withoutPlainHttp(Action: string, Resource: string[]): ResourceCase[] {
  const denied = { Effect: "Deny", Principal: "*", Action, Resource, Condition: { Bool: { "aws:SecureTransport": "false" } } };
  return [
    ["aws:s3/bucket:Bucket", { id: "b", arn: "arn:b" }],
    ["aws:s3/bucketPolicy:BucketPolicy", { bucket: "b", policy: policy(denied) }],
  ];
}

const cases: RuleCases = {
  "s3/public-access-blocked": {
    good: [
      ["aws:s3/bucket:Bucket", { id: "b" }],
      ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", { bucket: "b", blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true }],
    ],
    bad: [
      ["aws:s3/bucket:Bucket", { id: "b" }],
      ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", { bucket: "b", blockPublicAcls: true }],
    ],
  },
  "s3/public-acls-blocked": {
    good: [["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", { blockPublicAcls: true }]],
    bad: [["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", {}]],
  },
  "s3/public-policies-blocked": {
    good: [["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", { blockPublicPolicy: true }]],
    bad: [["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", {}]],
  },
  "s3/public-acls-ignored": {
    good: [["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", { ignorePublicAcls: true }]],
    bad: [["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", {}]],
  },
  "s3/public-buckets-restricted": {
    good: [["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", { restrictPublicBuckets: true }]],
    bad: [["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", {}]],
  },
  "s3/account-public-access-blocked": {
    good: [
      ["aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock", { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true }],
    ],
    bad: [["aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock", {}]],
  },
  "s3/no-public-read": {
    good: [
      ["aws:s3/bucketPolicy:BucketPolicy", { bucket: "b", policy: policy({ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } }) }],
    ],
    bad: [
      ["aws:s3/bucketPolicy:BucketPolicy", { bucket: "b", policy: policy({ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" }) }],
    ],
    alsoBad: [
      [["aws:s3/bucketPolicy:BucketPolicy", { policy: policy({ Effect: "Allow", Principal: "*", Action: "s3:List*", Resource: "*" }) }]],
      [["aws:s3/bucketAcl:BucketAcl", { accessControlPolicy: { grants: [{ permission: "READ", grantee: { uri: AUTHENTICATED_USERS } }] } }]],
      [["aws:s3/bucket:Bucket", { grants: [{ uri: ALL_USERS, permissions: ["READ"] }] }]],
    ],
  },
  "s3/no-public-write": {
    good: [
      ["aws:s3/bucketPolicy:BucketPolicy", { bucket: "b", policy: policy({ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } }) }],
    ],
    bad: [
      ["aws:s3/bucketPolicy:BucketPolicy", { bucket: "b", policy: policy({ Effect: "Allow", Principal: "*", Action: "s3:Put*", Resource: "*" }) }],
    ],
    alsoGood: [[["aws:s3/bucketAcl:BucketAcl", { accessControlPolicy: { grants: [{ permission: "READ", grantee: { uri: ALL_USERS } }] } }]]],
    alsoBad: [[["aws:s3/bucketAcl:BucketAcl", { accessControlPolicy: { grants: [{ permission: "WRITE", grantee: { uri: ALL_USERS } }] } }]]],
  },
  "s3/no-grant-to-any-account": {
    good: [["aws:s3/bucketAcl:BucketAcl", { acl: "private" }]],
    bad: [["aws:s3/bucketAcl:BucketAcl", { acl: "authenticated-read" }]],
  },
  "s3/tls-only": {
    good: [
      ["aws:s3/bucket:Bucket", { id: "b" }],
      ["aws:s3/bucketPolicy:BucketPolicy", { bucket: "b", policy: policy({ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } }) }],
    ],
    bad: [["aws:s3/bucket:Bucket", { id: "b" }]],
    alsoGood: [withoutPlainHttp("s3:*", ["arn:b", "arn:b/*"])],
    alsoBad: [withoutPlainHttp("s3:*", ["arn:b/*"]), withoutPlainHttp("s3:*", ["arn:b"]), withoutPlainHttp("s3:GetObject", ["arn:b", "arn:b/*"])],
  },
  "s3/no-foreign-administration": {
    good: [
      ["aws:s3/bucketPolicy:BucketPolicy", { bucket: "b", policy: policy({ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } }) }],
    ],
    bad: [
      ["aws:s3/bucketPolicy:BucketPolicy", { bucket: "b", policy: policy({ Effect: "Allow", Principal: { AWS: "222222222222" }, Action: "s3:PutBucketPolicy", Resource: "*" }) }],
    ],
  },
  "s3/server-access-logging": {
    good: [["aws:s3/bucket:Bucket", { id: "b" }], ["aws:s3/bucketLogging:BucketLogging", { bucket: "b" }]],
    bad: [["aws:s3/bucket:Bucket", { id: "b" }]],
  },
  "s3/no-acls": {
    good: [
      ["aws:s3/bucket:Bucket", { id: "b" }],
      ["aws:s3/bucketOwnershipControls:BucketOwnershipControls", { bucket: "b", rule: { objectOwnership: "BucketOwnerEnforced" } }],
    ],
    bad: [
      ["aws:s3/bucket:Bucket", { id: "b" }],
      ["aws:s3/bucketOwnershipControls:BucketOwnershipControls", { bucket: "b", rule: { objectOwnership: "BucketOwnerPreferred" } }],
    ],
  },
  "s3/lifecycle": {
    good: [
      ["aws:s3/bucket:Bucket", { id: "b" }],
      ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", { bucket: "b", rules: [{ status: "Enabled" }] }],
    ],
    bad: [
      ["aws:s3/bucket:Bucket", { id: "b" }],
      ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", { bucket: "b", rules: [{ status: "Disabled" }] }],
    ],
  },
  "s3/aborts-uploads": {
    good: [
      ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", { rules: [{ status: "Enabled", abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } }] }],
    ],
    bad: [["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", { rules: [{ status: "Enabled" }] }]],
    alsoBad: [
      [
        [
          "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
          { rules: [{ status: "Enabled", abortIncompleteMultipartUpload: { daysAfterInitiation: 7 }, filter: { and: { prefix: "a/" } } }] },
        ],
      ],
    ],
  },
  "s3/old-versions-expire": {
    good: [
      ["aws:s3/bucketVersioning:BucketVersioning", { bucket: "b", versioningConfiguration: { status: "Enabled" } }],
      ["aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", { bucket: "b", rules: [{ noncurrentVersionExpiration: { noncurrentDays: 30 } }] }],
    ],
    bad: [["aws:s3/bucketVersioning:BucketVersioning", { bucket: "b", versioningConfiguration: { status: "Enabled" } }]],
  },
  "s3/event-notifications": {
    good: [
      ["aws:s3/bucket:Bucket", { id: "b" }],
      ["aws:s3/bucketNotification:BucketNotification", { bucket: "b", eventbridge: true }],
    ],
    bad: [["aws:s3/bucket:Bucket", { id: "b" }]],
  },
  "s3/versioning": {
    good: [
      ["aws:s3/bucket:Bucket", { id: "b" }],
      ["aws:s3/bucketVersioning:BucketVersioning", { bucket: "b", versioningConfiguration: { status: "Enabled" } }],
    ],
    bad: [["aws:s3/bucket:Bucket", { id: "b" }]],
  },
  "s3/object-lock": {
    good: [["aws:s3/bucket:Bucket", { objectLockEnabled: true }]],
    bad: [["aws:s3/bucket:Bucket", {}]],
  },
  "s3/encrypted-with-customer-key": {
    good: [
      ["aws:s3/bucket:Bucket", { id: "b" }],
      ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", { bucket: "b", rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: "arn:k" }, bucketKeyEnabled: true }] }],
    ],
    bad: [
      ["aws:s3/bucket:Bucket", { id: "b" }],
      ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", { bucket: "b", rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] }],
    ],
  },
  "s3/encryption-explicit": {
    good: [
      ["aws:s3/bucket:Bucket", { id: "b" }],
      ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", { bucket: "b", rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] }],
    ],
    bad: [["aws:s3/bucket:Bucket", { id: "b" }]],
  },
  "s3/bucket-key": {
    good: [
      ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: "arn:k" }, bucketKeyEnabled: true }] }],
    ],
    bad: [
      ["aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: "arn:k" } }] }],
    ],
  },
  "s3/replication": {
    good: [["aws:s3/bucket:Bucket", { id: "b" }], ["aws:s3/bucketReplicationConfig:BucketReplicationConfig", { bucket: "b", rules: [{ status: "Enabled" }] }]],
    bad: [["aws:s3/bucket:Bucket", { id: "b" }]],
    alsoBad: [
      [["aws:s3/bucket:Bucket", { id: "b" }], ["aws:s3/bucketReplicationConfig:BucketReplicationConfig", { bucket: "b", rules: [{ status: "Disabled" }] }]],
    ],
  },
  "s3/mfa-delete": {
    good: [["aws:s3/bucketVersioning:BucketVersioning", { versioningConfiguration: { mfaDelete: "Enabled" } }]],
    bad: [["aws:s3/bucketVersioning:BucketVersioning", { versioningConfiguration: { status: "Enabled" } }]],
  },
  "s3/no-open-allow": {
    good: [
      ["aws:s3/bucketPolicy:BucketPolicy", { bucket: "b", policy: policy({ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } }) }],
    ],
    bad: [
      ["aws:s3/bucketPolicy:BucketPolicy", { bucket: "b", policy: policy({ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" }) }],
    ],
  },
  "s3/no-lockout": {
    good: [
      ["aws:s3/bucketPolicy:BucketPolicy", { bucket: "b", policy: policy({ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } }) }],
    ],
    bad: [
      ["aws:s3/bucketPolicy:BucketPolicy", { bucket: "b", policy: policy({ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" }) }],
    ],
  },
  "s3/website-behind-cloudfront": {
    good: [
      ["aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration", { bucket: "b" }],
      ["aws:s3/bucketPolicy:BucketPolicy", { bucket: "b", policy: policy({ Effect: "Allow", Principal: { Service: "cloudfront.amazonaws.com" }, Action: "s3:GetObject", Resource: "*", Condition: { StringEquals: { "AWS:SourceArn": "arn:d" } } }) }],
    ],
    bad: [["aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration", { bucket: "b" }]],
  },
  "s3/dns-name": {
    good: [["aws:s3/bucket:Bucket", { bucket: "shop-dev-logs" }]],
    bad: [["aws:s3/bucket:Bucket", { bucket: "shop.dev.logs" }]],
  },
  "s3/object-writes-recorded": {
    good: [
      ["aws:cloudtrail/trail:Trail", { eventSelectors: [{ readWriteType: "WriteOnly", dataResources: [{ type: "AWS::S3::Object" }] }] }],
    ],
    bad: [["aws:cloudtrail/trail:Trail", {}]],
  },
  "s3/object-reads-recorded": {
    good: [
      ["aws:cloudtrail/trail:Trail", { eventSelectors: [{ readWriteType: "ReadOnly", dataResources: [{ type: "AWS::S3::Object" }] }] }],
    ],
    bad: [["aws:cloudtrail/trail:Trail", {}]],
  },
};

describe("rules of s3", () => {
  itJudges(s3Rules, cases);
});

describe("FSBP:S3.1", () => {
  const block = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";
  const ways = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];
  const outcomeOf = (...resources: readonly ResourceCase[]) =>
    checkConformance(runOf(resources), { rules: s3Rules }).verdicts.find(({ control }) => control === "FSBP:S3.1")?.outcome;

  it.each(ways)("fails without %s, though the other three are on", (missing) => {
    expect(outcomeOf([block, Object.fromEntries(ways.map((way) => [way, way !== missing]))])).toBe("fail");
  });

  it("does not apply to a stack that leaves the account alone, and says why", () => {
    expect(outcomeOf(["aws:s3/bucket:Bucket", {}])).toBe("not applicable");
    expect(s3Rules.find(({ id }) => id === "s3/account-public-access-blocked")?.because).toBe(ACCOUNT_WIDE);
  });
});
