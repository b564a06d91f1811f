import { SimulatedAws } from "@org/aws-simulator";
import { checkConformance, type ConformanceOptions, describeControls } from "@org/conformance";
import { deploy } from "@org/offline-engine";
import { resolve } from "node:path";
import type { ApplicationLoadBalancerArgs } from "./application-load-balancer";
import { hardenedService, naming } from "./hardened-service.fixture";
import { certificateArn, surroundings, wholeService } from "./whole-service.fixture";

/** What FSBP:ELB.1 is about, and FSBP:ELB.18 does not take. */
const redirecting: Partial<ApplicationLoadBalancerArgs> = {
  listeners: { 80: { protocol: "HTTP", redirectToPort: 443 }, 443: { protocol: "HTTPS", certificateArn } },
  sources: { cidrBlocks: ["203.0.113.0/24"] },
};

async function judge(program: () => void, options: ConformanceOptions = {}) {
  return checkConformance(await deploy({ providers: [new SimulatedAws()], program }), { surroundings, ...options });
}

describeControls(resolve(__dirname, "../README.md"), {
  byDefault: () => judge(() => wholeService()),
  taking: [() => judge(hardenedService, { naming }), () => judge(() => wholeService(() => ({ web: redirecting })))],
});
