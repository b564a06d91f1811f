import { SimulatedAws } from "@org/aws-simulator";
import { deploy, type DeployRun } from "@org/offline-engine";
import { VpcOrigin } from "@pulumi/aws/cloudfront";
import { getManagedPrefixListOutput, SecurityGroup } from "@pulumi/aws/ec2";
import { smallNetwork } from "./small-network.fixture";
import type { TrafficSources } from "./traffic-sources";
import { webOn } from "./web-balancer.fixture";

const certificateArn = "arn:aws:acm:us-east-1:210987654321:certificate/12345678-1234-1234-1234-123456789012";
const ingressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

/** CloudFront in front of a load balancer in private subnets; CloudFront itself makes the group of its interfaces. */
const behindCloudFront = (sourcesOf: (serviceGroup: SecurityGroup) => TrafficSources) => () => {
  const network = smallNetwork();
  const serviceGroup = new SecurityGroup("service", { vpcId: network.vpcId, name: "CloudFront-VPCOrigins-Service-SG" });
  const { arn } = webOn(network, {
    subnetIds: network.privateSubnetIds,
    scheme: "internal",
    listeners: { 443: { protocol: "HTTPS", certificateArn } },
    sources: sourcesOf(serviceGroup),
  });
  const originSslProtocols = { items: ["TLSv1.2"], quantity: 1 };
  const ports = { httpPort: 80, httpsPort: 443, originProtocolPolicy: "https-only" };
  new VpcOrigin("web", { vpcOriginEndpointConfig: { name: "web", arn, ...ports, originSslProtocols } });
  return { list: getManagedPrefixListOutput({ name: "com.amazonaws.global.cloudfront.origin-facing" }).id };
};
const ingressOf = (run: DeployRun) => run.resourcesOf(ingressRule).map(({ urn }) => urn.split("::").at(-1));

describe("an internal load balancer behind a VPC origin of CloudFront", () => {
  it("lets in CloudFront's addresses on its one port, and nobody else", async () => {
    const run = await deploy({ providers: [new SimulatedAws()], program: behindCloudFront(() => "cloudfront") });
    expect(ingressOf(run)).toEqual(["web-ingress-443-cloudfront"]);
    expect(run.resource(ingressRule).inputs).toMatchObject({
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
      prefixListId: run.outputs.list,
      securityGroupId: run.resource("aws:ec2/securityGroup:SecurityGroup", "web-security-group").id,
    });
    const { inputs, outputs } = run.resource("aws:lb/loadBalancer:LoadBalancer");
    const privateSubnets = ["private-a", "private-b"].map((name) => run.resource("aws:ec2/subnet:Subnet", name).id);
    expect(inputs).toMatchObject({ internal: true, subnets: privateSubnets });
    expect(run.resource("aws:cloudfront/vpcOrigin:VpcOrigin").inputs.vpcOriginEndpointConfig).toMatchObject({ arn: outputs.arn });
  });

  it("is narrowed to the user's own distributions in two steps, of which none closes it", async () => {
    const aws = new SimulatedAws();
    const group = ({ id }: SecurityGroup) => ({ "vpc-origins": id });
    const first = await deploy({ providers: [aws], program: behindCloudFront(() => "cloudfront") });
    const both = await deploy({
      providers: [aws],
      program: behindCloudFront((service) => ({ cloudFront: true, securityGroupIds: group(service) })),
      state: first.state,
    });
    const last = await deploy({
      providers: [aws],
      program: behindCloudFront((service) => ({ securityGroupIds: group(service) })),
      state: both.state,
    });
    const changes = (run: DeployRun) => run.steps.filter(({ op }) => op !== "same").map(({ op, name }) => `${op} ${name}`);
    expect(changes(both)).toEqual(["create web-ingress-443-sg-vpc-origins"]);
    expect(changes(last)).toEqual(["delete web-ingress-443-cloudfront"]);
    expect(last.resource(ingressRule).inputs.referencedSecurityGroupId).toBe(
      last.resource("aws:ec2/securityGroup:SecurityGroup", "service").id,
    );
  });
});
