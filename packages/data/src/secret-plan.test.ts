import { planSecret } from "./secret-plan";

const rotation = (days?: number) => ({ lambdaArn: "arn:aws:lambda:us-east-1:123456789012:function:rotate", days });

describe("planSecret", () => {
  it("keeps a deleted secret for 30 days in production, the default, and frees its name at once when ephemeral", () => {
    expect(planSecret("app", { version: 2 })).toEqual({ version: 2, recoveryWindowInDays: 30 });
    expect(planSecret("app", { version: 1, profile: "ephemeral" })).toEqual({ version: 1, recoveryWindowInDays: 0 });
  });

  it.each([undefined, 1, 90])("takes a rotation every %s days", (days) => {
    expect(() => planSecret("app", { version: 1, rotation: rotation(days) })).not.toThrow();
  });

  it.each([0, 91, 1.5])("refuses a version and a rotation of %s", (days) => {
    expect(() => planSecret("app", { version: 0, rotation: rotation(days) })).toThrow(
      new Error(
        'Secret "app": 2 invalid arguments\n' +
          "  - `version` must be a whole number, at least 1, got 0: start with 1 and add 1 for each rotation\n" +
          "  - `rotation.days` must be a whole number of days from 1 to 90 (Security Hub SecretsManager.4), " +
          `got ${days}: use for example 30`,
      ),
    );
  });
});
