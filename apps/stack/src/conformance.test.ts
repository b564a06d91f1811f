import { type ConformanceReport, controlsDocument, controlsNotYetJudged, metByNoOther, runtimeControls } from "@org/conformance";
import { readFileSync } from "node:fs";
import { controlsOfStack, controlsPath, judgedStacks } from "./controls.fixture";

type Title = keyof typeof judgedStacks;
const titles = Object.keys(judgedStacks) as Title[];

/** Those of the 22 controls that no other library meets by default which are an account's to set. */
const ofTheAccount = ["prowler:ec2_instance_account_imdsv2_enabled", "FSBP:EC2.7", "SecHub:EC2.182", "FSBP:S3.1"];

let reports: Readonly<Record<Title, ConformanceReport>>;

beforeAll(async () => {
  reports = await controlsOfStack();
}, 120_000);

describe("the stack", () => {
  it.each(titles)("meets every control or says why not, as %s", (title) => {
    expect(reports[title].failures).toEqual([]);
  });

  it("needs every exception that is recorded", () => {
    const unused = titles.map((title) => new Set(reports[title].unusedExceptions));
    const [first, ...others] = unused;
    expect([...first].filter((exception) => others.every((other) => other.has(exception)))).toEqual([]);
  });

  it("is judged by every published control that a deployed stack can be judged by", () => {
    const published = reports.production.verdicts.filter(({ rule }) => !rule.id.startsWith("structure/"));
    expect(published).toHaveLength(244);
    expect(Object.keys(runtimeControls)).toHaveLength(13);
    expect(controlsNotYetJudged).toEqual([]);
  });

  it.each(titles)("is as its preview shows it, as %s", (title) => {
    const seen = reports[title].verdicts.find(({ control }) => control === "structure:seen-in-preview");
    expect([seen?.outcome, seen?.failed]).toEqual(["pass", []]);
  });

  it("meets what no other library meets by default, as far as a stack can", () => {
    const outcomes = (title: Title) => {
      const verdicts = reports[title].verdicts.filter(({ control }) => metByNoOther.includes(control));
      expect(verdicts).toHaveLength(22);
      return verdicts.filter(({ outcome }) => outcome !== "pass").map(({ control, outcome }) => [control, outcome]);
    };

    expect(outcomes("production").sort()).toEqual(ofTheAccount.map((control) => [control, "not applicable"]).sort());
    expect(outcomes("full production")).toEqual([]);
  });

  it("has the document of the controls that `npm run controls -w @org/conformance` writes", () => {
    expect(readFileSync(controlsPath, "utf8")).toBe(controlsDocument(reports));
  });
});
