import { equalInstanceType } from "./equal-instance-type";
import { architectureOf } from "./instance-type";

const families =
  "t3 t3a m5 m5a m6i m6a m7i m7a m8i c5 c5a c6i c6a c7i c7a c8i r5 r5a r6i r6a r7i r7a r8i m6g m7g m8g c6g c7g c8g r6g r7g r8g".split(" ");

describe("the equal of an instance type", () => {
  it.each([
    ["t3.micro", "t3a.micro"],
    ["t3a.2xlarge", "t3.2xlarge"],
    ["m5.large", "m6i.large"],
    ["m7a.24xlarge", "m7i.24xlarge"],
    ["c5.12xlarge", "c6i.12xlarge"],
    ["r6a.xlarge", "r6i.xlarge"],
    ["m6g.medium", "m7g.medium"],
    ["c8g.16xlarge", "c7g.16xlarge"],
  ])("of %s is %s", (instanceType, equal) => {
    expect(equalInstanceType(instanceType)).toBe(equal);
  });

  it.each([
    ["t4g.small", "no other family is burstable on Graviton"],
    ["t2.micro", "t3.micro has twice its vCPUs"],
    ["c5.9xlarge", "c6i has no such size"],
    ["c5a.8xlarge", "c5 has no such size"],
    ["m6a.48xlarge", "m6i has no such size"],
    ["m5.metal", "the bare metal of other generations has other sizes"],
    ["m7g.24xlarge", "there is no such size"],
    ["m5", "it is no type"],
  ])("of %s is unknown: %s", (instanceType) => {
    expect(equalInstanceType(instanceType)).toBeUndefined();
  });

  it.each(families)("of %s is another family of the same kind and architecture, and has an equal itself", (family) => {
    const equal = equalInstanceType(`${family}.large`) ?? "";
    expect(equal).not.toBe(`${family}.large`);
    expect(equal[0]).toBe(family[0]);
    expect(equal.endsWith(".large")).toBe(true);
    expect(architectureOf(equal)).toBe(architectureOf(family));
    expect(equalInstanceType(equal)).toMatch(/\.large$/);
  });

  it.each([
    ["t3.micro", "us-east-1", "t3a.micro"],
    ["t3.micro", "eu-west-1", "t3a.micro"],
    ["t3.micro", "eu-north-1", undefined],
    ["t3.micro", "ap-northeast-3", undefined],
    ["t3a.micro", "eu-north-1", "t3.micro"],
    ["m5.large", "eu-north-1", "m6i.large"],
    ["m5.large", "af-south-1", undefined],
    ["m6g.large", "us-gov-west-1", undefined],
    ["m6g.large", "cn-north-1", undefined],
    ["m6g.large", "moon-east-1", undefined],
  ])("of %s in %s is %s", (instanceType, region, equal) => {
    expect(equalInstanceType(instanceType, region)).toBe(equal);
  });
});
