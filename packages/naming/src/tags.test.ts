import fc from "fast-check";
import { Naming } from "./naming";

const naming = new Naming({ project: "infra", environment: "dev" });
const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag-${index}`, "x"]));

describe("tags", () => {
  it("name the project, the environment and who manages the resource", () => {
    expect(naming.tags()).toEqual({ Project: "infra", Environment: "dev", ManagedBy: "pulumi" });
  });

  it("take extra ones, which win over the standard ones", () => {
    expect(naming.tags({ Team: "web", ManagedBy: "us" })).toEqual({
      Project: "infra",
      Environment: "dev",
      ManagedBy: "us",
      Team: "web",
    });
  });

  it("carry the name that the console shows", () => {
    expect(naming.nameTags("public-us-east-1a", { Tier: "public" })).toEqual({
      Name: "infra-dev-public-us-east-1a",
      Project: "infra",
      Environment: "dev",
      ManagedBy: "pulumi",
      Tier: "public",
    });
    expect(naming.nameTags("web", { Name: "mine" }).Name).toBe("mine");
  });

  it("replace in their own values what AWS refuses in a tag", () => {
    const odd = new Naming({ project: "aws:shop (1) & co", environment: "e".repeat(300) });
    expect(odd.tags()).toEqual({ Project: "aws-shop -1- - co", Environment: "e".repeat(256), ManagedBy: "pulumi" });
  });

  it("are legal for any project, environment and role", () => {
    const text = fc.string({ unit: "binary", minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(text, text, text, (project, environment, role) => {
        for (const value of Object.values(new Naming({ project, environment }).nameTags(role))) {
          expect([...value].length).toBeLessThanOrEqual(256);
          expect(value).toMatch(/^(?!aws:)[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/iu);
        }
      }),
    );
  });

  it("are at most 50", () => {
    expect(Object.keys(naming.tags(many(47)))).toHaveLength(50);
    expect(() => naming.tags(many(49))).toThrow(
      "tags: 1 invalid argument\n  - `tags` must be at most 50, the standard ones included, got 52: remove 2",
    );
  });

  it.each([
    ["an empty key", { "": "x" }, '`tags[""]` must have a key of 1 to 127 characters, got "": rename the tag'],
    ["a long key", { ["k".repeat(128)]: "x" }, "must have a key of 1 to 127 characters"],
    ["a long value", { a: "v".repeat(257) }, '`tags["a"]` must have a value of 0 to 256 characters'],
    ["a forbidden key", { "a(b)": "x" }, '`tags["a(b)"]` must have a key of letters, digits, spaces and _ . : / = + - @, got "a(b)": rename the tag'],
    ["a forbidden value", { a: "50%" }, '`tags["a"]` must have a value of letters, digits, spaces and _ . : / = + - @, got "50%": change the value'],
    ["a reserved key", { "AWS:x": "y" }, '`tags["AWS:x"]` must have a key that does not start with "aws:", got "AWS:x": rename the tag'],
    ["a reserved value", { a: "aws:b" }, '`tags["a"]` must have a value that does not start with "aws:", got "aws:b": change the value'],
    [
      "a key that differs only in case",
      { project: "x" },
      '`tags["project"]` must differ from the tag "Project" in more than case, got "project": write it "Project" to set that tag, or give it another name',
    ],
  ])("refuse %s", (_title, extra, message) => {
    expect(() => naming.tags(extra)).toThrow(message);
  });

  it("take the longest key and value that AWS takes, counted in characters", () => {
    const key = "é".repeat(127);
    const value = "𠀀".repeat(256);
    expect(naming.tags({ [key]: value })[key]).toBe(value);
  });

  it("name every mistake of one call", () => {
    expect(() => naming.tags({ "aws:a": "100%", b: "*" })).toThrow("tags: 3 invalid arguments");
  });
});
