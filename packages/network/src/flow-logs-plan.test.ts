import { flowLogProblems, type FlowLogs, planFlowLogs } from "./flow-logs-plan";

function problemsOf(flowLogs: FlowLogs): string[] {
  const problems = flowLogProblems({ flowLogs, profile: "production" });
  return problems.map(({ argument, rule, value, remedy }) => `${argument} ${rule}, got ${JSON.stringify(value)}: ${remedy}`);
}

describe("the plan of flow logs", () => {
  it("records refused packets for a year in production, and nothing in an ephemeral network", () => {
    expect(planFlowLogs({ profile: "production" })).toEqual({
      kind: "cloudwatch",
      traffic: "REJECT",
      aggregationSeconds: 600,
      retentionInDays: 365,
    });
    expect(planFlowLogs({ profile: "ephemeral" })).toEqual({ kind: "none" });
    expect(flowLogProblems({ profile: "ephemeral" })).toEqual([]);
  });

  it("can be had in an ephemeral network and left out in production", () => {
    expect(planFlowLogs({ profile: "ephemeral", flowLogs: { kind: "cloudwatch" } })).toMatchObject({ retentionInDays: 14 });
    expect(planFlowLogs({ profile: "production", flowLogs: { kind: "none" } })).toEqual({ kind: "none" });
  });

  it("takes every detail", () => {
    const detail = { traffic: "ALL", aggregationSeconds: 60 } as const;
    const cloudwatch = { kind: "cloudwatch", ...detail, retentionInDays: 30, kmsKeyArn: "arn" } as const;
    expect(planFlowLogs({ profile: "production", flowLogs: cloudwatch })).toEqual(cloudwatch);
    const bucket = { arn: "arn:aws:s3:::flows" };
    const s3 = { kind: "s3", ...detail, bucket, prefix: "network", hivePartitions: true, hourlyPartitions: true } as const;
    const { prefix, ...planned } = s3;
    expect(planFlowLogs({ profile: "production", flowLogs: s3 })).toEqual({ ...planned, folder: `/${prefix}` });
    expect(planFlowLogs({ profile: "production", flowLogs: { kind: "s3", bucket } })).toEqual({
      kind: "s3",
      bucket,
      folder: "",
      traffic: "REJECT",
      aggregationSeconds: 600,
      hivePartitions: false,
      hourlyPartitions: false,
    });
  });

  it("is refused with everything that is wrong with it", () => {
    const flowLogs = { kind: "cloudwatch", traffic: "SOME" as "ALL", aggregationSeconds: 61 as 60, retentionInDays: 42 } as const;
    expect(problemsOf(flowLogs)).toEqual([
      'flowLogs.traffic must be one of "REJECT", "ACCEPT", "ALL", got "SOME": use "REJECT", which costs least',
      "flowLogs.aggregationSeconds must be one of 60, 600, got 61: use 600",
      "flowLogs.retentionInDays must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653, got 42: use for example 365",
    ]);
  });

  it.each(["", "/network", "network/", "AWSLogs/network", "/"])("refuses the prefix %j", (prefix) => {
    expect(problemsOf({ kind: "s3", bucket: {}, prefix })).toEqual([
      `flowLogs.prefix must not be empty, start or end with /, or contain AWSLogs, which AWS adds itself, got ${JSON.stringify(prefix)}: use for example network, or leave it out`,
    ]);
  });

  it.each(["n", "network", "team/network"])("takes the prefix %j", (prefix) => {
    expect(problemsOf({ kind: "s3", bucket: {}, prefix })).toEqual([]);
  });
});
