import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import { equalInstanceType } from "./equal-instance-type";
import type { HttpsDestinations } from "./https-egress";
import { imageProblems, type InstanceImage, planInstanceImage } from "./instance-image";
import type { InstanceTemplateArgs } from "./instance-template";
import { type Architecture, architectureOf, instanceTypeProblems, takesEbsOptimization } from "./instance-type";
import { integerProblems } from "./integer-argument";
import type { MixedInstances } from "./mixed-instances";
import { planTrafficPeers, type TrafficPeer, trafficSourceProblems } from "./traffic-sources";

/** What the launch template will say: every default decided, every argument known to be legal. */
export interface InstanceTemplatePlan {
  readonly instanceType: string;
  readonly architecture: Architecture;
  readonly ebsOptimized: boolean;
  readonly mixedInstances: MixedInstances | undefined;
  readonly image: InstanceImage;
  readonly targetPort: number;
  readonly httpsDestinations: HttpsDestinations;
  readonly httpsPeers: readonly TrafficPeer[];
  readonly rootVolume: { readonly deviceName: string; readonly size: number };
}

/** The arguments that are known before deployment. */
export type PlannedInstanceTemplateArgs = Pick<
  InstanceTemplateArgs,
  "instanceType" | "region" | "image" | "targetPort" | "httpsDestinations" | "rootVolume" | "userData"
>;

/** @throws ArgumentError naming every illegal argument */
export function planInstanceTemplate(name: string, args: PlannedInstanceTemplateArgs): InstanceTemplatePlan {
  const httpsDestinations = args.httpsDestinations ?? "anywhere";
  const architecture = architectureOf(args.instanceType);
  const equal = equalInstanceType(args.instanceType, args.region);
  const plan: InstanceTemplatePlan = {
    instanceType: args.instanceType,
    architecture,
    ebsOptimized: takesEbsOptimization(args.instanceType),
    mixedInstances: equal === undefined ? undefined : { instanceTypes: [args.instanceType, equal], architecture },
    image: planInstanceImage(args.instanceType, args.image),
    targetPort: args.targetPort ?? 80,
    httpsDestinations,
    httpsPeers: httpsDestinations === "anywhere" ? [] : planTrafficPeers(httpsDestinations),
    rootVolume: { deviceName: args.rootVolume?.deviceName ?? "/dev/xvda", size: args.rootVolume?.size ?? 8 },
  };
  assertNoProblems(`InstanceTemplate "${name}"`, [
    ...instanceTypeProblems("instanceType", plan.instanceType),
    ...imageProblems(plan.instanceType, plan.image),
    ...integerProblems("targetPort", plan.targetPort, { min: 1, max: 65535 }, "use for example 80"),
    ...trafficSourceProblems(plan.httpsPeers, 1, "httpsDestinations"),
    ...integerProblems("rootVolume.size", plan.rootVolume.size, { min: 1, max: 65536, unit: "GiB" }, "use for example 8"),
    ...userDataProblems(args.userData),
  ]);
  return plan;
}

/** Most bytes of user data that EC2 takes, before base64. */
const userDataLimit = 16_384;

function userDataProblems(userData: InstanceTemplateArgs["userData"]): ArgumentProblem[] {
  if (typeof userData !== "string") return [];
  const size = Buffer.byteLength(userData);
  const problems: ArgumentProblem[] = [];
  if (size > userDataLimit) {
    problems.push({
      argument: "userData",
      rule: `must have at most ${userDataLimit} bytes`,
      value: `${size} bytes`,
      remedy: "keep the script in S3 or in the image and fetch it from a short one",
    });
  }
  if (size > 0 && !/^(#!|#cloud-config|#include|Content-Type:|MIME-Version:)/.test(userData)) {
    problems.push({
      argument: "userData",
      rule: "must start with #!, #cloud-config, #include or a MIME header, or cloud-init ignores it; it must not be base64",
      value: `text of ${size} bytes`,
      remedy: "pass the script as it is, starting for example with #!/bin/bash",
    });
  }
  return problems;
}
