import { compilerComplaints, readmeExamples } from "@org/readme-examples";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as naming from "./index";

const readme = resolve(__dirname, "../README.md");
const examples = readmeExamples(readme);

describe("README.md", () => {
  it("has a smallest and a realistic example", () => {
    expect(examples.map(({ title }) => title)).toEqual(expect.arrayContaining(["Smallest example", "Realistic example"]));
  });

  it("has examples that compile", () => {
    expect(compilerComplaints(readme, examples.map(({ code }) => code))).toEqual([]);
  }, 120_000);

  it.each(examples.map((example) => [example.title, example] as const))("%s runs, and creates nothing", async (_, example) => {
    const { resources } = await example.deployed();
    expect(resources.map(({ type }) => type)).toEqual(["pulumi:pulumi:Stack"]);
  });

  it("shows the name that the smallest example gives", () => {
    const [, type, role, shown] = /physicalName\("(.*?)", "(.*?)"\); \/\/ "(.*?)"/.exec(examples[0].code) ?? [];
    expect(new naming.Naming({ project: "infra", environment: "dev" }).physicalName(type, role)).toBe(shown);
  });

  it("names every export", () => {
    const text = readFileSync(readme, "utf8");
    expect(Object.keys(naming).filter((name) => !text.includes(name))).toEqual([]);
  });
});
