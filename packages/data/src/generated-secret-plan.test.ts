import { planGeneratedSecret } from "./generated-secret-plan";

describe("planGeneratedSecret", () => {
  it("asks for 32 characters that can be pasted anywhere, and keeps a deleted secret for 30 days by default", () => {
    expect(planGeneratedSecret("app", {})).toEqual({
      password: { passwordLength: 32, excludeCharacters: "\"'`\\/@:$ " },
      version: 1,
      recoveryWindowInDays: 30,
    });
  });

  it("frees the name of a deleted secret at once in the ephemeral profile", () => {
    expect(planGeneratedSecret("app", { profile: "ephemeral" }).recoveryWindowInDays).toBe(0);
  });

  it("takes the caller's length, characters and version", () => {
    expect(planGeneratedSecret("app", { length: 64, excludeCharacters: "", version: 3 })).toEqual({
      password: { passwordLength: 64, excludeCharacters: "" },
      version: 3,
      recoveryWindowInDays: 30,
    });
  });

  it.each([16, 4096])("takes a length of %d", (length) => {
    expect(planGeneratedSecret("app", { length }).password.passwordLength).toBe(length);
  });

  it.each([15, 4097, 20.5])("refuses a length of %d", (length) => {
    expect(() => planGeneratedSecret("app", { length })).toThrow(
      new Error(
        'GeneratedSecret "app": 1 invalid argument\n' +
          `  - \`length\` must be a whole number from 16 to 4096, got ${length}: use for example 32`,
      ),
    );
  });

  it.each([0, -1, 1.5])("refuses version %d", (version) => {
    expect(() => planGeneratedSecret("app", { version })).toThrow(
      new Error(
        'GeneratedSecret "app": 1 invalid argument\n' +
          `  - \`version\` must be a whole number, at least 1, got ${version}: start with 1 and add 1 for each rotation`,
      ),
    );
  });
});
