import { SimulatedAws } from "@org/aws-simulator";
import { checkConformance, claimedControls, type ConformanceOptions } from "@org/conformance";
import { deploy } from "@org/offline-engine";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { hardenedService, naming } from "./hardened-service.fixture";
import { surroundings, wholeService } from "./whole-service.fixture";

const claims = claimedControls(readFileSync(resolve(__dirname, "../README.md"), "utf8"));
const claimed = claims.map(({ control }) => control);
const byDefault = claims.filter(({ takes }) => takes === "").map(({ control }) => control);

async function outcomesOf(controls: readonly string[], program: () => void, options: ConformanceOptions = {}) {
  const run = await deploy({ providers: [new SimulatedAws()], program });
  const { verdicts } = checkConformance(run, { surroundings, ...options });
  return controls.map((id) => [id, verdicts.find(({ control }) => control === id)?.outcome]);
}

describe("the controls of the README", () => {
  it("are each named once", () => {
    expect(claimed).toEqual([...new Set(claimed)]);
  });

  it("are met with what they take", async () => {
    // No listener is for HTTP, as ELB.18 has it.
    const outcomes = claimed.map((id) => [id, id === "FSBP:ELB.1" ? "not applicable" : "pass"]);
    expect(await outcomesOf(claimed, hardenedService, { naming })).toEqual(outcomes);
  });

  it("are met by default where they take nothing", async () => {
    expect(await outcomesOf(byDefault, () => wholeService())).toEqual(byDefault.map((id) => [id, "pass"]));
  });
});
