import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { compilerComplaints, readmeExamples } from "./readme-examples";
import { resourceCounts } from "./resource-counts";

const fence = "```";
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(resolve(__dirname, "../readme-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function readme(text: string): string {
  const path = join(folder, "README.md");
  writeFileSync(path, text);
  return path;
}

const topic = 'import { Topic } from "@pulumi/aws/sns";\n\nexport const topic = new Topic("a", { name: "a" }).name;\n';

describe("readmeExamples", () => {
  it("takes every block of TypeScript with the heading that it stands under, and no other block", () => {
    const path = readme(`# One\n${fence}sh\nls\n${fence}\n## Two\n\n${fence}ts\n${topic}${fence}\n`);
    expect(readmeExamples(path).map(({ title, code }) => ({ title, code }))).toEqual([{ title: "Two", code: topic }]);
  });

  it("refuses a README without an example", () => {
    expect(() => readmeExamples(readme("# One\n"))).toThrow("README.md has no example: expected a block that starts with ```ts");
  });

  it("deploys an example and gives what it exports", async () => {
    const [example] = readmeExamples(readme(`${fence}ts\n${topic}${fence}\n`));
    const run = await example.deployed();
    expect(run.outputs).toEqual({ topic: "a" });
    expect(run.resource("aws:sns/topic:Topic").urn).toBe("urn:pulumi:dev::shop::aws:sns/topic:Topic::a");
    expect(resourceCounts(run)).toEqual({ "aws:sns/topic:Topic": 1 });
    expect(resourceCounts(run, /org:data:/)).toEqual({});
  });

  it("says what the compiler says, example by example", () => {
    expect(compilerComplaints(readme(""), [topic, 'export const wrong: number = "text";'])).toEqual([
      "Type 'string' is not assignable to type 'number'.",
    ]);
  }, 120_000);
});
