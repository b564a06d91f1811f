import type { DeployRun } from "@org/offline-engine";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { deployNetwork } from "./deployed-network.fixture";
import type { NetworkArgs } from "./network-args";

const readme = readFileSync(resolve(__dirname, "../README.md"), "utf8");
const ZONES = ["us-east-1a", "us-east-1b", "us-east-1c"];

function section(title: string): string {
  return readme.split(`\n## ${title}\n`)[1].split("\n## ")[0];
}

function network(profile: "production" | "ephemeral", args: Partial<NetworkArgs> = {}): Promise<DeployRun> {
  return deployNetwork({ profile, availabilityZones: ZONES.slice(0, 2), ...args });
}

function ofAws(run: DeployRun): number {
  return run.resources.filter(({ type }) => type.startsWith("aws:")).length;
}

/** What is charged by the hour: NAT gateways, public addresses, and endpoints for each of their zones. */
function charged(run: DeployRun): number[] {
  const interfaces = run.resourcesOf("aws:ec2/vpcEndpoint:VpcEndpoint").filter(({ inputs }) => inputs.vpcEndpointType === "Interface");
  return [
    run.resourcesOf("aws:ec2/natGateway:NatGateway").length,
    run.resourcesOf("aws:ec2/eip:Eip").length,
    interfaces.flatMap(({ inputs }) => inputs.subnetIds).length,
  ];
}

/** Of us-east-1, by the hour: the README's are approximately these times 730. */
const HOURLY = [0.045, 0.005, 0.01];

function monthly(run: DeployRun): number[] {
  return charged(run).map((count, index) => count * HOURLY[index] * 730);
}

function dollars(amount: number): string {
  return amount === 0 ? "" : `$${amount.toFixed(2)}`;
}

function total(run: DeployRun): number {
  return Math.round(monthly(run).reduce((sum, amount) => sum + amount, 0));
}

describe("the numbers in the README", () => {
  it("are those of what two zones create, and a further one", async () => {
    const text = section("What it creates");
    const [ephemeral, production] = [await network("ephemeral"), await network("production")];
    expect(text).toContain(`For two zones, ${ofAws(ephemeral)} resources in \`"ephemeral"\``);
    expect(text).toContain(`\`"production"\` ${ofAws(production)}:`);
    for (const run of [ephemeral, production]) {
      const more = await network(run === production ? "production" : "ephemeral", { availabilityZones: ZONES });
      expect(text).toContain(`Each further zone adds ${ofAws(more) - ofAws(run)}.`);
    }
  });

  it("are those of what two zones cost", async () => {
    const text = section("What it costs");
    const [production, ephemeral] = [await network("production"), await network("ephemeral")];
    const rows = ["NAT gateway, per zone", "its public IPv4 address", "interface endpoint, per service and zone"].map((what) => {
      const row = text.split("\n").filter((line) => line.startsWith(`| ${what}`))[0];
      return row.split("|").slice(2, 5).map((cell) => cell.trim());
    });
    expect(rows.map(([each]) => each.split(",")[0])).toEqual(HOURLY.map((price) => dollars(price * 730)));
    expect(rows.map((row) => row[1])).toEqual(monthly(production).map(dollars));
    expect(rows.map((row) => row[2])).toEqual(monthly(ephemeral).map(dollars));
    expect(text).toContain(`| | | about $${total(production)} | about $${total(ephemeral)} |`);
  });

  it("are those of what another mode of NAT gateways costs", async () => {
    const single = await Promise.all((["production", "ephemeral"] as const).map((profile) => network(profile, { natGateways: "single" })));
    const [production, ephemeral] = single.map(total);
    expect(section("What it costs")).toContain(`\`natGateways: "single"\` makes that about $${production} and $${ephemeral}; with \`"none"\` an ephemeral network is free.`);
    expect(charged(await network("ephemeral", { natGateways: "none" }))).toEqual([0, 0, 0]);
  });
});
