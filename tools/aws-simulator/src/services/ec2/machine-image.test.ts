import { architectureOfImage, architectureOfInstanceType, machineImageId } from "./machine-image";

test("a simulated image tells its architecture, a real one does not", () => {
  expect(architectureOfImage(machineImageId("al2023", "arm64"))).toBe("arm64");
  expect(architectureOfImage(machineImageId("al2023", "x86_64"))).toBe("x86_64");
  expect(architectureOfImage("ami-0abcdef1234567890")).toBeUndefined();
});

test.each([
  ["t3.micro", "x86_64"],
  ["t2.large", "x86_64"],
  ["m5dn.4xlarge", "x86_64"],
  ["m7i-flex.large", "x86_64"],
  ["c6a.large", "x86_64"],
  ["t4g.micro", "arm64"],
  ["c7gn.medium", "arm64"],
  ["r8g.large", "arm64"],
  ["a1.medium", "arm64"],
  ["mac2.metal", undefined],
  ["p6e-gb200.36xlarge", undefined],
])("%s is %s", (type, architecture) => {
  expect(architectureOfInstanceType(type)).toBe(architecture);
});
