import { planInfrastructureStack } from "./infrastructure-stack-plan";

const args = { region: "us-east-1", availabilityZones: ["us-east-1a", "us-east-1b"] };

describe("planInfrastructureStack", () => {
  it("has a default for everything but the place", () => {
    expect(planInfrastructureStack("infra", args)).toEqual({
      production: true,
      instanceType: "t3.micro",
      fleetSizes: {
        primary: { minSize: 2, maxSize: 6, desiredCapacity: 2 },
        secondary: { minSize: 2, maxSize: 4, desiredCapacity: 2 },
      },
      trafficWeights: { primary: 50, secondary: 50 },
      tableCapacity: { mode: "autoscaled", read: { min: 5, max: 50 }, write: { min: 5, max: 50 } },
      logRetentionInDays: 14,
      loadBalancerScheme: "internet-facing",
    });
  });

  it("scales the tables of production from what is asked for, and leaves those of an ephemeral stack alone", () => {
    const units = { tableReadCapacity: 20, tableWriteCapacity: 8 };

    expect(planInfrastructureStack("infra", { ...args, ...units }).tableCapacity).toEqual({
      mode: "autoscaled",
      read: { min: 20, max: 200 },
      write: { min: 8, max: 80 },
    });
    expect(planInfrastructureStack("infra", { ...args, ...units, profile: "ephemeral" }).tableCapacity).toEqual({
      mode: "provisioned",
      read: 20,
      write: 8,
    });
  });

  it("fills up weights of which one is given", () => {
    expect(planInfrastructureStack("infra", { ...args, trafficWeights: { primary: 90 } }).trafficWeights).toEqual({
      primary: 90,
      secondary: 50,
    });
  });

  it("refuses to ask for CloudFront's header at a load balancer that nobody else can reach", () => {
    const internal = { ...args, loadBalancerScheme: "internal", originVerificationVersion: 1 } as const;

    expect(() => planInfrastructureStack("infra", internal)).toThrow(
      'InfrastructureStack "infra": 1 invalid argument\n' +
        "  - `originVerificationVersion` must be left out with an internal load balancer, which CloudFront alone can " +
        "reach, got 1: leave it out, or use the internet-facing scheme",
    );
    expect(planInfrastructureStack("infra", { ...internal, originVerificationVersion: undefined })).toMatchObject({
      loadBalancerScheme: "internal",
    });
  });
});
