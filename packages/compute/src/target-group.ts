import { childName, type Naming } from "@org/infra-naming";
import { TargetGroup, type TargetGroupArgs } from "@pulumi/aws/lb";
import { all, type CustomResourceOptions, type Input, type Resource } from "@pulumi/pulumi";
import type { ApplicationLoadBalancerPlan } from "./application-load-balancer-plan";

/** What both target groups of a load balancer have in common. */
export interface TargetGroupSettings {
  readonly vpcId: Input<string>;
  readonly plan: Pick<ApplicationLoadBalancerPlan, "internal" | "targetPort" | "targetProtocol" | "deregistrationDelay" | "healthCheck">;
  readonly naming: Naming;
  readonly tags: Record<string, string> | undefined;
  readonly transform: ((args: TargetGroupArgs, opts: CustomResourceOptions) => void) | undefined;
}

/** A target group for instances, a child of `parent`, whose replacement never meets it under the same name. */
export function createTargetGroup(role: string, settings: TargetGroupSettings, parent: Resource): TargetGroup {
  const { vpcId, plan, naming } = settings;
  const args: TargetGroupArgs = {
    vpcId,
    port: plan.targetPort,
    protocol: plan.targetProtocol,
    protocolVersion: "HTTP1",
    targetType: "instance",
    ipAddressType: "ipv4",
    deregistrationDelay: plan.deregistrationDelay,
    healthCheck: { enabled: true, protocol: plan.targetProtocol, port: "traffic-port", ...plan.healthCheck },
    tags: naming.nameTags(role, settings.tags),
  };
  const opts: CustomResourceOptions = { parent };
  settings.transform?.(args, opts);
  return new TargetGroup(childName(role, "target-group"), { name: nameOf(role, args, settings), ...args }, opts);
}

/**
 * A listener uses the group until its replacement exists, so the two need different names: the name carries every input
 * that AWS can only change by replacing the group. A group belongs to one load balancer, so it is replaced with it, too:
 * when it becomes internal.
 */
function nameOf(role: string, args: TargetGroupArgs, { plan, naming }: TargetGroupSettings): Input<string> {
  const { port, protocol, protocolVersion, targetType, ipAddressType, vpcId } = args;
  const scheme = plan.internal ? ["internal"] : [];
  return all([port, protocol, protocolVersion, targetType, ipAddressType, ...scheme, vpcId]).apply((replacing) =>
    naming.physicalName("aws:lb/targetGroup:TargetGroup", role, { replaceKey: replacing.map(String) }),
  );
}
