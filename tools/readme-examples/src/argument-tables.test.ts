import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { undescribedArguments, withArgumentTables } from "./argument-tables";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "argument-tables-"));
  mkdirSync(join(folder, "src"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A package with these sources, and a README with a table for each name. */
function packageOf(sources: Readonly<Record<string, string>>, ...tables: string[]): string {
  // The compiler takes a comment for that of what follows only when it begins a line.
  for (const [file, text] of Object.entries(sources)) writeFileSync(join(folder, "src", file), text.replaceAll("/**", "\n/**"));
  const readme = join(folder, "README.md");
  writeFileSync(readme, tables.map((name) => `<!-- arguments: ${name} -->\nold\n<!-- /arguments -->\n`).join("between\n"));
  return readme;
}

/** The rows of the table of `XArgs`, declared by these sources beside the class `X`. */
function rowsOf(declarations: string): string[] {
  const readme = packageOf({ "index.ts": `export class X {}\n${declarations}` }, "XArgs");
  return withArgumentTables(readme).text.split("\n").slice(4, -3);
}

describe("withArgumentTables", () => {
  it("writes a table between its markers, and leaves everything else", () => {
    const readme = packageOf({ "index.ts": "export class X {}\nexport interface XArgs { a: string }" }, "XArgs");
    writeFileSync(readme, `# X\n\n${readFileSync(readme, "utf8")}\nMore.\n`);
    expect(withArgumentTables(readme)).toEqual({
      text: [
        "# X\n\n<!-- arguments: XArgs -->\n",
        "| argument | type | default | |\n|---|---|---|---|\n| **`a`** | `string` | required | |",
        "\n<!-- /arguments -->\n\nMore.\n",
      ].join("\n"),
      untabled: [],
    });
  });

  it("gives what it has written again", () => {
    const readme = packageOf({ "index.ts": "export class X {}\nexport interface XArgs { a: string }" }, "XArgs");
    const { text } = withArgumentTables(readme);
    writeFileSync(readme, text);
    expect(withArgumentTables(readme).text).toBe(text);
  });

  it("names the arguments of exported classes that have no table, wherever they are declared", () => {
    const readme = packageOf({
      "index.ts": 'export { X, type XArgs } from "./x";\nexport interface PlanArgs { a: string }',
      "x.ts": "export class X {}\nexport interface XArgs { a: string }\nexport class Y {}\nexport interface YArgs { a: string }",
    });
    expect(withArgumentTables(readme).untabled).toEqual(["XArgs"]);
  });

  it("refuses a table of what is no component's arguments", () => {
    const readme = packageOf({ "index.ts": "export interface XArgs { a: string }" }, "XArgs");
    expect(() => withArgumentTables(readme)).toThrow(`${readme} has a table of XArgs, which is not the arguments of an exported class`);
  });

  it("refuses a package without sources", () => {
    expect(() => withArgumentTables(packageOf({}, "XArgs"))).toThrow(/src\/index\.ts does not exist$/);
  });

  it("tells meaning, default and the page of a comment, on one line and without breaking the table", () => {
    const comment = "/**\n * What\n * it is: a | b, <c>, `<d>`.\n *\n * More.\n * @default [\"a\"] or true, not 5\n *\n * https://docs.example.com/page.\n */";
    expect(rowsOf(`export interface XArgs { ${comment} readonly a?: "a" | "b" }`)).toEqual([
      '| **`a`** | `"a" \\| "b"` | `["a"]` or `true`, not 5 | What it is: a \\| b, &lt;c>, `<d>`. More. [More](https://docs.example.com/page) |',
    ]);
  });

  it("shows types without what only the compiler needs", () => {
    const rows = rowsOf(`
      import * as pulumi from "@pulumi/pulumi";
      type Mode = "a" | "b";
      const names = { "one-name": 1, two: 2 };
      export interface XArgs {
        readonly a: pulumi.Input<readonly pulumi.Input<string>[]>;
        readonly b: Readonly<Record<string, Mode>>;
        readonly c: readonly (Mode)[];
        readonly d?: { readonly change?: (args: string, opts: number) => void; readonly not?: undefined };
        readonly e: keyof typeof names;
        readonly f: (pulumi.Input<string> | { a: 1 | 2 })[];
        readonly g: { a: 1 | 2 }[];
      }`);
    expect(rows.map((row) => row.split(" | ")[1])).toEqual([
      "`Input<Input<string>[]>`",
      '`Record<string, "a" \\| "b">`',
      '`("a" \\| "b")[]`',
      "`{ change?: (args, opts) => void }`",
      '`"one-name" \\| "two"`',
      "`(Input<string> \\| { a: 1 \\| 2 })[]`",
      "`{ a: 1 \\| 2 }[]`",
    ]);
  });

  it("tells literals that take too much room beside the name of their type", () => {
    const names = ["one", "two", "three"].map((name) => `"${name}-${"x".repeat(20)}"`);
    const rows = rowsOf(`
      export type Long = ${names.join(" | ")};
      export interface XArgs {
        /** Which. */
        a: readonly Long[];
        b: Long | { port: number };
      }`);
    expect(rows).toEqual([
      `| **\`a\`** | \`Long[]\` | required | Which. Values: ${names.map((name) => `\`${name}\``).join(", ")}. |`,
      "| **`b`** | `Long \\| { port: number }` | required | |",
    ]);
  });

  it("follows what the arguments extend, with what they give it", () => {
    expect(
      rowsOf(`
        interface Base<T> { /** Inherited. @default 1 */ b?: T }
        export interface XArgs extends Base<boolean> { a: string }`),
    ).toEqual(["| **`a`** | `string` | required | |", "| **`b`** | `boolean` | 1 | Inherited. |"]);
  });

  it("tells the members of objects, in lists, records and inputs too, where there is something to say", () => {
    const rows = rowsOf(`
      import type { Input } from "@pulumi/pulumi";
      interface Check { /** Where. */ path: string }
      export interface XArgs {
        a?: Check;
        b: Readonly<Record<string, Input<string> | Inner>>;
        c: { silent: number };
        d: Input<Named>;
        e: Partial<Record<string, Named>>;
        f: Way;
      }
      interface Named { /** Called. */ name: string }
      /** One way or the other. */
      type Way = "one" | "other";
      /** Of the type.
       *
       * https://docs.example.com/inner
       */
      export interface Inner { readonly list?: readonly Item[] }
      interface Item { /** Deep. */ deep: true }`);
    expect(rows).toEqual([
      "| **`a`** | `Check` | | |",
      "| `a.path` | `string` | required | Where. |",
      "| **`b`** | `Record<string, Input<string> \\| Inner>` | required | Of the type. [More](https://docs.example.com/inner) |",
      "| `b[*].list` | `Item[]` | | |",
      "| `b[*].list[*].deep` | `true` | required | Deep. |",
      "| **`c`** | `{ silent: number }` | required | |",
      "| **`d`** | `Input<Named>` | required | |",
      "| `d.name` | `string` | required | Called. |",
      "| **`e`** | `Partial<Record<string, Named>>` | required | As `d`. |",
      '| **`f`** | `"one" \\| "other"` | required | One way or the other. |',
    ]);
  });

  it("tells what kinds have in common, then each kind by what tells it apart", () => {
    const rows = rowsOf(`
      interface Common { /** Of both. */ name: string }
      /** The first. */
      interface First extends Common { readonly kind: "first"; readonly size?: number }
      /** The second. */
      interface Second extends Common { readonly kind: "second"; /** Says so. */ readonly sure: true }
      interface Third extends Common { readonly kind: "second"; readonly port: number }
      export interface XArgs { a: First | Second | (Third & { readonly more?: string }) | "off" }`);
    expect(rows).toEqual([
      '| **`a`** | `First \\| Second \\| Third \\| "off"` | required | |',
      "| `a.name` | `string` | required | Of both. |",
      '| `a` | `{ kind: "first" }` | | The first. |',
      "| `a.size` | `number` | | |",
      '| `a` | `{ kind: "second", sure: true }` | | The second. |',
      "| `a.sure` | `true` | required | Says so. |",
      '| `a` | `{ kind: "second", port }` | | |',
      "| `a.port` | `number` | required | |",
      "| `a.more` | `string` | | |",
    ]);
  });

  it("tells arguments that are said in one way or another, with type parameters as they are by default", () => {
    const rows = rowsOf(`
      /** Whatever it is. */
      interface Settings { region: string }
      type Writers<Kind extends string> = { /** One. */ writer: Kind; writers?: undefined } | { writers: Kind[]; writer?: never };
      export type XArgs<Kind extends string = "a"> = Settings & Writers<Kind>;`);
    expect(rows).toEqual([
      "| **`region`** | `string` | required | |",
      "| | `{ writer }` | | |",
      '| **`writer`** | `"a"` | required | One. |',
      "| | `{ writers }` | | |",
      '| **`writers`** | `"a"[]` | required | |',
    ]);
  });

  it("tells what is picked or left out of a type, for the types that it is given", () => {
    const rows = rowsOf(`
      interface Bucket<Kind> { /** Which. */ kind: Kind; arn: string; other: string }
      interface Named { /** Called. */ name: string }
      export interface XArgs { a: Pick<Bucket<"s3">, "kind" | "arn">; b: "off" | Omit<Bucket<Named>, "arn"> }`);
    expect(rows).toEqual([
      "| **`a`** | `Bucket` | required | |",
      '| `a.kind` | `"s3"` | required | Which. |',
      "| `a.arn` | `string` | required | |",
      '| **`b`** | `"off" \\| Bucket` | required | |',
      "| `b.kind` | `Named` | required | Which. |",
      "| `b.kind.name` | `string` | required | Called. |",
      "| `b.other` | `string` | required | |",
    ]);
  });

  it("tells the members of a type once, at an argument rather than inside of one", () => {
    const check = "export interface Check { /** Where. */ path: string }";
    const readme = packageOf(
      {
        "index.ts": `${check}\nexport class X {}\nexport interface XArgs { inner: { /** In. */ check: Check }; check: Check; again: Check[] }
          export class Y {}\nexport interface YArgs { /** Its. */ check?: Check }`,
      },
      "XArgs",
      "YArgs",
    );
    expect(withArgumentTables(readme).text.split("\n").filter((line) => line.includes("heck"))).toEqual([
      "| **`inner`** | `{ check: Check }` | required | |",
      "| `inner.check` | `Check` | required | In. As `check`. |",
      "| **`check`** | `Check` | required | |",
      "| `check.path` | `string` | required | Where. |",
      "| **`again`** | `Check[]` | required | As `check`. |",
      "| **`check`** | `Check` | | Its. As `check` of `X`. |",
    ]);
  });

  it("tells a member of several kinds where the first of them has it", () => {
    const rows = rowsOf(`
      interface Proof { /** Which. */ header: string }
      export interface XArgs { a: { kind: "a"; proof: Proof } | { kind: "b"; /** Likewise. */ proof: Proof } }`);
    expect(rows).toEqual([
      '| **`a`** | `{ kind: "a", proof: Proof } \\| { kind: "b", proof: Proof }` | required | |',
      '| `a` | `{ kind: "a" }` | | |',
      "| `a.proof` | `Proof` | required | |",
      "| `a.proof.header` | `string` | required | Which. |",
      '| `a` | `{ kind: "b" }` | | |',
      "| `a.proof` | `Proof` | required | Likewise. |",
    ]);
  });
});

describe("undescribedArguments", () => {
  it("names the arguments, and parts of them, of which the sources say nothing but the type", () => {
    const readme = packageOf({
      "index.ts": `export class X {}
        interface Place { room: string; /** Counted from the ground. */ floor?: number }
        /** How bright. */
        interface Light { lux: number }
        export interface XArgs { place: Place; light: Light; /** What it is for. */ use: string }`,
    });
    expect(undescribedArguments(readme)).toEqual(["place", "place.room"]);
  });
});
