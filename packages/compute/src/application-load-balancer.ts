import { childName, Naming } from "@org/infra-naming";
import { SecurityGroup } from "@pulumi/aws/ec2";
import { Listener, ListenerRule, LoadBalancer, type LoadBalancerArgs, type TargetGroup, type TargetGroupArgs } from "@pulumi/aws/lb";
import type { Record as DnsRecord } from "@pulumi/aws/route53";
import type { SecurityGroupIngressRule } from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";
import type { AccessLogs } from "./access-logs";
import { type ApplicationLoadBalancerPlan, planApplicationLoadBalancer } from "./application-load-balancer-plan";
import { createDnsRecords, type CustomDomain } from "./custom-domain";
import type { HealthCheck } from "./health-check";
import { attributesOf, type ListenersByPort, type PlannedListener } from "./listener";
import { forbidAction, forwardAction, redirectAction } from "./listener-action";
import { createListenerIngress } from "./listener-ingress";
import { verifiedValues } from "./origin-verify";
import type { Stickiness } from "./stickiness";
import { createTargetGroup } from "./target-group";
import type { ExternalWeights, ManagedWeights } from "./target-weights";
import { declaredSources, type TrafficSources } from "./traffic-sources";

export interface ApplicationLoadBalancerArgs {
  /** Network of the load balancer and its targets. */
  readonly vpcId: pulumi.Input<string>;
  /** Subnets of at least two availability zones, one in each. */
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
  /** What answers, by port. Forwarding plain HTTP must say `insecureHttp: true`. */
  readonly listeners: ListenersByPort;
  /** Who may connect to the listeners; nobody else can. */
  readonly sources: TrafficSources;
  /** Access logs, or the decision to do without them. */
  readonly accessLogs: AccessLogs | "off";
  /**
   * Names of your own that point to it, in the hosted zone that holds them.
   * @default its own name alone, which no certificate can hold
   */
  readonly customDomain?: CustomDomain;
  /**
   * Whether the internet can reach it, or only its network, which a VPC origin of CloudFront is part of.
   * @default "internet-facing"
   */
  readonly scheme?: "internet-facing" | "internal";
  /** How the load balancer talks to the targets. With HTTPS it accepts any certificate. @default "HTTP" */
  readonly targetProtocol?: "HTTP" | "HTTPS";
  /** Port of the targets. @default 80, with HTTPS 443 */
  readonly targetPort?: number;
  /** How requests are shared between the target groups, and who decides it. @default managed, 50 and 50 */
  readonly weights?: ManagedWeights | ExternalWeights;
  /** Keeps clients at their target group, whatever the weights become. @default none */
  readonly stickiness?: Stickiness;
  /** How the load balancer asks a target whether it can serve. @default GET /health every 15 seconds */
  readonly healthCheck?: HealthCheck;
  /**
   * Seconds that a leaving target may finish its requests, 0 to 3600.
   * @default `idleTimeout`: 60, so that no request is cut off that its client still waits for
   */
  readonly deregistrationDelay?: number;
  /** Seconds without a byte after which a connection is closed, 1 to 4000. @default 60 */
  readonly idleTimeout?: number;
  /** `production` protects the load balancer from deletion. @default "production" */
  readonly profile?: "production" | "ephemeral";
  /** Whose names and tags the resources carry. @default Naming.ofStack() */
  readonly naming?: Naming;
  /** Tags of every resource, besides the standard ones. @default none */
  readonly tags?: Record<string, string>;
  /** Last word on the load balancer and on both target groups, for attributes without an argument here. @default none */
  readonly transform?: {
    readonly loadBalancer?: (args: LoadBalancerArgs, opts: pulumi.CustomResourceOptions) => void;
    readonly targetGroup?: (args: TargetGroupArgs, opts: pulumi.CustomResourceOptions) => void;
  };
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
  /** By port, for listeners with `originVerify`: the rules that forward what the listener itself refuses. */
  readonly verifiedForwards: Readonly<Record<number, ListenerRule>>;
  /** By domain name: `origin.example.com`. None without a custom domain. */
  readonly records: Readonly<Record<string, DnsRecord>>;
  /** The health check with its defaults, from which a `Fleet` derives how long its instances warm up. */
  readonly healthCheck: Required<HealthCheck>;
  /** Port that the targets must serve on: the `targetPort` of `InstanceTemplate`. */
  readonly targetPort: number;

  readonly arn: pulumi.Output<string>;
  readonly dnsName: pulumi.Output<string>;
  /** Hosted zone of the DNS name, for alias records. */
  readonly zoneId: pulumi.Output<string>;
  readonly securityGroupId: pulumi.Output<string>;
  /** Known when the listeners forward to the group: targets that wait for it are health-checked from their first second. */
  readonly primaryTargetGroupArn: pulumi.Output<string>;
  /** As `primaryTargetGroupArn`. */
  readonly secondaryTargetGroupArn: pulumi.Output<string>;
  /** What a scaling policy on `ALBRequestCountPerTarget` takes for the primary group. */
  readonly primaryResourceLabel: pulumi.Output<string>;
  /** As `primaryResourceLabel`. */
  readonly secondaryResourceLabel: pulumi.Output<string>;

  constructor(name: string, args: ApplicationLoadBalancerArgs, opts: pulumi.ComponentResourceOptions = {}) {
    const plan = planApplicationLoadBalancer(name, args);
    const naming = args.naming ?? Naming.ofStack();
    naming.nameTags(name, args.tags); // Throws while nothing is registered.
    super("org:compute:ApplicationLoadBalancer", name, {}, opts);

    this.securityGroup = this.createSecurityGroup(name, args, naming);
    this.ingressRules = createListenerIngress(
      name,
      {
        securityGroupId: this.securityGroup.id,
        listeners: plan.listeners,
        peers: plan.peers,
        sources: declaredSources(args.sources),
        tagsOf: (role) => naming.nameTags(role, args.tags),
      },
      this,
    );
    this.loadBalancer = this.createLoadBalancer(name, plan, args, naming);
    const { vpcId, tags, transform } = args;
    const targetGroups = { vpcId, plan, naming, tags, transform: transform?.targetGroup };
    this.primaryTargetGroup = createTargetGroup(childName(name, "primary"), targetGroups, this);
    this.secondaryTargetGroup = createTargetGroup(childName(name, "secondary"), targetGroups, this);
    this.listeners = this.createListeners(name, plan, args, naming);
    this.verifiedForwards = this.createVerifiedForwards(name, plan, args, naming);
    this.records = args.customDomain === undefined ? {} : createDnsRecords(name, args.customDomain, this.loadBalancer, this);
    this.healthCheck = plan.healthCheck;
    this.targetPort = plan.targetPort;

    this.arn = this.loadBalancer.arn;
    this.dnsName = this.loadBalancer.dnsName;
    this.zoneId = this.loadBalancer.zoneId;
    this.securityGroupId = this.securityGroup.id;
    const inUse = [...Object.values(this.listeners), ...Object.values(this.verifiedForwards)].map(({ arn }) => arn);
    const whenInUse = (value: pulumi.Output<string>) => pulumi.all([value, ...inUse]).apply(([known]) => known);
    const labelOf = ({ arnSuffix }: TargetGroup) => whenInUse(pulumi.interpolate`${this.loadBalancer.arnSuffix}/${arnSuffix}`);
    this.primaryTargetGroupArn = whenInUse(this.primaryTargetGroup.arn);
    this.secondaryTargetGroupArn = whenInUse(this.secondaryTargetGroup.arn);
    this.primaryResourceLabel = labelOf(this.primaryTargetGroup);
    this.secondaryResourceLabel = labelOf(this.secondaryTargetGroup);
    this.registerOutputs({
      arn: this.arn,
      dnsName: this.dnsName,
      zoneId: this.zoneId,
      securityGroupId: this.securityGroupId,
      primaryTargetGroupArn: this.primaryTargetGroupArn,
      secondaryTargetGroupArn: this.secondaryTargetGroupArn,
      primaryResourceLabel: this.primaryResourceLabel,
      secondaryResourceLabel: this.secondaryResourceLabel,
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

  private createLoadBalancer(
    name: string,
    plan: ApplicationLoadBalancerPlan,
    args: ApplicationLoadBalancerArgs,
    naming: Naming,
  ): LoadBalancer {
    const logs = args.accessLogs === "off" ? undefined : args.accessLogs;
    const loadBalancerArgs: LoadBalancerArgs = {
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
      accessLogs: logs && { enabled: true, bucket: logs.bucket.bucketName, prefix: logs.prefix },
      tags: naming.nameTags(name, args.tags),
    };
    const opts: pulumi.CustomResourceOptions = { parent: this, dependsOn: [...(logs?.bucket.ready ?? [])] };
    args.transform?.loadBalancer?.(loadBalancerArgs, opts);
    return new LoadBalancer(childName(name, "load-balancer"), loadBalancerArgs, opts);
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
          ...attributesOf(listener.definition),
          defaultActions: [this.defaultActionOf(listener, plan)],
          tags: naming.nameTags(role, args.tags),
        },
        { parent: this, ignoreChanges: forwards(listener) && plan.weights.mode === "external" ? ["defaultActions"] : [] },
      );
    }
    return listeners;
  }

  private createVerifiedForwards(
    name: string,
    plan: ApplicationLoadBalancerPlan,
    args: ApplicationLoadBalancerArgs,
    naming: Naming,
  ): Record<number, ListenerRule> {
    const rules: Record<number, ListenerRule> = {};
    for (const { port, definition } of plan.listeners) {
      if ("redirectToPort" in definition || definition.originVerify === undefined) continue;
      const role = childName(name, "listener", String(port), "verified");
      const values = verifiedValues(`ApplicationLoadBalancer "${name}"`, definition.originVerify);
      rules[port] = new ListenerRule(
        role,
        {
          listenerArn: this.listeners[port].arn,
          priority: 1,
          conditions: [{ httpHeader: { httpHeaderName: definition.originVerify.headerName, values } }],
          actions: [this.forwardActionOf(plan)],
          tags: naming.nameTags(role, args.tags),
        },
        {
          parent: this,
          additionalSecretOutputs: ["conditions"],
          ignoreChanges: plan.weights.mode === "external" ? ["actions"] : [],
        },
      );
    }
    return rules;
  }

  private defaultActionOf({ definition }: PlannedListener, plan: ApplicationLoadBalancerPlan) {
    if ("redirectToPort" in definition) return redirectAction(definition.redirectToPort);
    return definition.originVerify === undefined ? this.forwardActionOf(plan) : forbidAction;
  }

  private forwardActionOf({ weights, stickiness }: ApplicationLoadBalancerPlan) {
    const arns = { primary: this.primaryTargetGroup.arn, secondary: this.secondaryTargetGroup.arn };
    return forwardAction(weights, arns, stickiness);
  }
}

/** Whether the listener itself forwards: not when it redirects, nor when it leaves that to the rule of `originVerify`. */
function forwards({ definition }: PlannedListener): boolean {
  return !("redirectToPort" in definition) && definition.originVerify === undefined;
}
