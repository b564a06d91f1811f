import { planEncryptedLogGroup, type PlannedLogGroupArgs } from "./encrypted-log-group-plan";

const kmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const messageOf = (args: PlannedLogGroupArgs) => {
  try {
    planEncryptedLogGroup("app", args);
    return "accepted";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe("plan of an encrypted log group", () => {
  it("keeps events for a year and protects the group", () => {
    expect(planEncryptedLogGroup("app", { kmsKeyArn })).toEqual({
      prefix: "/",
      retentionInDays: 365,
      deletionProtection: true,
    });
  });

  it("keeps events for 14 days in an ephemeral group and leaves it deletable", () => {
    expect(planEncryptedLogGroup("app", { kmsKeyArn, profile: "ephemeral" })).toEqual({
      prefix: "/",
      retentionInDays: 14,
      deletionProtection: false,
    });
  });

  it("keeps events as long as it is told to, in any profile", () => {
    expect(planEncryptedLogGroup("app", { kmsKeyArn, retentionInDays: 30 }).retentionInDays).toBe(30);
    expect(planEncryptedLogGroup("app", { kmsKeyArn, retentionInDays: 30, profile: "ephemeral" }).retentionInDays).toBe(30);
  });

  it("refuses a key of another region than the group's", () => {
    expect(messageOf({ kmsKeyArn, region: "us-east-1" })).toBe("accepted");
    expect(messageOf({ kmsKeyArn, region: "eu-west-1" })).toBe(
      'EncryptedLogGroup "app": 1 invalid argument\n' +
        "  - `kmsKeyArn` must be a key of eu-west-1: a key encrypts in its own region alone, got " +
        `"${kmsKeyArn}": pass a key, or a replica of a multi-Region key, of eu-west-1`,
    );
  });

  it("tells every problem at once, word for word", () => {
    expect(messageOf({ kmsKeyArn: "alias/logs", retentionInDays: 42, prefix: "aws/events:" })).toBe(
      [
        'EncryptedLogGroup "app": 3 invalid arguments',
        "  - `retentionInDays` must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 42: use 30 or 60",
        '  - `kmsKeyArn` must be the ARN of a key: CloudWatch Logs takes neither a key id nor an alias, got "alias/logs": pass the arn output of the key',
        '  - `prefix` must not start with aws/ and must consist of letters, digits and . - _ / #, got "aws/events:": use for example /aws/events/',
      ].join("\n"),
    );
  });

  it.each(["", "/", "/aws/events/", "aws-waf-logs-", "app#1/"])("takes the prefix %j", (prefix) => {
    expect(messageOf({ kmsKeyArn, prefix })).toBe("accepted");
  });

  it("leaves a key that is not known yet to AWS", () => {
    expect(messageOf({ kmsKeyArn: Promise.resolve("key-1") })).toBe("accepted");
  });
});
