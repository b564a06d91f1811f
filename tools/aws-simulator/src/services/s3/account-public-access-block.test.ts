import { refusalOf, SimulatedAccount } from "../../simulated-account.fixture";

const ACCOUNT_BLOCK = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";
const BUCKET = "aws:s3/bucket:Bucket";
const BUCKET_BLOCK = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
const POLICY = "aws:s3/bucketPolicy:BucketPolicy";
const everybody = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "arn:aws:s3:::site/*" }],
});

/** An account with a bucket that blocks nothing itself. */
function withOpenBucket(region = "us-east-1"): SimulatedAccount {
  const account = new SimulatedAccount({ region });
  account.create(BUCKET, "site", { bucket: "site" });
  account.create(BUCKET_BLOCK, "site", { bucket: "site" });
  return account;
}

describe("the public access block of an account", () => {
  it("is named after the account, and blocks nothing that it does not name", () => {
    expect(new SimulatedAccount().create(ACCOUNT_BLOCK, "a", { blockPublicAcls: true })).toMatchObject({
      id: "123456789012",
      outputs: { accountId: "123456789012", blockPublicAcls: true, blockPublicPolicy: false, ignorePublicAcls: false, restrictPublicBuckets: false },
    });
  });

  it("is of no Region, and replaced when it is to be of another account", () => {
    const account = new SimulatedAccount();
    const made = account.create(ACCOUNT_BLOCK, "a");
    expect(made.outputs["region"]).toBeUndefined();
    expect(account.diff(made, { accountId: "210987654321" }).replaces).toEqual(["accountId"]);
  });

  it("refuses public policies of buckets that would take them, in every Region, until it is deleted", () => {
    const account = withOpenBucket("eu-west-1");
    const block = account.create(ACCOUNT_BLOCK, "a", { blockPublicPolicy: true });
    expect(refusalOf(() => account.create(POLICY, "site", { bucket: "site", policy: everybody }))).toMatchObject({
      rule: "s3/bucket-policy-not-public",
      code: "AccessDenied",
    });
    account.delete(block);
    expect(account.read(block)).toBeUndefined();
    expect(account.create(POLICY, "site", { bucket: "site", policy: everybody }).id).toBe("site");
  });

  it("lets public policies be when it blocks something else", () => {
    const account = withOpenBucket();
    account.create(ACCOUNT_BLOCK, "a", { blockPublicAcls: true });
    expect(account.create(POLICY, "site", { bucket: "site", policy: everybody }).id).toBe("site");
  });

  it("is one setting: who makes it a second time sets it", () => {
    const account = new SimulatedAccount();
    const first = account.create(ACCOUNT_BLOCK, "a", { blockPublicAcls: true });
    account.create(ACCOUNT_BLOCK, "b", { blockPublicPolicy: true });
    expect(account.read(first)?.outputs).toMatchObject({ blockPublicAcls: false, blockPublicPolicy: true });
  });
});
