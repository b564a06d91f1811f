import { readFileSync } from "node:fs";
import type { ConformanceReport } from "./check-conformance";
import { claimedControls } from "./claimed-controls";
import { unmetControls } from "./unmet-controls";

type Deployment = () => Promise<ConformanceReport>;

/** How all components of a package are deployed for the controls that its README claims. */
export interface ControlDeployments {
  /** With nothing but what has no default. */
  readonly byDefault: Deployment;
  /** With what the column "Takes" says; several where it does not go together: each control passes in one of them. */
  readonly taking: readonly Deployment[];
}

/**
 * The tests of the table "Controls that it meets" in a package's README: each control of it is one that the suite judges,
 * and passes with what it takes.
 * @param readme path of the file
 */
export function describeControls(readme: string, { byDefault, taking }: ControlDeployments): void {
  const claims = claimedControls(readFileSync(readme, "utf8"));
  const claimed = claims.map(({ control }) => control);

  describe("the controls of the README", () => {
    it("are each named once", () => {
      expect(claimed).toEqual([...new Set(claimed)]);
    });

    it("are met with what they take", async () => {
      const reports: ConformanceReport[] = [];
      for (const deployment of taking) reports.push(await deployment()); // Pulumi runs one program at a time.
      expect(unmetControls(claimed, reports)).toEqual([]);
    });

    it("are met by default where they take nothing", async () => {
      const controls = claims.filter(({ takes }) => takes === "").map(({ control }) => control);
      expect(unmetControls(controls, [await byDefault()])).toEqual([]);
    });
  });
}
