import {
  getManagedPrefixListOutput,
  InternetGateway,
  SecurityGroup,
  Subnet,
  Vpc,
} from "@pulumi/aws/ec2";
import { Listener, type ListenerArgs, ListenerRule, LoadBalancer } from "@pulumi/aws/lb";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc";
import type { VerifiedHeader } from "./origin-verification";

export const LISTENER_RULE = "aws:lb/listenerRule:ListenerRule";
export const LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";
export const home = { region: "eu-west-1" };

export interface BalancedOrigin {
  /** @default true: for a VPC origin */
  readonly internal?: boolean;
  readonly port: number;
  /** @default none: the listener speaks HTTP */
  readonly certificateArn?: ListenerArgs["certificateArn"];
  /** @default none: the listener takes requests without the header, too */
  readonly verification?: VerifiedHeader;
}

/** A load balancer that lets in CloudFront's addresses, in a VPC with the internet gateway that a VPC origin wants. */
export function balancer({ internal = true, port, certificateArn, verification }: BalancedOrigin) {
  const vpc = new Vpc("vpc", { ...home, cidrBlock: "10.0.0.0/16" });
  const gateway = new InternetGateway("gateway", { ...home, vpcId: vpc.id });
  const subnets = ["a", "b"].map(
    (zone, index) =>
      new Subnet(zone, { ...home, vpcId: vpc.id, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `eu-west-1${zone}` }),
  );
  const group = new SecurityGroup("web", { ...home, vpcId: vpc.id, description: "web" });
  new SecurityGroupIngressRule("cloudfront", {
    ...home,
    securityGroupId: group.id,
    prefixListId: getManagedPrefixListOutput({ ...home, name: "com.amazonaws.global.cloudfront.origin-facing" }).id,
    ipProtocol: "tcp",
    fromPort: port,
    toPort: port,
  });
  const loadBalancer = new LoadBalancer(
    "web",
    { ...home, name: "web", internal, subnets: subnets.map(({ id }) => id), securityGroups: [group.id] },
    { dependsOn: [gateway] },
  );
  return { loadBalancer, verifiedBy: listenTo(loadBalancer, { port, certificateArn, verification }) };
}

/** The rules that take what carries the header; the listener refuses all else. None without a header to ask for. */
function listenTo(loadBalancer: LoadBalancer, origin: BalancedOrigin): ListenerRule[] {
  const { port, certificateArn, verification } = origin;
  const answer = (statusCode: string) => ({
    type: "fixed-response",
    fixedResponse: { contentType: "text/plain", statusCode },
  });
  const listener = new Listener("web", {
    ...home,
    loadBalancerArn: loadBalancer.arn,
    port,
    protocol: certificateArn === undefined ? "HTTP" : "HTTPS",
    certificateArn,
    sslPolicy: certificateArn === undefined ? undefined : "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
    defaultActions: [answer(verification === undefined ? "200" : "403")],
  });
  if (verification === undefined) return [];
  const { headerName: httpHeaderName, values } = verification;
  return [
    new ListenerRule("verified", {
      ...home,
      listenerArn: listener.arn,
      priority: 1,
      conditions: [{ httpHeader: { httpHeaderName, values: [...values] } }],
      actions: [answer("200")],
    }),
  ];
}
