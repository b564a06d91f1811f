import { AccountBaseline } from "@org/infra-compute";
import type { Network } from "@org/infra-network";
import type { Alarms } from "@org/infra-observability";
import * as pulumi from "@pulumi/pulumi";
import type { InfrastructureStackArgs } from "./infrastructure-stack-args";
import { planInfrastructureStack } from "./infrastructure-stack-plan";
import { createAlarms } from "./stack-alarms";
import { stackContext } from "./stack-context";
import { createData, type StackData } from "./stack-data";
import { createEdge, type StackEdge } from "./stack-edge";
import { createKeys, type StackKeys } from "./stack-keys";
import { createLogs, type StackLogs } from "./stack-logs";
import { createNetwork } from "./stack-network";
import { type InfrastructureStackOutputs, stackOutputs } from "./stack-outputs";
import type { StackParts } from "./stack-parts";
import { createService, type StackService } from "./stack-service";
import { createWayIn, type WayIn } from "./way-in";

export type { FleetSize, InfrastructureStackArgs } from "./infrastructure-stack-args";

const withoutDomain =
  "Without a domain name of your own viewers get CloudFront's TLS policy, and what CloudFront and the load balancer " +
  "tell each other is not encrypted. Set `domain` to {name, hostedZoneId}.";

/**
 * One whole deployment: network, weighted load balancer with two fleets, tables, keys, secret, log buckets, CloudFront
 * behind WAF, logs, events and alarms. It only joins components; each of them says what it makes.
 *
 * @throws ArgumentError when an argument breaks a rule, before the component concerned registers anything
 */
export class InfrastructureStack extends pulumi.ComponentResource implements StackParts {
  readonly environment: string;
  readonly sanitizedName: string;
  /** Absent unless asked for: it concerns everything in the account. */
  readonly accountBaseline: AccountBaseline | undefined;
  readonly keys: StackKeys;
  readonly network: Network;
  readonly data: StackData;
  readonly logs: StackLogs;
  readonly wayIn: WayIn;
  readonly service: StackService;
  readonly edge: StackEdge;
  readonly alarms: Alarms;
  /** What `main.ts` exports; the names are a contract. */
  readonly outputs: InfrastructureStackOutputs;

  constructor(name: string, args: InfrastructureStackArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planInfrastructureStack(name, args);
    super("org:infra:InfrastructureStack", name, {}, opts);
    const context = stackContext(name, args, plan, this);
    this.environment = context.environment;
    this.sanitizedName = context.sanitizedName;

    if (plan.production && args.domain === undefined) void pulumi.log.warn(withoutDomain, this);

    this.accountBaseline = args.accountBaseline
      ? new AccountBaseline(context.child("account-baseline"), {}, context.within)
      : undefined;
    this.keys = createKeys(context);
    this.network = createNetwork(context, this.keys);
    this.data = createData(context, this.keys);
    this.logs = createLogs(context, this.keys);
    this.wayIn = createWayIn(context, this.keys);
    this.service = createService(context, this);
    this.edge = createEdge(context, this);
    this.alarms = createAlarms(context, this);

    this.outputs = stackOutputs(context, this, this.alarms);
    this.registerOutputs(this.outputs);
  }
}
