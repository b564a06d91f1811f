import fc from "fast-check";
import { arnParts, matchesArn, matchesGlob } from "./glob";

describe("matchesGlob", () => {
  it("lets * stand for any run of characters and ? for exactly one", () => {
    expect(matchesGlob("s3:Get*", "s3:GetObject")).toBe(true);
    expect(matchesGlob("s3:Get?bject", "s3:GetObject")).toBe(true);
    expect(matchesGlob("secret:name-??????", "secret:name-a1B2c3")).toBe(true);
    expect(matchesGlob("secret:name-??????", "secret:name-a1B2c3d")).toBe(false);
    expect(matchesGlob("*", "")).toBe(true);
    expect(matchesGlob("?", "")).toBe(false);
    expect(matchesGlob("a*b*c", "a-b-b-c")).toBe(true);
    expect(matchesGlob("a*b*c", "a-b-b-d")).toBe(false);
  });

  it("takes every text as a pattern of itself when it holds no wildcard", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, other) => {
        const literal = text.replaceAll(/[*?]/g, "");
        expect(matchesGlob(literal, literal)).toBe(true);
        if (other !== literal) expect(matchesGlob(literal, other)).toBe(false);
      }),
    );
  });

  it("agrees with a regular expression on short patterns", () => {
    const short = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 6 });
    const text = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 8 });
    fc.assert(
      fc.property(short, text, (pattern, asked) => {
        const expression = new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`);
        expect(matchesGlob(pattern, asked)).toBe(expression.test(asked));
      }),
    );
  });

  it("answers a pattern that would hang a backtracking matcher", () => {
    expect(matchesGlob(`${"a*".repeat(40)}b`, "a".repeat(4000))).toBe(false);
  });
});

describe("matchesArn", () => {
  it("compares part by part, so that a wildcard in the region does not swallow the account", () => {
    expect(matchesArn("arn:aws:logs:*:123456789012:log-group:app", "arn:aws:logs:us-east-1:123456789012:log-group:app")).toBe(true);
    expect(matchesArn("arn:aws:logs:*:log-group:app", "arn:aws:logs:us-east-1:123456789012:log-group:app")).toBe(false);
    expect(matchesArn("arn:aws:logs:us-east-1:123456789012:*", "arn:aws:logs:us-east-1:123456789012:log-group:app")).toBe(true);
  });
});

describe("arnParts", () => {
  it("keeps the colons of the resource part", () => {
    expect(arnParts("arn:aws:logs:us-east-1:123456789012:log-group:app:*")).toEqual([
      "arn",
      "aws",
      "logs",
      "us-east-1",
      "123456789012",
      "log-group:app:*",
    ]);
    expect(arnParts("alias/app")).toBeUndefined();
  });
});
