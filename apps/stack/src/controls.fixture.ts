import { checkConformance, type ConformanceReport, controlsDocument } from "@org/conformance";
import { SimulatedAws } from "@org/aws-simulator";
import type { DeployRun } from "@org/offline-engine";
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { deployStack } from "./deployed-stack.fixture";
import { createHostedZone } from "./hosted-zone.fixture";
import type { InfrastructureStackArgs } from "./infrastructure-stack";

/** Where the document of the controls stands. */
export const controlsPath = resolve(__dirname, "../../../docs/controls.md");

/**
 * The columns of the document, in their order: what the stack is given, by the title of the column. `full production` has
 * every option on that costs a decision of the user's.
 */
export const judgedStacks = {
  production: { profile: "production" },
  "full production": {
    profile: "production",
    loadBalancerScheme: "internal",
    accountBaseline: true,
    logRetentionInDays: 365,
  },
  ephemeral: { profile: "ephemeral" },
} as const satisfies Record<string, Partial<InfrastructureStackArgs>>;
export type JudgedStack = keyof typeof judgedStacks;

/** Deploys one of them, `full production` with a domain whose zone is in the account. */
export async function deployJudged(title: JudgedStack, preview = false): Promise<DeployRun> {
  const aws = new SimulatedAws();
  const domain =
    title === "full production" ? { name: "app.example.com", hostedZoneId: await createHostedZone(aws) } : undefined;
  return deployStack({ ...judgedStacks[title], domain }, { aws, preview });
}

/** Judges each of the stacks. */
export async function controlsOfStack(): Promise<Record<JudgedStack, ConformanceReport>> {
  const judged = (Object.keys(judgedStacks) as JudgedStack[]).map(async (title) => {
    const preview = await deployJudged(title, true);
    return [title, checkConformance(await deployJudged(title), { preview })];
  });
  return Object.fromEntries(await Promise.all(judged));
}

// `npm run controls -w @org/conformance` runs this file.
if (require.main === module) {
  void controlsOfStack().then((reports) => writeFileSync(controlsPath, controlsDocument(reports)));
}
