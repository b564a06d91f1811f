import { ApplicationLoadBalancer, Fleet, InstanceRole, InstanceTemplate, type ListenersByPort } from "@org/infra-compute";
import type { Network } from "@org/infra-network";
import type { FleetHalf } from "./infrastructure-stack-plan";
import type { StackContext } from "./stack-context";
import type { StackData } from "./stack-data";
import type { StackKeys } from "./stack-keys";
import type { StackLogs } from "./stack-logs";
import type { WayIn } from "./way-in";

/** What serves requests. */
export interface StackService {
  readonly loadBalancer: ApplicationLoadBalancer;
  readonly instanceRole: InstanceRole;
  readonly instanceTemplate: InstanceTemplate;
  readonly primaryFleet: Fleet;
  readonly secondaryFleet: Fleet;
}

/** What the service stands on. */
interface ServiceGround {
  readonly keys: StackKeys;
  readonly network: Network;
  readonly data: StackData;
  readonly logs: StackLogs;
  readonly wayIn: WayIn;
}

export function createService(context: StackContext, ground: ServiceGround): StackService {
  const { child, naming, within, args, plan } = context;
  const loadBalancer = createLoadBalancer(context, ground);
  const instanceRole = createInstanceRole(context, ground);
  const instanceTemplate = new InstanceTemplate(
    child("instance"),
    {
      naming,
      vpcId: ground.network.vpcId,
      region: args.region,
      instanceType: plan.instanceType,
      instanceProfileArn: instanceRole.instanceProfileArn,
      loadBalancerSecurityGroupId: loadBalancer.securityGroupId,
      targetPort: loadBalancer.targetPort,
    },
    within,
  );
  const fleet = (half: FleetHalf) => createFleet(context, half, { loadBalancer, instanceTemplate, network: ground.network });
  return { loadBalancer, instanceRole, instanceTemplate, primaryFleet: fleet("primary"), secondaryFleet: fleet("secondary") };
}

function createLoadBalancer(context: StackContext, { network, logs, wayIn }: ServiceGround): ApplicationLoadBalancer {
  const { child, common, within, plan } = context;
  const { loadBalancerScheme: scheme } = plan;
  const { domain } = wayIn;
  return new ApplicationLoadBalancer(
    child("alb"),
    {
      ...common,
      scheme,
      vpcId: network.vpcId,
      subnetIds: scheme === "internal" ? network.privateSubnetIds : network.publicSubnetIds,
      listeners: listenersOf(wayIn),
      customDomain: domain && { names: [domain.originName], hostedZoneId: domain.hostedZoneId },
      sources: "cloudfront",
      weights: plan.trafficWeights,
      accessLogs: { bucket: logs.loadBalancerLogs },
    },
    within,
  );
}

/** TLS needs a name that a certificate can hold; without one CloudFront speaks plain HTTP to the load balancer. */
function listenersOf({ domain, originVerification: originVerify }: WayIn): ListenersByPort {
  return domain === undefined
    ? { 80: { protocol: "HTTP", insecureHttp: true, originVerify } }
    : { 443: { protocol: "HTTPS", certificateArn: domain.originCertificate.arn, originVerify } };
}

function createInstanceRole(context: StackContext, { keys, data, logs }: ServiceGround): InstanceRole {
  const { child, naming, within, args } = context;
  return new InstanceRole(
    child("instance-role"),
    {
      naming,
      region: args.region,
      logGroupArns: [logs.logGroup.arn],
      secretArns: [data.secret.arn],
      tableArns: [data.primaryTable.arn, data.secondaryTable.arn],
      kmsKeyArn: keys.key.arn,
    },
    within,
  );
}

function createFleet(
  context: StackContext,
  half: FleetHalf,
  { loadBalancer, instanceTemplate, network }: Pick<StackService, "loadBalancer" | "instanceTemplate"> & { network: Network },
): Fleet {
  const { child, naming, within, args, plan } = context;
  const size = plan.fleetSizes[half];
  const pinned = half === "secondary" ? args.secondaryLaunchTemplateVersion : undefined;
  return new Fleet(
    child(`${half}-fleet`),
    {
      ...size,
      naming,
      subnetIds: network.privateSubnetIds,
      launchTemplateId: instanceTemplate.launchTemplateId,
      launchTemplateVersion: pinned === undefined ? instanceTemplate.version : String(pinned),
      // A version that a fleet stays on says the type as well; other types would replace its instances after all.
      mixedInstances: pinned === undefined ? instanceTemplate.mixedInstances : undefined,
      targetGroupArns: [loadBalancer[`${half}TargetGroupArn`]],
      trafficWeight: plan.trafficWeights[half],
      healthCheck: loadBalancer.healthCheck,
      // Half of a processor is in reserve for what an instance takes over while its neighbour is replaced.
      scaling: size.minSize < size.maxSize ? { metric: "ASGAverageCPUUtilization", targetValue: 50 } : undefined,
    },
    within,
  );
}
