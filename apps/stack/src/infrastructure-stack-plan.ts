import type { TableCapacity } from "@org/infra-data";
import { assertNoProblems } from "@org/infra-naming";
import type { FleetSize, InfrastructureStackArgs } from "./infrastructure-stack-args";

export type FleetHalf = "primary" | "secondary";

/** What the arguments and their defaults come to. */
export interface InfrastructureStackPlan {
  /** Whether data and traffic are protected. */
  readonly production: boolean;
  readonly instanceType: string;
  readonly fleetSizes: Readonly<Record<FleetHalf, FleetSize>>;
  readonly trafficWeights: Readonly<Record<FleetHalf, number>>;
  readonly tableCapacity: TableCapacity;
  readonly logRetentionInDays: number;
  readonly loadBalancerScheme: "internet-facing" | "internal";
}

/** @throws ArgumentError when arguments contradict each other */
export function planInfrastructureStack(name: string, args: InfrastructureStackArgs): InfrastructureStackPlan {
  const { loadBalancerScheme = "internet-facing", originVerificationVersion } = args;
  const production = args.profile !== "ephemeral";
  assertNoProblems(
    `InfrastructureStack "${name}"`,
    loadBalancerScheme === "internal" && originVerificationVersion !== undefined
      ? [
          {
            argument: "originVerificationVersion",
            rule: "must be left out with an internal load balancer, which CloudFront alone can reach",
            value: originVerificationVersion,
            remedy: "leave it out, or use the internet-facing scheme",
          },
        ]
      : [],
  );
  return {
    production,
    instanceType: args.instanceType ?? "t3.micro",
    fleetSizes: {
      primary: args.primaryFleet ?? { minSize: 2, maxSize: 6, desiredCapacity: 2 },
      secondary: args.secondaryFleet ?? { minSize: 2, maxSize: 4, desiredCapacity: 2 },
    },
    trafficWeights: { primary: 50, secondary: 50, ...args.trafficWeights },
    tableCapacity: tableCapacity(args, production),
    logRetentionInDays: args.logRetentionInDays ?? 14,
    loadBalancerScheme,
  };
}

/** A table with users follows their load; one without would only pay for the alarms that scaling needs. */
function tableCapacity(args: InfrastructureStackArgs, production: boolean): TableCapacity {
  const { tableReadCapacity: read = 5, tableWriteCapacity: write = 5 } = args;
  if (!production) return { mode: "provisioned", read, write };
  return { mode: "autoscaled", read: { min: read, max: 10 * read }, write: { min: write, max: 10 * write } };
}
