import { type ConformanceReport, controlsDocument, controlsNotYetJudged, runtimeControls } from "@org/conformance";
import { readFileSync } from "node:fs";
import { controlsOfStack, controlsPath } from "./controls.fixture";

let reports: Readonly<Record<"production" | "ephemeral", ConformanceReport>>;

beforeAll(async () => {
  reports = await controlsOfStack();
}, 120_000);

describe("the stack", () => {
  it.each(["production", "ephemeral"] as const)("meets every control or says why not, as %s", (profile) => {
    expect(reports[profile].failures).toEqual([]);
  });

  it("needs every exception that is recorded", () => {
    const inProduction = reports.production.unusedExceptions;
    expect(reports.ephemeral.unusedExceptions.filter((exception) => inProduction.includes(exception))).toEqual([]);
  });

  it("is judged by every published control that a deployed stack can be judged by", () => {
    const published = reports.production.verdicts.filter(({ rule }) => !rule.id.startsWith("structure/"));
    expect(published).toHaveLength(244);
    expect(Object.keys(runtimeControls)).toHaveLength(13);
    expect(controlsNotYetJudged).toEqual([]);
  });

  it("has the document of the controls that `npm run controls -w @org/conformance` writes", () => {
    expect(readFileSync(controlsPath, "utf8")).toBe(controlsDocument(reports));
  });
});
