import { refusalOf, SimulatedAccount } from "../../simulated-account.fixture";

const PARAMETER = "aws:ssm/parameter:Parameter";

describe("a parameter", () => {
  it("has its name as id, an ARN with one slash, and a version that grows", () => {
    const account = new SimulatedAccount();
    const made = account.create(PARAMETER, "p", { name: "/app/url", type: "String", value: "a" });
    expect(made).toMatchObject({
      id: "/app/url",
      outputs: { arn: "arn:aws:ssm:us-east-1:123456789012:parameter/app/url", version: 1, tier: "Standard", dataType: "text", insecureValue: "a" },
    });
    expect(account.update(made, { name: "/app/url", type: "String", value: "b" }).outputs).toMatchObject({ version: 2, value: "b" });
    expect(account.create(PARAMETER, "q", { name: "url", type: "SecureString", value: "a" }).outputs).toMatchObject({
      arn: "arn:aws:ssm:us-east-1:123456789012:parameter/url",
      keyId: "alias/aws/ssm",
    });
  });

  it.each([
    [{ type: "Text", value: "a" }, "ssm/parameter-type", "ValidationException"],
    [{ type: "String", value: "a", tier: "Gold" }, "ssm/parameter-tier", "ValidationException"],
    [{ type: "String", value: "a".repeat(4097) }, "ssm/parameter-value-size", "ValidationException"],
    [{ type: "String", value: "a".repeat(8193), tier: "Advanced" }, "ssm/parameter-value-size", "ValidationException"],
  ])("is refused as %#", (inputs, rule, code) => {
    expect(refusalOf(() => new SimulatedAccount().create(PARAMETER, "p", { name: "/app/url", ...inputs }))).toMatchObject({ rule, code });
  });

  it("is refused under a name that is taken, and holds 8 KB when it is advanced", () => {
    const account = new SimulatedAccount();
    account.create(PARAMETER, "p", { name: "/app/url", type: "String", value: "a".repeat(8192), tier: "Advanced" });
    expect(refusalOf(() => account.create(PARAMETER, "q", { name: "/app/url", type: "String", value: "a" }))).toMatchObject({
      rule: "ssm/parameter-name-free",
      code: "ParameterAlreadyExists",
    });
  });
});
