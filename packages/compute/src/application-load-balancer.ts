import { childName, Naming } from "@org/infra-naming";
import { getManagedPrefixListOutput, SecurityGroup } from "@pulumi/aws/ec2";
import { Listener, LoadBalancer, TargetGroup } from "@pulumi/aws/lb";
import { SecurityGroupIngressRule, type SecurityGroupIngressRuleArgs } from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";
import { type ApplicationLoadBalancerPlan, planApplicationLoadBalancer } from "./application-load-balancer-plan";
import type { HealthCheck } from "./health-check";
import { defaultTlsPolicy, type ListenerDefinition, type ListenersByPort, type PlannedListener } from "./listener";
import type { TargetWeights } from "./target-weights";
import type { TrafficPeer, TrafficSources } from "./traffic-sources";

/** Where the load balancer writes one line for each request. */
export interface AccessLogs {
  /** Name of a bucket in the same region, encrypted with SSE-S3, whose policy lets ELB log delivery write. */
  readonly bucket: pulumi.Input<string>;
  /** Folder in the bucket, without slashes at its ends. @default none */
  readonly prefix?: string;
  /** Resources that must exist first: AWS writes a test object at once, so the bucket's policy must be in force. */
  readonly ready?: readonly pulumi.Resource[];
}

export interface ApplicationLoadBalancerArgs {
  readonly vpcId: pulumi.Input<string>;
  /** Subnets of at least two availability zones, one in each. */
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** What answers, by port. Forwarding plain HTTP must say `insecureHttp: true`. */
  readonly listeners: ListenersByPort;
  /** Who may connect to the listeners; nobody else can. */
  readonly sources: TrafficSources;
  /** Access logs, or the decision to do without them. */
  readonly accessLogs: AccessLogs | "off";
  /** Whether the internet or only the network can reach it. @default "internet-facing" */
  readonly scheme?: "internet-facing" | "internal";
  /** Port of the targets, plain HTTP. @default 80 */
  readonly targetPort?: number;
  /** How requests are shared between the target groups. @default 50 and 50 */
  readonly weights?: TargetWeights;
  /** @default GET /health every 15 seconds */
  readonly healthCheck?: HealthCheck;
  /** Seconds that a leaving target may finish its requests, 0 to 3600. @default 60 */
  readonly deregistrationDelay?: number;
  /** Seconds without a byte after which a connection is closed, 1 to 4000. @default 60 */
  readonly idleTimeout?: number;
  /** `production` protects the load balancer from deletion. @default "production" */
  readonly profile?: "production" | "ephemeral";
  /** @default Naming.ofStack() */
  readonly naming?: Naming;
  /** Tags of every resource, beside the standard ones. */
  readonly tags?: Record<string, string>;
}

/**
 * An Application Load Balancer whose listeners share requests between a primary and a secondary target group by weight.
 *
 * Its security group lets in what `sources` declares and lets nothing out: whoever owns the targets adds the egress rule
 * to them, as `InstanceTemplate` does.
 *
 * @throws ArgumentError naming every illegal argument, before anything is registered
 */
export class ApplicationLoadBalancer extends pulumi.ComponentResource {
  readonly securityGroup: SecurityGroup;
  /** By port and source: `443-cloudfront`, `80-203.0.113.0-24`. */
  readonly ingressRules: Readonly<Record<string, SecurityGroupIngressRule>>;
  readonly loadBalancer: LoadBalancer;
  readonly primaryTargetGroup: TargetGroup;
  readonly secondaryTargetGroup: TargetGroup;
  /** By port. */
  readonly listeners: Readonly<Record<number, Listener>>;

  readonly arn: pulumi.Output<string>;
  readonly dnsName: pulumi.Output<string>;
  /** Hosted zone of the DNS name, for alias records. */
  readonly zoneId: pulumi.Output<string>;
  readonly securityGroupId: pulumi.Output<string>;
  /** Known when the listeners forward to the group: targets that wait for it are health-checked from their first second. */
  readonly primaryTargetGroupArn: pulumi.Output<string>;
  /** As `primaryTargetGroupArn`. */
  readonly secondaryTargetGroupArn: pulumi.Output<string>;

  constructor(name: string, args: ApplicationLoadBalancerArgs, opts: pulumi.ComponentResourceOptions = {}) {
    const plan = planApplicationLoadBalancer(name, args);
    const naming = args.naming ?? Naming.ofStack();
    super("org:compute:ApplicationLoadBalancer", name, {}, opts);

    this.securityGroup = this.createSecurityGroup(name, args, naming);
    this.ingressRules = this.createIngressRules(name, plan, args, naming);
    this.loadBalancer = this.createLoadBalancer(name, plan, args, naming);
    this.primaryTargetGroup = this.createTargetGroup(childName(name, "primary"), plan, args, naming);
    this.secondaryTargetGroup = this.createTargetGroup(childName(name, "secondary"), plan, args, naming);
    this.listeners = this.createListeners(name, plan, args, naming);

    this.arn = this.loadBalancer.arn;
    this.dnsName = this.loadBalancer.dnsName;
    this.zoneId = this.loadBalancer.zoneId;
    this.securityGroupId = this.securityGroup.id;
    const inUse = Object.values(this.listeners).map((listener) => listener.arn);
    const whenInUse = (arn: pulumi.Output<string>) => pulumi.all([arn, ...inUse]).apply(([value]) => value);
    this.primaryTargetGroupArn = whenInUse(this.primaryTargetGroup.arn);
    this.secondaryTargetGroupArn = whenInUse(this.secondaryTargetGroup.arn);
    this.registerOutputs({
      arn: this.arn,
      dnsName: this.dnsName,
      zoneId: this.zoneId,
      securityGroupId: this.securityGroupId,
      primaryTargetGroupArn: this.primaryTargetGroupArn,
      secondaryTargetGroupArn: this.secondaryTargetGroupArn,
    });
  }

  private createSecurityGroup(name: string, args: ApplicationLoadBalancerArgs, naming: Naming): SecurityGroup {
    const role = childName(name, "alb");
    return new SecurityGroup(
      childName(name, "security-group"),
      {
        name: naming.physicalName("aws:ec2/securityGroup:SecurityGroup", role),
        // AWS cannot change a description, so it is no argument. Absent rules, not empty ones: `[]` would fight the
        // standalone rules for what is in the group.
        description: "Load balancer: lets in the declared sources only",
        vpcId: args.vpcId,
        tags: naming.nameTags(role, args.tags),
      },
      // Names are unique in a network only, so the group of another network can stand beside this one; deleted first, as
      // Pulumi would for an unchanged name, it would still be in use.
      { parent: this, deleteBeforeReplace: false },
    );
  }

  private createIngressRules(
    name: string,
    plan: ApplicationLoadBalancerPlan,
    args: ApplicationLoadBalancerArgs,
    naming: Naming,
  ): Record<string, SecurityGroupIngressRule> {
    const rules: Record<string, SecurityGroupIngressRule> = {};
    for (const { port } of plan.listeners) {
      for (const peer of plan.peers) {
        const key = `${port}-${peer.key}`;
        rules[key] = new SecurityGroupIngressRule(
          childName(name, "ingress", key),
          {
            securityGroupId: this.securityGroup.id,
            description: `Listener ${port} from ${peer.key}`,
            ipProtocol: "tcp",
            fromPort: port,
            toPort: port,
            ...this.peerOf(peer, args.sources),
            tags: naming.nameTags(childName(name, "ingress", key), args.tags),
          },
          { parent: this },
        );
      }
    }
    return rules;
  }

  private peerOf(peer: TrafficPeer, sources: TrafficSources): Partial<SecurityGroupIngressRuleArgs> {
    switch (peer.kind) {
      case "cloudFront":
        return {
          prefixListId: getManagedPrefixListOutput(
            { name: "com.amazonaws.global.cloudfront.origin-facing" },
            { parent: this },
          ).id,
        };
      case "cidrIpv4":
        return { cidrIpv4: peer.cidrBlock };
      case "cidrIpv6":
        return { cidrIpv6: peer.cidrBlock };
      case "prefixList":
        return { prefixListId: sources.prefixListIds?.[peer.label] };
      case "securityGroup":
        return { referencedSecurityGroupId: sources.securityGroupIds?.[peer.label] };
    }
  }

  private createLoadBalancer(
    name: string,
    plan: ApplicationLoadBalancerPlan,
    args: ApplicationLoadBalancerArgs,
    naming: Naming,
  ): LoadBalancer {
    const logs = args.accessLogs === "off" ? undefined : args.accessLogs;
    return new LoadBalancer(
      childName(name, "load-balancer"),
      {
        // A load balancer cannot move to another network or scheme, nor be replaced under its own name.
        name: pulumi
          .output(args.vpcId)
          .apply((vpcId) =>
            naming.physicalName("aws:lb/loadBalancer:LoadBalancer", name, { replaceKey: [String(plan.internal), vpcId] }),
          ),
        loadBalancerType: "application",
        internal: plan.internal,
        subnets: args.subnetIds,
        securityGroups: [this.securityGroup.id],
        ipAddressType: "ipv4",
        idleTimeout: plan.idleTimeout,
        desyncMitigationMode: "defensive",
        dropInvalidHeaderFields: true,
        enableDeletionProtection: plan.deletionProtection,
        accessLogs: logs && { enabled: true, bucket: logs.bucket, prefix: logs.prefix },
        tags: naming.nameTags(name, args.tags),
      },
      { parent: this, dependsOn: [...(logs?.ready ?? [])] },
    );
  }

  private createTargetGroup(
    role: string,
    plan: ApplicationLoadBalancerPlan,
    args: ApplicationLoadBalancerArgs,
    naming: Naming,
  ): TargetGroup {
    const type = "aws:lb/targetGroup:TargetGroup";
    const fixed = {
      port: plan.targetPort,
      protocol: "HTTP",
      protocolVersion: "HTTP1",
      targetType: "instance",
      ipAddressType: "ipv4",
    };
    return new TargetGroup(
      childName(role, "target-group"),
      {
        // A listener uses the group until its replacement exists, so the two need different names: the name carries
        // every input that AWS can only change by replacing the group.
        name: pulumi
          .output(args.vpcId)
          .apply((vpcId) =>
            naming.physicalName(type, role, { replaceKey: [...Object.values(fixed).map(String), vpcId] }),
          ),
        vpcId: args.vpcId,
        ...fixed,
        deregistrationDelay: plan.deregistrationDelay,
        healthCheck: { enabled: true, protocol: "HTTP", port: "traffic-port", ...plan.healthCheck },
        tags: naming.nameTags(role, args.tags),
      },
      { parent: this },
    );
  }

  private createListeners(
    name: string,
    plan: ApplicationLoadBalancerPlan,
    args: ApplicationLoadBalancerArgs,
    naming: Naming,
  ): Record<number, Listener> {
    const listeners: Record<number, Listener> = {};
    for (const listener of plan.listeners) {
      const role = childName(name, "listener", String(listener.port));
      listeners[listener.port] = new Listener(
        role,
        {
          loadBalancerArn: this.loadBalancer.arn,
          port: listener.port,
          protocol: listener.definition.protocol,
          ...tlsOf(listener.definition),
          defaultActions: [this.actionOf(listener, plan)],
          tags: naming.nameTags(role, args.tags),
        },
        { parent: this },
      );
    }
    return listeners;
  }

  private actionOf({ definition }: PlannedListener, plan: ApplicationLoadBalancerPlan) {
    if ("redirectToPort" in definition) {
      const redirect = { protocol: "HTTPS", port: String(definition.redirectToPort), statusCode: "HTTP_301" };
      return { type: "redirect", redirect };
    }
    const targetGroups = [
      { arn: this.primaryTargetGroup.arn, weight: plan.weights.primary },
      { arn: this.secondaryTargetGroup.arn, weight: plan.weights.secondary },
    ];
    return { type: "forward", forward: { targetGroups } };
  }
}

function tlsOf(definition: ListenerDefinition) {
  if (definition.protocol === "HTTP") return {};
  return { certificateArn: definition.certificateArn, sslPolicy: definition.tlsPolicy ?? defaultTlsPolicy };
}
