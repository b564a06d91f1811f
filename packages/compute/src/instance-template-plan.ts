import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import { imageProblems, type InstanceImage, planInstanceImage } from "./instance-image";
import type { InstanceTemplateArgs } from "./instance-template";
import { integerProblems } from "./integer-argument";

/** What the launch template will say: every default decided, every argument known to be legal. */
export interface InstanceTemplatePlan {
  readonly instanceType: string;
  readonly ebsOptimized: boolean;
  readonly image: InstanceImage;
  readonly targetPort: number;
  readonly rootVolume: { readonly deviceName: string; readonly size: number };
}

/** The arguments that are known before deployment. */
export type PlannedInstanceTemplateArgs = Pick<
  InstanceTemplateArgs,
  "instanceType" | "image" | "targetPort" | "rootVolume" | "userData"
>;

/** Families of which EC2 refuses some or all sizes when they ask for EBS optimization; all later ones always have it. */
const withoutEbsOptimization = /^(t1|t2|m1|m2|m3|c1|c3|g2|i2|r3)\./;

/** @throws ArgumentError naming every illegal argument */
export function planInstanceTemplate(name: string, args: PlannedInstanceTemplateArgs): InstanceTemplatePlan {
  const plan: InstanceTemplatePlan = {
    instanceType: args.instanceType,
    ebsOptimized: !withoutEbsOptimization.test(args.instanceType),
    image: planInstanceImage(args.instanceType, args.image),
    targetPort: args.targetPort ?? 80,
    rootVolume: { deviceName: args.rootVolume?.deviceName ?? "/dev/xvda", size: args.rootVolume?.size ?? 8 },
  };
  assertNoProblems(`InstanceTemplate "${name}"`, [
    ...instanceTypeProblems(plan.instanceType),
    ...imageProblems(plan.instanceType, plan.image),
    ...integerProblems("targetPort", plan.targetPort, { min: 1, max: 65535 }, "use for example 80"),
    ...integerProblems("rootVolume.size", plan.rootVolume.size, { min: 1, max: 65536, unit: "GiB" }, "use for example 8"),
    ...userDataProblems(args.userData),
  ]);
  return plan;
}

function instanceTypeProblems(instanceType: string): ArgumentProblem[] {
  if (/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/.test(instanceType)) return [];
  return [
    {
      argument: "instanceType",
      rule: "must be a family and a size with a dot between them",
      value: instanceType,
      remedy: "use for example t3.micro or t4g.small",
    },
  ];
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
