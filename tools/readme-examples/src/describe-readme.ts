import type { DeployOptions } from "@org/offline-engine";
import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { undescribedArguments, withArgumentTables } from "./argument-tables";
import { compilerComplaints, readmeExamples } from "./readme-examples";
import { resourceCounts } from "./resource-counts";
import { untestedArguments } from "./untested-arguments";

/** What an example of a README comes to. */
export interface DeployedExample {
  /** How many resources of each type, of those that are counted. */
  readonly types: Readonly<Record<string, number>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  /** What it is deployed with. */
  readonly options?: Partial<Omit<DeployOptions, "program">>;
}

/**
 * The tests that every README of a package passes: it has these examples, by the headings that they stand under, they
 * compile, each deploys exactly what it should, and the tables of arguments are those of the sources, each of them described
 * and tested.
 * @param counted URNs of the resources that count; by default what the package's own components make in AWS
 */
export function describeReadme(
  readme: string,
  deployed: Readonly<Record<string, DeployedExample>>,
  counted = new RegExp(`org:${basename(dirname(readme))}:.*\\$aws:`),
): void {
  const examples = readmeExamples(readme);

  describe("README.md", () => {
    it("has the examples that are tested here", () => {
      expect(examples.map(({ title }) => title)).toEqual(Object.keys(deployed));
    });

    it("has examples that compile", () => {
      expect(compilerComplaints(readme, examples.map(({ code }) => code))).toEqual([]);
    }, 120_000);

    it.each(examples.map((example) => [example.title, example] as const))("%s deploys exactly what is told here", async (title, example) => {
      const { types, outputs, options } = deployed[title];
      const run = await example.deployed(options);
      expect(resourceCounts(run, counted)).toEqual(types);
      expect(run.outputs).toEqual(outputs);
    });

    it("has the tables of arguments that `npm run tables -w @org/readme-examples` writes, of every component", () => {
      expect(withArgumentTables(readme)).toEqual({ text: readFileSync(readme, "utf8"), untabled: [] });
    });

    it("says of each argument what it is", () => {
      expect(undescribedArguments(readme)).toEqual([]);
    });

    it("tells of no argument that the package's tests never give", () => {
      expect(untestedArguments(readme)).toEqual([]);
    });
  });
}
