import { output } from "@pulumi/pulumi";
import { planWebAclLog, type WafLogBucket, webAclLogProblems } from "./web-acl-log";

const bucket: WafLogBucket = { writerKind: "waf", arn: "arn:aws:s3:::aws-waf-logs-shop-prod", ready: [] };

describe("planWebAclLog", () => {
  it("logs every request for a year into a log group, without what could be used to log in", () => {
    expect(planWebAclLog({})).toEqual({
      logGroup: { retentionInDays: 365 },
      redactedFields: [{ singleHeader: { name: "authorization" } }, { singleHeader: { name: "cookie" } }],
      dataProtectionConfig: {
        dataProtections: [
          { action: "SUBSTITUTION", field: { fieldType: "SINGLE_HEADER", fieldKeys: ["authorization", "cookie"] } },
        ],
      },
    });
  });

  it("keeps the log for two weeks in the ephemeral profile, and as long as asked when asked", () => {
    expect(planWebAclLog({ profile: "ephemeral" }).logGroup).toEqual({ retentionInDays: 14 });
    expect(planWebAclLog({ profile: "ephemeral", retentionInDays: 90 }).logGroup).toEqual({ retentionInDays: 90 });
  });

  it("needs no log group when a bucket takes the log", () => {
    expect("logGroup" in planWebAclLog({ logBucket: bucket })).toBe(false);
  });

  it("redacts the headers that are named, each once in lower case, and the query string, in the log and elsewhere", () => {
    const { redactedFields, dataProtectionConfig } = planWebAclLog({
      redactedHeaders: ["X-Api-Key", "Cookie", "x-api-key"],
      redactQueryString: true,
    });
    expect(redactedFields).toEqual([{ singleHeader: { name: "cookie" } }, { singleHeader: { name: "x-api-key" } }, { queryString: {} }]);
    expect(dataProtectionConfig).toEqual({
      dataProtections: [
        { action: "SUBSTITUTION", field: { fieldType: "SINGLE_HEADER", fieldKeys: ["cookie", "x-api-key"] } },
        { action: "SUBSTITUTION", field: { fieldType: "QUERY_STRING" } },
      ],
    });
  });

  it("protects no header when told so, which would mean all of them, and nothing when there is nothing", () => {
    expect(planWebAclLog({ redactedHeaders: [], redactQueryString: true }).dataProtectionConfig).toEqual({
      dataProtections: [{ action: "SUBSTITUTION", field: { fieldType: "QUERY_STRING" } }],
    });
    const open = planWebAclLog({ redactedHeaders: [] });
    expect(open.redactedFields).toEqual([]);
    expect("dataProtectionConfig" in open).toBe(false);
  });

  it("can drop the requests that no rule matched", () => {
    expect(planWebAclLog({ loggedRequests: "matched" }).loggingFilter).toEqual({
      defaultBehavior: "DROP",
      filters: [
        {
          behavior: "KEEP",
          requirement: "MEETS_ANY",
          conditions: ["BLOCK", "COUNT", "EXCLUDED_AS_COUNT", "CAPTCHA", "CHALLENGE"].map((action) => ({
            actionCondition: { action },
          })),
        },
      ],
    });
    expect("loggingFilter" in planWebAclLog({ loggedRequests: "all" })).toBe(false);
  });
});

describe("webAclLogProblems", () => {
  it("has none for the defaults, nor for a bucket", () => {
    expect(webAclLogProblems({})).toEqual([]);
    expect(webAclLogProblems({ logBucket: bucket, redactedHeaders: ["x_api_key"] })).toEqual([]);
    expect(webAclLogProblems({ logBucket: { ...bucket, arn: output("arn:aws:s3:::other") } })).toEqual([]);
  });

  it("refuses what is no header's name", () => {
    expect(webAclLogProblems({ redactedHeaders: ["x api key"] })).toEqual([
      {
        argument: "redactedHeaders",
        rule: "must hold names of headers, of at most 64 characters",
        value: "x api key",
        remedy: "use for example x-api-key",
      },
    ]);
  });

  it("refuses settings of a log group together with a bucket, and a bucket of another name", () => {
    const logKmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/0d7a";
    const logBucket = { ...bucket, arn: "arn:aws:s3:::shop-prod-waf-logs" };
    const problems = webAclLogProblems({ logBucket, retentionInDays: 30, logKmsKeyArn });
    expect(problems.map(({ argument, rule }) => [argument, rule])).toEqual([
      ["logBucket.arn", "must be the ARN of a bucket whose name starts with aws-waf-logs-, the only ones WAF logs to"],
      ["retentionInDays", "must not be given with logBucket, as there is no log group then"],
      ["logKmsKeyArn", "must not be given with logBucket, as there is no log group then"],
    ]);
  });
});
