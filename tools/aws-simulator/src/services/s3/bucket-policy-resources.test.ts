import { parsePolicyDocument } from "../../iam/policy-document";
import { foreignResource, unfittingAction } from "./bucket-policy-resources";

const document = (statement: object): ReturnType<typeof parsePolicyDocument> =>
  parsePolicyDocument(JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:*", Resource: "*", ...statement }] }));

describe("the resources of a bucket policy", () => {
  it.each(["*", "arn:aws:s3:::logs", "arn:aws:s3:::logs/*", "arn:aws:s3:::logs/AWSLogs/123456789012/*", "arn:aws:s3:::log*", "arn:aws:s3:::${aws:PrincipalTag/bucket}/*", "arn:aws-cn:s3:::logs/*"])(
    "may be %s",
    (Resource) => {
      expect(foreignResource(document({ Resource }), "logs")).toBeUndefined();
    },
  );

  it.each(["arn:aws:s3:::logs2", "arn:aws:s3:::other/*", "logs", "arn:aws:sqs:us-east-1:123456789012:logs", "logs/*"])("may not be %s", (resource) => {
    expect(foreignResource(document({ Resource: ["arn:aws:s3:::logs", resource] }), "logs")).toBe(resource);
  });
});

describe("the actions of a bucket policy", () => {
  const bucket = "arn:aws:s3:::logs";
  const objects = "arn:aws:s3:::logs/*";

  it.each<[string | string[], string | string[]]>([
    ["s3:PutObject", objects],
    ["s3:ListBucket", bucket],
    [["s3:ListBucket", "s3:GetObject"], [bucket, objects]],
    ["s3:GetObject", "*"],
    ["s3:GetObject", "arn:aws:s3:::logs*"],
    ["s3:Get*", bucket],
    ["s3:SomethingNew", bucket],
    ["s3:PutLifecycleConfiguration", bucket],
  ])("%j fit %j", (Action, Resource) => {
    expect(unfittingAction(document({ Action, Resource }))).toBeUndefined();
  });

  it.each<[string[], string, string]>([
    [["s3:GetObject"], bucket, "s3:GetObject"],
    [["s3:GetObject", "s3:ListBucket"], objects, "s3:ListBucket"],
    [["s3:AbortMultipartUpload"], bucket, "s3:AbortMultipartUpload"],
    [["s3:PutEncryptionConfiguration"], objects, "s3:PutEncryptionConfiguration"],
  ])("%j do not fit %s: %s", (Action, Resource, action) => {
    expect(unfittingAction(document({ Action, Resource }))).toBe(action);
  });
});
