import { architectureOf, instanceTypeProblems, takesEbsOptimization } from "./instance-type";

describe("instance type", () => {
  it.each(["t4g.micro", "m7gd.large", "c6gn.xlarge", "a1.medium", "im4gn.large", "x2gd.medium", "hpc7g.4xlarge"])(
    "knows that %s runs on arm64",
    (instanceType) => {
      expect(architectureOf(instanceType)).toBe("arm64");
    },
  );

  it.each(["t3.micro", "t3a.micro", "m5.large", "g4dn.xlarge", "g5.xlarge", "m7i-flex.large", "mac1.metal", "trn1.2xlarge"])(
    "knows that %s runs on x86_64",
    (instanceType) => {
      expect(architectureOf(instanceType)).toBe("x86_64");
    },
  );

  it("does not ask for EBS optimization where EC2 would refuse it", () => {
    expect(["t2.micro", "m3.medium", "t2.2xlarge"].map(takesEbsOptimization)).toEqual([false, false, false]);
    expect(["t3.micro", "t4g.small", "m5.large", "c5.large"].map(takesEbsOptimization)).toEqual([true, true, true, true]);
  });

  it("is a family and a size", () => {
    expect(instanceTypeProblems("types[1]", "u-6tb1.metal")).toEqual([]);
    expect(instanceTypeProblems("types[1]", "micro")).toEqual([
      {
        argument: "types[1]",
        rule: "must be a family and a size with a dot between them",
        value: "micro",
        remedy: "use for example t3.micro or t4g.small",
      },
    ]);
  });
});
