import { childName, Naming } from "@org/infra-naming";
import * as pulumi from "@pulumi/pulumi";
import { configuredEnvironment } from "./config";
import type { InfrastructureStackArgs } from "./infrastructure-stack-args";
import type { InfrastructureStackPlan } from "./infrastructure-stack-plan";

/** What every part of the stack is made with. */
export interface StackContext {
  readonly args: InfrastructureStackArgs;
  readonly environment: string;
  readonly sanitizedName: string;
  readonly naming: Naming;
  readonly plan: InfrastructureStackPlan;
  /** What every component takes. */
  readonly common: { readonly naming: Naming; readonly profile: InfrastructureStackArgs["profile"] };
  /** The options of every component: its parent is the stack. */
  readonly within: pulumi.ComponentResourceOptions;
  /** Logical name of a component. */
  child(role: string): string;
}

export function stackContext(
  name: string,
  args: InfrastructureStackArgs,
  plan: InfrastructureStackPlan,
  parent: pulumi.ComponentResource,
): StackContext {
  const environment = args.environment ?? configuredEnvironment();
  const ofProject = new Naming({ project: pulumi.getProject(), environment });
  const naming = ofProject.within(name);
  return {
    args,
    environment,
    sanitizedName: ofProject.sanitizedName,
    naming,
    plan,
    common: { naming, profile: args.profile },
    within: { parent },
    child: (role) => childName(name, role),
  };
}
