import { checkConformance } from "@org/conformance";
import { deployDistribution, naming } from "./distribution.fixture";

describe("a distribution behind a web ACL, with their defaults", () => {
  it("meets every control or has a recorded exception", async () => {
    const exceptions = [
      { controls: ["CKV_AWS_158"], reason: "the key is another component's: `logKmsKeyArn` of the web ACL takes it" },
    ];
    const { failures, unusedExceptions } = checkConformance(await deployDistribution(), { naming, exceptions, surroundings: /^logs$/ });
    expect(failures).toEqual([]);
    expect(unusedExceptions).not.toContain(exceptions[0]);
  });
});
