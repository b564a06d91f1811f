import fc from "fast-check";
import { planFleet, type PlannedFleetArgs } from "./fleet-plan";

const legal: PlannedFleetArgs = {
  subnetIds: ["subnet-1", "subnet-2"],
  launchTemplateVersion: "1",
  targetGroupArns: ["arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/1"],
  minSize: 2,
  maxSize: 6,
};
const messageOf = (args: Partial<PlannedFleetArgs>) => {
  try {
    planFleet("web", { ...legal, ...args });
    return "accepted";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe("plan of a fleet", () => {
  it("starts with its smallest size, believes the load balancer, and replaces instances without losing any", () => {
    expect(planFleet("web", legal)).toEqual({
      minSize: 2,
      maxSize: 6,
      desiredCapacity: 2,
      healthCheckType: "ELB",
      healthCheckGracePeriod: 120,
      defaultInstanceWarmup: 120,
      maintenance: { minHealthyPercentage: 100, maxHealthyPercentage: 200 },
      mixedInstances: undefined,
      scaling: undefined,
      terminationHook: undefined,
      waitForCapacityTimeout: "10m",
    });
  });

  it("believes EC2 when no load balancer looks at its instances", () => {
    expect(planFleet("web", { ...legal, targetGroupArns: [] }).healthCheckType).toBe("EC2");
  });

  it("is accepted exactly when min <= desired <= max, all whole numbers from 0", () => {
    const size = fc.oneof(fc.integer({ min: -2, max: 12 }), fc.constantFrom(0.5, NaN, 10_000, 10_001));
    const isCount = (value: number) => Number.isInteger(value) && value >= 0 && value <= 10_000;
    fc.assert(
      fc.property(size, size, size, (minSize, desiredCapacity, maxSize) => {
        const expected =
          [minSize, desiredCapacity, maxSize].every(isCount) && minSize <= desiredCapacity && desiredCapacity <= maxSize;
        return (messageOf({ minSize, desiredCapacity, maxSize }) === "accepted") === expected;
      }),
    );
  });

  it.each(["0", "90s", "15m", "1h30m", "1.5h"])("waits for its instances for %s", (waitForCapacityTimeout) => {
    expect(planFleet("web", { ...legal, waitForCapacityTimeout }).waitForCapacityTimeout).toBe(waitForCapacityTimeout);
  });

  it.each(["", "15", "10 minutes", "-5m", "1d"])("does not wait for %j", (waitForCapacityTimeout) => {
    expect(messageOf({ waitForCapacityTimeout })).toBe(
      'Fleet "web": 1 invalid argument\n' +
        "  - `waitForCapacityTimeout` must be a duration of hours, minutes and seconds, or 0, " +
        `got ${JSON.stringify(waitForCapacityTimeout)}: use for example 15m or 1h30m, or 0 not to wait`,
    );
  });

  it("tells every problem at once, word for word", () => {
    expect(
      messageOf({
        subnetIds: [],
        launchTemplateVersion: "$Latest",
        minSize: 3,
        maxSize: 3,
        desiredCapacity: 4,
        healthCheckGracePeriod: -1,
        defaultInstanceWarmup: 7201,
        maintenance: { minHealthyPercentage: 50, maxHealthyPercentage: 200 },
        mixedInstances: { instanceTypes: ["t3.micro", "t4g.micro"] },
        instanceRefresh: { checkpoints: { percentages: [100], delay: -1 } },
        scaling: { metric: "ASGAverageCPUUtilization", targetValue: 0 },
        terminationHook: { heartbeatTimeout: 29 },
      }),
    ).toBe(
      [
        'Fleet "web": 11 invalid arguments',
        "  - `subnetIds` must name at least one subnet, got []: pass the private subnets, one of each availability zone",
        '  - `launchTemplateVersion` must be the number of a version: $Latest and $Default never start an instance refresh, got "$Latest": pass InstanceTemplate.version, or a number to stay on that version',
        "  - `desiredCapacity` must be from the minSize of 3 to the maxSize of 3, got 4: move it into the range, or leave it out to start with minSize",
        "  - `healthCheckGracePeriod` must be a whole number from 0 to 7200 seconds, got -1: use for example 120",
        "  - `defaultInstanceWarmup` must be a whole number from 0 to 7200 seconds, got 7201: use for example 120",
        '  - `maintenance` must have at most 100 percentage points between its two values, got {"minHealthyPercentage":50,"maxHealthyPercentage":200}: use for example 100 and 200, or 50 and 150',
        '  - `mixedInstances.instanceTypes` must all run on x86_64, the architecture of the first one, got {"t3.micro":"x86_64","t4g.micro":"arm64"}: leave out those of the other architecture: one launch template starts one image',
        "  - `instanceRefresh.checkpoints.delay` must be a whole number from 0 to 172800 seconds, got -1: use for example 600",
        "  - `scaling.targetValue` must be a percentage more than 0 and at most 100, got 0: use for example 50",
        '  - `scaling` must have room to scale, and minSize and maxSize are both 3, got "ASGAverageCPUUtilization": raise maxSize, or leave scaling out',
        "  - `terminationHook.heartbeatTimeout` must be a whole number from 30 to 7200 seconds, got 29: use for example 120",
      ].join("\n"),
    );
  });

  it("refuses a smallest size above the largest", () => {
    expect(messageOf({ minSize: 4, maxSize: 2, desiredCapacity: 3 })).toBe(
      'Fleet "web": 1 invalid argument\n' +
        "  - `minSize` must be at most the maxSize of 2, got 4: lower minSize or raise maxSize",
    );
  });

  it("refuses a share of the requests for a fleet that may be empty", () => {
    expect(messageOf({ minSize: 0, trafficWeight: 50 })).toBe(
      'Fleet "web": 1 invalid argument\n' +
        "  - `trafficWeight` must be 0 for a fleet that may be empty: the listener keeps sending its share to an empty " +
        "target group, got 50: raise minSize to 1 or more, or take the weight away from its target group",
    );
    expect(messageOf({ minSize: 0, trafficWeight: 0 })).toBe("accepted");
    expect(messageOf({ minSize: 1, trafficWeight: 50 })).toBe("accepted");
  });

  it.each(["0", "01", "latest", "$Default", "1.0"])("refuses the version %j", (launchTemplateVersion) => {
    expect(messageOf({ launchTemplateVersion })).toContain("`launchTemplateVersion` must be the number of a version");
  });

  it("scales on requests without an upper bound", () => {
    const scaling = { metric: "ALBRequestCountPerTarget", targetValue: 100_000, resourceLabel: "app/a/1/targetgroup/b/2" } as const;
    expect(messageOf({ scaling })).toBe("accepted");
    expect(messageOf({ scaling: { ...scaling, targetValue: NaN } })).toContain(
      "`scaling.targetValue` must be more than 0, got NaN: use for example 1000",
    );
  });
});
