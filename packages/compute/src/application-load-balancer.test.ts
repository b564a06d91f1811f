import { SimulatedAws } from "@org/aws-simulator";
import { deploy, type DeployRun } from "@org/offline-engine";
import { smallNetwork } from "./small-network.fixture";
import { webOn } from "./web-balancer.fixture";

const own = "org:compute:ApplicationLoadBalancer";
const targetGroup = "aws:lb/targetGroup:TargetGroup";

const typesIn = (run: DeployRun, parent: string) => {
  const counts: Record<string, number> = {};
  for (const resource of run.resources.filter((candidate) => candidate.parent === parent)) {
    counts[resource.type] = (counts[resource.type] ?? 0) + 1;
  }
  return counts;
};

describe("ApplicationLoadBalancer", () => {
  let run: DeployRun;
  const aws = new SimulatedAws();
  const program = () => {
    const web = webOn(smallNetwork());
    return { arn: web.arn, dnsName: web.dnsName, zoneId: web.zoneId, primary: web.primaryTargetGroupArn };
  };
  beforeAll(async () => {
    run = await deploy({ providers: [aws], program });
  });
  const only = (type: string, name?: string) => run.resource(type, name);

  it("creates exactly these resources, all of them its children", () => {
    expect(typesIn(run, only(own).urn)).toEqual({
      "aws:ec2/securityGroup:SecurityGroup": 1,
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": 1,
      "aws:lb/loadBalancer:LoadBalancer": 1,
      "aws:lb/targetGroup:TargetGroup": 2,
      "aws:lb/listener:Listener": 1,
    });
  });

  it("names its children by role and port, never by index", () => {
    const names = run.resources.filter(({ parent }) => parent === only(own).urn).map(({ urn }) => urn.split("::").at(-1));
    expect(names.sort()).toEqual([
      "web-ingress-80-0.0.0.0-0",
      "web-listener-80",
      "web-load-balancer",
      "web-primary-target-group",
      "web-secondary-target-group",
      "web-security-group",
    ]);
  });

  it("registers its outputs", () => {
    const { outputs } = only(own);
    const balancer = only("aws:lb/loadBalancer:LoadBalancer").outputs;
    const labelOf = (role: string) => {
      const { arnSuffix } = only(targetGroup, `web-${role}-target-group`).outputs;
      return `${String(balancer.arnSuffix)}/${String(arnSuffix)}`;
    };
    expect(outputs).toEqual({
      arn: balancer.arn,
      dnsName: balancer.dnsName,
      zoneId: balancer.zoneId,
      securityGroupId: only("aws:ec2/securityGroup:SecurityGroup").id,
      primaryTargetGroupArn: only(targetGroup, "web-primary-target-group").outputs.arn,
      secondaryTargetGroupArn: only(targetGroup, "web-secondary-target-group").outputs.arn,
      primaryResourceLabel: labelOf("primary"),
      secondaryResourceLabel: labelOf("secondary"),
    });
    expect(run.outputs.dnsName).toMatch(/^shop-dev-web-.*\.us-east-1\.elb\.amazonaws\.com$/);
  });

  it("shares requests 50 and 50 between its two target groups", () => {
    expect(only("aws:lb/listener:Listener").inputs).toMatchObject({
      port: 80,
      protocol: "HTTP",
      defaultActions: [
        {
          type: "forward",
          forward: {
            targetGroups: [
              { arn: only(targetGroup, "web-primary-target-group").outputs.arn, weight: 50 },
              { arn: only(targetGroup, "web-secondary-target-group").outputs.arn, weight: 50 },
            ],
          },
        },
      ],
    });
  });

  it("checks /health of every target with every threshold stated", () => {
    for (const role of ["primary", "secondary"]) {
      expect(only(targetGroup, `web-${role}-target-group`).inputs).toMatchObject({
        port: 80,
        protocol: "HTTP",
        targetType: "instance",
        deregistrationDelay: 60,
        healthCheck: {
          enabled: true,
          path: "/health",
          port: "traffic-port",
          protocol: "HTTP",
          interval: 15,
          timeout: 5,
          healthyThreshold: 3,
          unhealthyThreshold: 2,
          matcher: "200",
        },
      });
    }
  });

  it("drops invalid headers, defends against desync and is protected from deletion", () => {
    expect(only("aws:lb/loadBalancer:LoadBalancer").inputs).toMatchObject({
      loadBalancerType: "application",
      internal: false,
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "defensive",
      enableDeletionProtection: true,
      idleTimeout: 60,
      securityGroups: [only("aws:ec2/securityGroup:SecurityGroup").id],
    });
  });

  it("has a security group without inline rules that lets in its sources only", () => {
    const { inputs } = only("aws:ec2/securityGroup:SecurityGroup");
    expect(inputs).toMatchObject({ name: "shop-dev-web-alb", description: "Load balancer: lets in the declared sources only" });
    expect(inputs).not.toHaveProperty("ingress");
    expect(inputs).not.toHaveProperty("egress");
    expect(only("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").inputs).toMatchObject({
      securityGroupId: only("aws:ec2/securityGroup:SecurityGroup").id,
      ipProtocol: "tcp",
      fromPort: 80,
      toPort: 80,
      cidrIpv4: "0.0.0.0/0",
      description: "Listener 80 from 0.0.0.0-0",
    });
  });

  it("shows in a first preview everything that it will create", async () => {
    const preview = await deploy({ providers: [new SimulatedAws()], program, preview: true });
    expect(preview.steps.filter(({ op, name }) => op === "create" && name.startsWith("web-"))).toHaveLength(6);
  });

  it("changes nothing in a second deployment", async () => {
    const second = await deploy({ providers: [aws], program, state: run.state });
    expect(second.steps.filter(({ op }) => op !== "same")).toEqual([]);
  });
});
