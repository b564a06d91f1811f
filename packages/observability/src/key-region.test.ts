import { keyRegionProblems } from "./key-region";

describe("region of a key", () => {
  const arn = "arn:aws-cn:kms:cn-north-1:123456789012:key/1";

  it.each([
    ["a key of the region", arn],
    ["a key that is not known yet", Promise.resolve("arn:aws:kms:us-east-1:123456789012:key/1")],
    ["a key id, which says nothing of its region", "1234abcd-12ab-34cd-56ef-1234567890ab"],
  ])("takes %s", (_, key) => {
    expect(keyRegionProblems("kmsKeyArn", key, "cn-north-1")).toEqual([]);
  });

  it("refuses a key of another region", () => {
    expect(keyRegionProblems("kmsKeyArn", arn, "us-east-1")).toEqual([
      {
        argument: "kmsKeyArn",
        rule: "must be a key of us-east-1: a key encrypts in its own region alone",
        value: arn,
        remedy: "pass a key, or a replica of a multi-Region key, of us-east-1",
      },
    ]);
  });
});
