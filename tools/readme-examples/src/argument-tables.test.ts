import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { declaredArguments, tabledArguments } from "./argument-tables";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "argument-tables-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(text: string): string {
  const path = join(folder, "file");
  writeFileSync(path, text);
  return path;
}

describe("declaredArguments", () => {
  it("gives name, type, default and description of each member", () => {
    const path = file("export interface XArgs {\n  /**\n   * What\n   * it is.\n   * @default none\n   */\n  readonly a?: readonly string[];\n  b: 1;\n}\n");
    expect(declaredArguments(path, "XArgs")).toEqual([
      { name: "a", type: "string[]", defaultText: "none", description: "What it is." },
      { name: "b", type: "1", defaultText: "", description: "" },
    ]);
  });

  it("refuses a file without the interface", () => {
    expect(() => declaredArguments(file("export interface Y {}"), "XArgs")).toThrow("has no interface XArgs");
  });
});

describe("tabledArguments", () => {
  const table = "| argument | default | |\n|---|---|---|\n| `a`, `b` | | |\n| `c.d` | | |\n| `c.e` | | |\n| `f` (`Y`) | | |\n";

  it("reads the first columns under the component's heading, without headers", () => {
    const path = file(`### \`Z\`\n\n### \`X\` and \`Y\`\n\n${table}\n| \`kind\` | |\n|---|---|\n| \`"g"\` | |\n`);
    expect(tabledArguments(path, "X")).toEqual(["a", "b", "c"]);
    expect(tabledArguments(path, "Y")).toEqual(["a", "b", "f", "c"]);
  });

  it("gives a name twice that stands there twice", () => {
    expect(tabledArguments(file(`### \`X\`\n\n${table}| \`a\` | | |\n`), "X")).toEqual(["a", "b", "a", "c"]);
  });

  it("refuses a README without the table", () => {
    expect(() => tabledArguments(file(`### \`X\`\n\n${table}`), "Z")).toThrow("has no table of arguments under ### `Z`");
  });
});
