import { Distribution, type DistributionOrigin, WebAcl } from "@org/infra-edge";
import type { StackContext } from "./stack-context";
import type { StackKeys } from "./stack-keys";
import type { StackLogs } from "./stack-logs";
import type { StackService } from "./stack-service";
import type { WayIn } from "./way-in";

/** What stands between the internet and the load balancer. */
export interface StackEdge {
  readonly webAcl: WebAcl;
  readonly distribution: Distribution;
}

/** What the edge stands on. */
interface EdgeGround {
  readonly keys: StackKeys;
  readonly logs: StackLogs;
  readonly wayIn: WayIn;
  readonly service: StackService;
}

export function createEdge(context: StackContext, ground: EdgeGround): StackEdge {
  const { child, common, within } = context;
  const { domain } = ground.wayIn;
  const webAcl = new WebAcl(child("web-acl"), { ...common, logKmsKeyArn: ground.keys.edgeKey.arn }, within);
  const distribution = new Distribution(
    child("distribution"),
    {
      ...common,
      origin: originOf(context, ground),
      customDomain: domain && {
        names: [domain.name],
        certificateArn: domain.viewerCertificate.arn,
        hostedZoneId: domain.hostedZoneId,
      },
      webAclArn: webAcl.arn,
      logging: { kind: "legacy", bucket: ground.logs.cloudFrontLogs },
    },
    within,
  );
  return { webAcl, distribution };
}

function originOf({ plan }: StackContext, { wayIn, service: { loadBalancer } }: EdgeGround): DistributionOrigin {
  const server = wayIn.domain
    ? ({ domainName: wayIn.domain.originName, protocol: "https-only" } as const)
    : ({ domainName: loadBalancer.dnsName, protocol: "http-only" } as const);
  if (plan.loadBalancerScheme === "internal") return { kind: "vpc", ...server, loadBalancerArn: loadBalancer.arn };
  return {
    kind: "custom",
    ...server,
    verification: wayIn.originVerification,
    verifiedBy: Object.values(loadBalancer.verifiedForwards),
  };
}
