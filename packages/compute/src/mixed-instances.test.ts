import { type MixedInstances, mixedInstancesProblems, planMixedInstances } from "./mixed-instances";

const x86 = ["t3.micro", "t3a.micro"];
const problems = (mixed: Partial<MixedInstances>) => mixedInstancesProblems({ instanceTypes: x86, ...mixed });

describe("mixed instances", () => {
  it("are all on demand when nothing is said of Spot", () => {
    expect(planMixedInstances({ instanceTypes: x86 }, 2)).toEqual({
      instanceTypes: x86,
      instancesDistribution: {
        onDemandAllocationStrategy: "prioritized",
        onDemandBaseCapacity: 0,
        onDemandPercentageAboveBaseCapacity: 100,
        spotAllocationStrategy: "price-capacity-optimized",
        spotMaxPrice: undefined,
      },
    });
    expect(mixedInstancesProblems(undefined)).toEqual([]);
  });

  it("keep their smallest size on demand and grow by Spot when nothing else is said", () => {
    expect(planMixedInstances({ instanceTypes: x86, spot: {} }, 2).instancesDistribution).toMatchObject({
      onDemandBaseCapacity: 2,
      onDemandPercentageAboveBaseCapacity: 0,
      spotAllocationStrategy: "price-capacity-optimized",
    });
  });

  it("share on demand and Spot as they are told", () => {
    const spot = {
      onDemandBaseCapacity: 0,
      onDemandPercentage: 25,
      allocationStrategy: "capacity-optimized",
      maxPrice: "0.0052",
    } as const;
    expect(planMixedInstances({ instanceTypes: x86, spot }, 2).instancesDistribution).toEqual({
      onDemandAllocationStrategy: "prioritized",
      onDemandBaseCapacity: 0,
      onDemandPercentageAboveBaseCapacity: 25,
      spotAllocationStrategy: "capacity-optimized",
      spotMaxPrice: "0.0052",
    });
    expect(problems({ spot })).toEqual([]);
  });

  it("take 2 to 40 types of one architecture, which may be told", () => {
    const many = Array.from({ length: 40 }, (_, index) => `m5.${index + 1}xlarge`);
    expect(problems({ instanceTypes: many })).toEqual([]);
    expect(problems({ architecture: "x86_64" })).toEqual([]);
    expect(problems({ instanceTypes: ["t4g.micro", "m7g.medium"], architecture: "arm64" })).toEqual([]);
  });

  it.each([[[]], [["t3.micro"]], [["t3.micro", "t3.micro"]], [["t3.micro", "t3a.micro", "t3.micro"]]])(
    "refuse the types %j",
    (instanceTypes) => {
      expect(problems({ instanceTypes })).toEqual([
        {
          argument: "mixedInstances.instanceTypes",
          rule: "must be 2 to 40 different types",
          value: instanceTypes,
          remedy: "use for example t3.micro and t3a.micro, or leave mixedInstances out",
        },
      ]);
    },
  );

  it("refuse 41 types and what is no type", () => {
    const many = Array.from({ length: 41 }, (_, index) => `m5.${index + 1}xlarge`);
    expect(problems({ instanceTypes: many }).map(({ rule }) => rule)).toEqual(["must be 2 to 40 different types"]);
    expect(problems({ instanceTypes: ["t3.micro", "micro"] }).map(({ argument, rule }) => `${argument} ${rule}`)).toEqual([
      "mixedInstances.instanceTypes[1] must be a family and a size with a dot between them",
    ]);
  });

  it("refuse types of two architectures, and of another one than the image", () => {
    const refused = {
      argument: "mixedInstances.instanceTypes",
      remedy: "leave out those of the other architecture: one launch template starts one image",
    };
    expect(problems({ instanceTypes: ["t3.micro", "t4g.micro"] })).toEqual([
      {
        ...refused,
        rule: "must all run on x86_64, the architecture of the first one",
        value: { "t3.micro": "x86_64", "t4g.micro": "arm64" },
      },
    ]);
    expect(problems({ architecture: "arm64" })).toEqual([
      {
        ...refused,
        rule: "must all run on arm64, the architecture of the image",
        value: { "t3.micro": "x86_64", "t3a.micro": "x86_64" },
      },
    ]);
  });

  it.each([
    [{ onDemandBaseCapacity: -1 }, "mixedInstances.spot.onDemandBaseCapacity"],
    [{ onDemandPercentage: 101 }, "mixedInstances.spot.onDemandPercentage"],
    [{ maxPrice: "0" }, "mixedInstances.spot.maxPrice"],
    [{ maxPrice: "$0.01" }, "mixedInstances.spot.maxPrice"],
    [{ maxPrice: "" }, "mixedInstances.spot.maxPrice"],
  ])("refuse the Spot share %j", (spot, argument) => {
    expect(problems({ spot }).map((problem) => problem.argument)).toEqual([argument]);
  });
});
