import { checkConformance, type ConformanceReport } from "@org/conformance";
import { type DeployRun, isSecret, type PropertyMap, type PropertyValue, UNKNOWN } from "@org/offline-engine";
import { type Analysis, type RunningPack, startPack } from "@org/policy-pack/running-pack";
import { deployJudged, type JudgedStack, judgedStacks } from "./controls.fixture";

/** Rules that the pack leaves out; `src/enforcement.ts` of the pack says why. */
const beyondPolicies = ["derived:secret-value-not-plaintext", "structure:no-secret-in-plain-text", "structure:seen-in-preview"];

const policyOf = (control: string) => control.replaceAll(/[^\w.-]/g, "-");
const nameOf = (urn: string) => urn.slice(urn.lastIndexOf("::") + 2);

const failuresOf = ({ verdicts }: ConformanceReport) =>
  verdicts
    .filter(({ control }) => !beyondPolicies.includes(control))
    .flatMap(({ control, failed }) => [...new Set(failed)].map((name) => `${policyOf(control)} ${name}`))
    .sort();
const notApplicableOf = ({ verdicts }: ConformanceReport) =>
  verdicts
    .filter(({ control, outcome }) => !beyondPolicies.includes(control) && outcome === "not applicable")
    .map(({ control }) => policyOf(control))
    .sort();
const violationsOf = ({ violations }: Analysis) => [...new Set(violations.map(({ policy, urn }) => `${policy} ${nameOf(urn)}`))].sort();

const titles = Object.keys(judgedStacks) as JudgedStack[];

let pack: RunningPack;

beforeAll(async () => {
  pack = await startPack();
}, 60_000);

afterAll(() => pack.stop());

describe("the policy pack on the whole stack", () => {
  it.each(titles)("finds what the conformance suite finds, nothing, with the same exceptions: %s", async (title) => {
    const run = await deployJudged(title);
    const report = checkConformance(run);
    const analysis = await pack.analyze(run);
    expect(violationsOf(analysis)).toEqual([]);
    expect(failuresOf(report)).toEqual([]);
    expect(report.totals.exception).toBeGreaterThan(30);
    expect(Object.keys(analysis.notApplicable).sort()).toEqual(notApplicableOf(report));
  }, 60_000);

  it.each(titles)("has no complaint about a preview, where most is unknown: %s", async (title) => {
    const analysis = await pack.analyze(await deployJudged(title, true));
    expect(analysis.violations).toEqual([]);
  }, 60_000);

  it("fails what the conformance suite fails when the stack is damaged, whatever the order in which an engine shows it", async () => {
    const run = await deployJudged("production");
    const damaged = withEach(run, (value, path) => (hash(path) % 6 === 0 ? undefined : value));
    const expected = failuresOf(checkConformance(damaged));
    expect(expected.length).toBeGreaterThan(60);
    const resources = [...damaged.resources].sort((one, other) => hash(one.urn) - hash(other.urn));
    expect(violationsOf(await pack.analyze({ resources }))).toEqual(expected);
  }, 60_000);

  it.each([2, 5, 20])("makes no false complaint, and none of its policies throws, when one in %d properties is unknown", async (share) => {
    const run = await deployJudged("production");
    const hidden = withEach(run, (value, path) => (hash(path) % share === 0 ? UNKNOWN : value));
    expect((await pack.analyze(hidden)).violations).toEqual([]);
  }, 60_000);
});

/** The run with every property of its resources changed, or left out where the change says `undefined`, in what each was given and in what it became. */
function withEach(run: DeployRun, change: (value: PropertyValue, path: string) => PropertyValue | undefined): DeployRun {
  const changed = (map: PropertyMap, path: string): PropertyMap =>
    Object.fromEntries(
      Object.entries(map).flatMap(([key, value]) => {
        const inner = valueOf(value, `${path}.${key}`);
        const outer = change(inner, `${path}.${key}`);
        return outer === undefined ? [] : [[key, outer]];
      }),
    );
  const valueOf = (value: PropertyValue, path: string): PropertyValue => {
    if (isSecret(value)) return value;
    if (Array.isArray(value)) return value.map((item, index) => valueOf(item, `${path}.${index}`));
    return typeof value === "object" && value !== null ? changed(value, path) : value;
  };
  const resources = run.resources.map((state) => ({
    ...state,
    inputs: changed(state.inputs, state.urn),
    outputs: changed(state.outputs, state.urn),
  }));
  return { ...run, resources };
}

/** FNV-1a: the same damage in every run. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const character of text) value = Math.imul(value ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return value;
}
