import { SimulatedAws } from "@org/aws-simulator";
import { Key } from "@pulumi/aws/kms";
import type { DistributionArgs } from "./distribution";
import { deployDistribution, DISTRIBUTION, naming } from "./distribution.fixture";
import { balancer, home, LISTENER_RULE } from "./load-balancer.fixture";
import { OriginVerification } from "./origin-verification";

/** A load balancer that forwards only what carries one of the values, as `ApplicationLoadBalancer` of compute does. */
function verifyingOrigin(version: number): Partial<DistributionArgs> {
  const kmsKeyArn = new Key("key", { ...home, description: "secrets" }).arn;
  const verification = new OriginVerification("origin", { source: { kind: "generated", kmsKeyArn, version }, naming });
  const { loadBalancer, verifiedBy } = balancer({ port: 80, verification });
  return {
    origin: { kind: "custom", domainName: loadBalancer.dnsName, protocol: "http-only", verification, verifiedBy },
  };
}

type Run = Awaited<ReturnType<typeof deployDistribution>>;
interface Origins {
  readonly customHeaders: readonly { readonly name: string; readonly value: unknown }[];
}
const SECRET_MARK = "4dabf18193072939515e22adb298388d";

/** What a secret of the state holds. It throws for plain text. */
function revealed(secret: unknown): string {
  if (typeof secret !== "object" || secret === null || !(SECRET_MARK in secret)) throw new Error("This is no secret.");
  return (secret as unknown as { value: string }).value;
}

const sent = (run: Run) => {
  const [origin] = run.resource(DISTRIBUTION).inputs.origins as unknown as Origins[];
  return origin.customHeaders.map(({ name, value }) => [name, revealed(value)]);
};
const taken = (run: Run) => {
  const conditions = run.resource(LISTENER_RULE).inputs.conditions as unknown as { httpHeader: { values: unknown[] } }[];
  return conditions[0].httpHeader.values.map(revealed);
};

/** Every text of a state's properties that no secret holds. */
function plainTexts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || SECRET_MARK in value) return [];
  return Object.values(value).flatMap(plainTexts);
}

describe("an origin that asks for a header", () => {
  it("gets it from the distribution, as a secret, and takes nothing else", async () => {
    const run = await deployDistribution(() => verifyingOrigin(1));
    expect(sent(run)).toEqual([["x-origin-verify", taken(run)[0]]]);
    expect(taken(run)).toEqual([expect.stringMatching(/^[A-Za-z0-9]{64}$/)]);
    expect(run.outputs.bypassProtection).toBe("origin-verify-header");
    expect(run.resource("org:edge:Distribution").outputs).toMatchObject({ bypassProtection: "origin-verify-header" });
  });

  it("knows the new value before CloudFront sends it, and still takes the old one meanwhile", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployDistribution(() => verifyingOrigin(1), { providers });
    const second = await deployDistribution(() => verifyingOrigin(2), { providers, state: first.state });
    const [old] = taken(first);
    const [current] = taken(second);
    expect(taken(second)).toEqual([current, old]);
    expect(current).not.toBe(old);
    expect(sent(second)).toEqual([["x-origin-verify", current]]);
    const changed = second.steps.filter(({ op, type }) => op === "update" && [LISTENER_RULE, DISTRIBUTION].includes(type));
    expect(changed.map(({ type }) => type)).toEqual([LISTENER_RULE, DISTRIBUTION]);
    expect(second.resource(DISTRIBUTION).dependencies).toContain(second.resource(LISTENER_RULE).urn);
  });

  it("is shown by a preview of the first deployment", async () => {
    const run = await deployDistribution(() => verifyingOrigin(1), { preview: true });
    const created = run.steps.filter(({ op, type }) => op === "create" && [LISTENER_RULE, DISTRIBUTION].includes(type));
    expect(created.map(({ type }) => type)).toEqual([LISTENER_RULE, DISTRIBUTION]);
  });

  it("is not claimed to be protected while nothing refuses requests without the header", async () => {
    const run = await deployDistribution(() => {
      const { origin } = verifyingOrigin(1);
      return { origin: { ...(origin as Extract<DistributionArgs["origin"], { kind: "custom" }>), verifiedBy: [] } };
    });
    expect(sent(run)).toHaveLength(1);
    expect(run.outputs.bypassProtection).toBe("none");
  });

  it("leaves none of the values in the state as plain text, of no resource", async () => {
    const run = await deployDistribution(() => verifyingOrigin(2));
    const plain = run.state.resources.flatMap(({ inputs, outputs }) => plainTexts([inputs, outputs]));
    expect(plain).toContain("x-origin-verify");
    expect(taken(run).filter((value) => plain.some((text) => text.includes(value)))).toEqual([]);
    expect(taken(run)).toHaveLength(2);
  });
});
