import { describeReadme, readmeExamples } from "@org/readme-examples";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as naming from "./index";

const readme = resolve(__dirname, "../README.md");
const nothing = { types: { "pulumi:pulumi:Stack": 1 }, outputs: {} };

describeReadme(readme, { "Smallest example": nothing, "Realistic example": nothing }, /./);

describe("the README of naming", () => {
  it("shows the name that the smallest example gives", () => {
    const [, type, role, shown] = /physicalName\("(.*?)", "(.*?)"\); \/\/ "(.*?)"/.exec(readmeExamples(readme)[0].code) ?? [];
    expect(new naming.Naming({ project: "infra", environment: "dev" }).physicalName(type, role)).toBe(shown);
  });

  it("names every export", () => {
    const text = readFileSync(readme, "utf8");
    expect(Object.keys(naming).filter((name) => !text.includes(name))).toEqual([]);
  });
});
