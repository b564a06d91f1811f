import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy, type DeployRun } from "@org/offline-engine";
import { Provider } from "@pulumi/aws/provider";
import { Bucket, BucketPolicy } from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { ApplicationLoadBalancer, type ApplicationLoadBalancerArgs } from "./application-load-balancer";
import { type SmallNetwork, smallNetwork } from "./small-network.fixture";

const naming = new Naming({ project: "shop", environment: "dev" });
const own = "org:compute:ApplicationLoadBalancer";
const targetGroup = "aws:lb/targetGroup:TargetGroup";

function webOn(network: SmallNetwork, args: Partial<ApplicationLoadBalancerArgs> = {}, opts?: pulumi.ComponentResourceOptions) {
  return new ApplicationLoadBalancer(
    "web",
    {
      vpcId: network.vpcId,
      subnetIds: network.publicSubnetIds,
      listeners: { 80: { protocol: "HTTP", insecureHttp: true } },
      sources: { cidrBlocks: ["0.0.0.0/0"] },
      accessLogs: "off",
      naming,
      ...args,
    },
    opts,
  );
}

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
    expect(outputs).toEqual({
      arn: balancer.arn,
      dnsName: balancer.dnsName,
      zoneId: balancer.zoneId,
      securityGroupId: only("aws:ec2/securityGroup:SecurityGroup").id,
      primaryTargetGroupArn: only(targetGroup, "web-primary-target-group").outputs.arn,
      secondaryTargetGroupArn: only(targetGroup, "web-secondary-target-group").outputs.arn,
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

describe("ApplicationLoadBalancer with its options", () => {
  it("lets CloudFront in by its prefix list, and others by what identifies them", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => {
        const network = smallNetwork();
        const sources = { cloudFront: true, prefixListIds: { office: "pl-0123456789abcdef0" } };
        webOn(network, { sources, profile: "ephemeral", scheme: "internal" });
      },
    });
    const rules = run.resourcesOf("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
    expect(rules.map(({ urn }) => urn.split("::").at(-1)).sort()).toEqual(["web-ingress-80-cloudfront", "web-ingress-80-pl-office"]);
    for (const { inputs } of rules) {
      expect(inputs.prefixListId).toMatch(/^pl-[0-9a-f]+$/);
      expect(inputs).not.toHaveProperty("cidrIpv4");
    }
    expect(run.resource("aws:lb/loadBalancer:LoadBalancer").inputs).toMatchObject({
      enableDeletionProtection: false,
      internal: true,
    });
  });

  it("terminates TLS with the restricted policy and redirects plain HTTP to it", async () => {
    const certificateArn = "arn:aws:acm:us-east-1:210987654321:certificate/12345678-1234-1234-1234-123456789012";
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => {
        const listeners = {
          80: { protocol: "HTTP", redirectToPort: 443 },
          443: { protocol: "HTTPS", certificateArn },
        } as const;
        webOn(smallNetwork(), { listeners, weights: { primary: 90, secondary: 10 } });
      },
    });
    expect(run.resource("aws:lb/listener:Listener", "web-listener-80").inputs).toMatchObject({
      defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } }],
    });
    const https = run.resource("aws:lb/listener:Listener", "web-listener-443").inputs;
    expect(https).toMatchObject({ certificateArn, sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06" });
    expect(https).toMatchObject({ defaultActions: [{ forward: { targetGroups: [{ weight: 90 }, { weight: 10 }] } }] });
    expect(run.resourcesOf("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")).toHaveLength(2);
  });

  it("waits for the log bucket's policy before it asks for access logs", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => {
        const bucket = new Bucket("logs", { bucket: "shop-dev-alb-access-logs" });
        const policy = new BucketPolicy("logs", {
          bucket: bucket.bucket,
          policy: pulumi.jsonStringify({
            Version: "2012-10-17",
            Statement: [
              {
                Effect: "Allow",
                Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
                Action: "s3:PutObject",
                Resource: pulumi.interpolate`${bucket.arn}/alb/AWSLogs/123456789012/*`,
              },
            ],
          }),
        });
        webOn(smallNetwork(), { accessLogs: { bucket: bucket.bucket, prefix: "alb", ready: [policy] } });
      },
    });
    const balancer = run.resource("aws:lb/loadBalancer:LoadBalancer");
    expect(balancer.inputs.accessLogs).toEqual({ enabled: true, bucket: "shop-dev-alb-access-logs", prefix: "alb" });
    expect(balancer.dependencies).toContain(run.resource("aws:s3/bucketPolicy:BucketPolicy").urn);
  });

  it("hands the provider through to every child", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => {
        const regional = new Provider("regional", { region: "us-east-1" });
        webOn(smallNetwork(), {}, { provider: regional });
      },
    });
    const children = run.resources.filter(({ parent }) => parent === run.resource(own).urn);
    expect(children).toHaveLength(6);
    for (const child of children) expect(child.provider).toContain("::pulumi:providers:aws::regional::");
  });

  it("refuses illegal arguments before anything of it is registered", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      expectFailure: true,
      program: () => {
        webOn(smallNetwork(), { weights: { primary: 0, secondary: 0 } });
      },
    });
    expect(run.resourcesOf(own)).toEqual([]);
    expect(run.diagnostics.map(({ message }) => message)).toEqual([
      'ApplicationLoadBalancer "web": 1 invalid argument\n' +
        '  - `weights` must not both be 0: no target group would receive a request, got {"primary":0,"secondary":0}: ' +
        "give at least one target group a weight of 1 or more",
    ]);
  });
});
