import { SimulatedAws } from "@org/aws-simulator";
import { checkConformance } from "@org/conformance";
import { deploy } from "@org/offline-engine";
import { ApplicationLoadBalancer } from "./application-load-balancer";
import { Fleet } from "./fleet";
import { InstanceRole } from "./instance-role";
import { InstanceTemplate } from "./instance-template";
import { smallNetwork } from "./small-network.fixture";

/** What the small network is made of. */
const surroundings = /^(vpc|internet|public|public-[ab01]|private-[ab])$/;

function service(): void {
  const { vpcId, publicSubnetIds, privateSubnetIds } = smallNetwork();
  const balancer = new ApplicationLoadBalancer("web", {
    vpcId,
    subnetIds: publicSubnetIds,
    listeners: { 443: { protocol: "HTTPS", certificateArn: "arn:aws:acm:us-east-1:210987654321:certificate/1" } },
    sources: "cloudFront",
    accessLogs: "off",
  });
  const role = new InstanceRole("app", { region: "us-east-1" });
  const template = new InstanceTemplate("app", {
    vpcId,
    instanceType: "t3.micro",
    region: "us-east-1",
    instanceProfileArn: role.instanceProfileArn,
    loadBalancerSecurityGroupId: balancer.securityGroupId,
  });
  new Fleet("web-fleet", {
    subnetIds: privateSubnetIds,
    launchTemplateId: template.launchTemplateId,
    launchTemplateVersion: template.version,
    targetGroupArns: [balancer.primaryTargetGroupArn],
    minSize: 2,
    maxSize: 4,
    mixedInstances: template.mixedInstances,
  });
}

describe("a load balancer with a fleet behind it", () => {
  it("meets every control or has a recorded exception", async () => {
    const exceptions = [
      { controls: ["FSBP:ELB.5"], reason: "logs need a bucket of another component: `accessLogs` takes it" },
      {
        controls: ["pulumi-cp:aws-lb-listener-configure-secure-tls", "prowler:elbv2_listener_pqc_tls_enabled"],
        reason: "the policy that Security Hub recommends and that CloudFront can talk to is on neither list",
      },
    ];
    const run = await deploy({ providers: [new SimulatedAws()], program: service });
    const { failures, unusedExceptions, verdicts } = checkConformance(run, { surroundings, exceptions });
    expect(failures).toEqual([]);
    expect(verdicts.find(({ control }) => control === "FSBP:AutoScaling.6")?.outcome).toBe("pass");
    expect(exceptions.filter((exception) => unusedExceptions.includes(exception))).toEqual([]);
  });
});
