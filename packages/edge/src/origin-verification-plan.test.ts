import { output } from "@pulumi/pulumi";
import { type OriginVerificationPlanArgs, planOriginVerification, valueProblems } from "./origin-verification-plan";

const kmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/0d7a";
const generated: OriginVerificationPlanArgs = { source: { kind: "generated", kmsKeyArn } };
const strong = "n4bQgYhMfWWaL28IA7jlkB7";

describe("planOriginVerification", () => {
  it("keeps the first version alone, and a later one with the one before", () => {
    const versionsOf = (version?: number) =>
      planOriginVerification("web", { source: { kind: "generated", kmsKeyArn, version } }).versions;
    expect([versionsOf(), versionsOf(1), versionsOf(2), versionsOf(7)]).toEqual([[1], [1], [1, 2], [6, 7]]);
  });

  it("names the header, and keeps a deleted secret for 30 days in production only", () => {
    expect(planOriginVerification("web", generated)).toEqual({
      headerName: "x-origin-verify",
      versions: [1],
      recoveryWindowInDays: 30,
    });
    expect(planOriginVerification("web", { ...generated, profile: "ephemeral" }).recoveryWindowInDays).toBe(0);
  });

  it("keeps no version of values that are given", () => {
    const source = { kind: "given", current: strong, previous: output("later") } as const;
    expect(planOriginVerification("web", { source }).versions).toEqual([]);
  });

  it.each(["x_origin_verify", "", "x".repeat(41), "x origin", "X-Amz-Verify", "x-edge-verify", "Host", "via"])(
    "refuses the header %j, which would not arrive",
    (headerName) => {
      expect(() => planOriginVerification("web", { ...generated, headerName })).toThrow(
        new Error(
          'OriginVerification "web": 1 invalid argument\n' +
            "  - `headerName` must have 1 to 40 letters, digits and hyphens, " +
            `and be none of the headers that CloudFront keeps for itself, got ${JSON.stringify(headerName)}: ` +
            "use for example x-origin-verify",
        ),
      );
    },
  );

  it.each([0, -1, 1.5, Number.NaN])("refuses version %d", (version) => {
    const source = { kind: "generated", kmsKeyArn, version } as const;
    expect(() => planOriginVerification("web", { source })).toThrow(
      `\`source.version\` must be a whole number from 1, got ${version}: start with 1, and raise it by one to rotate the value`,
    );
  });

  it("names everything that is wrong at once, without telling a secret", () => {
    const source = { kind: "given", current: "short-secret", previous: `${strong}*` } as const;
    expect(() => planOriginVerification("web", { source, headerName: "cookie" })).toThrow(
      new Error(
        'OriginVerification "web": 3 invalid arguments\n' +
          "  - `headerName` must have 1 to 40 letters, digits and hyphens, " +
          'and be none of the headers that CloudFront keeps for itself, got "cookie": use for example x-origin-verify\n' +
          "  - `source.current` must have 16 to 128 characters without *, ? and white space, " +
          'got "text of 12 characters": draw 64 letters and digits at random\n' +
          "  - `source.previous` must have 16 to 128 characters without *, ? and white space, " +
          'got "text of 24 characters": draw 64 letters and digits at random',
      ),
    );
  });
});

describe("valueProblems", () => {
  it.each([strong, "a".repeat(16), "a".repeat(128)])("takes %s", (value) => {
    expect(valueProblems("source.current", value)).toEqual([]);
  });

  it.each(["a".repeat(15), "a".repeat(129), `${strong}?`, `${strong} ${strong}`])("refuses %j", (value) => {
    expect(valueProblems("source.current", value)).toHaveLength(1);
  });

  it("waits with what is not known yet", () => {
    expect(valueProblems("source.current", output("short"))).toEqual([]);
    expect(valueProblems("source.previous", undefined)).toEqual([]);
  });
});
