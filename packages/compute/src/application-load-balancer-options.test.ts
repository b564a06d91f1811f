import { SimulatedAws } from "@org/aws-simulator";
import { deploy } from "@org/offline-engine";
import { SecurityGroup } from "@pulumi/aws/ec2";
import { Provider } from "@pulumi/aws/provider";
import { Bucket, BucketPolicy } from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import type { ApplicationLoadBalancerArgs } from "./application-load-balancer";
import { smallNetwork } from "./small-network.fixture";
import { webOn } from "./web-balancer.fixture";

const own = "org:compute:ApplicationLoadBalancer";
const targetGroup = "aws:lb/targetGroup:TargetGroup";

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

  it("lets in networks of both families and security groups", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => {
        const network = smallNetwork();
        const proxy = new SecurityGroup("proxy", { vpcId: network.vpcId, description: "Proxy" });
        webOn(network, { sources: { cidrBlocks: ["2001:db8::/32", "10.0.0.0/8"], securityGroupIds: { proxy: proxy.id } } });
      },
    });
    const from = (key: string) =>
      run.resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", `web-ingress-80-${key}`).inputs;
    expect(from("2001-db8---32").cidrIpv6).toBe("2001:db8::/32");
    expect(from("10.0.0.0-8").cidrIpv4).toBe("10.0.0.0/8");
    expect(from("sg-proxy").referencedSecurityGroupId).toBe(run.resource("aws:ec2/securityGroup:SecurityGroup", "proxy").id);
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

  it("tells browsers to come by HTTPS alone for a year, unless told otherwise", async () => {
    const certificateArn = "arn:aws:acm:us-east-1:210987654321:certificate/12345678-1234-1234-1234-123456789012";
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => {
        const https = { protocol: "HTTPS", certificateArn } as const;
        const listeners = {
          443: https,
          444: { ...https, strictTransportSecurity: "max-age=60; includeSubDomains" },
          445: { ...https, strictTransportSecurity: "off" },
        } as const;
        webOn(smallNetwork(), { listeners });
      },
    });
    const headers = [443, 444, 445].map((port) => {
      return run.resource("aws:lb/listener:Listener", `web-listener-${port}`).inputs
        .routingHttpResponseStrictTransportSecurityHeaderValue;
    });
    expect(headers).toEqual(["max-age=31536000", "max-age=60; includeSubDomains", undefined]);
  });

  it("encrypts the way to its targets and their health checks when told to", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => void webOn(smallNetwork(), { targetProtocol: "HTTPS" }),
    });
    for (const { inputs } of run.resourcesOf(targetGroup)) {
      expect(inputs).toMatchObject({ port: 443, protocol: "HTTPS", healthCheck: { protocol: "HTTPS", port: "traffic-port" } });
    }
  });

  it("gives out its health check and target port, from which fleets and templates derive theirs", async () => {
    await deploy({
      providers: [new SimulatedAws()],
      program: () => {
        const web = webOn(smallNetwork(), { healthCheck: { path: "/ready" }, targetPort: 8080 });
        expect(web.healthCheck).toMatchObject({ path: "/ready", interval: 15 });
        expect(web.targetPort).toBe(8080);
      },
    });
    expect.assertions(2);
  });

  it("lets the caller have the last word on the load balancer", async () => {
    const transform: ApplicationLoadBalancerArgs["transform"] = {
      loadBalancer: (args, opts) => {
        args.enableZonalShift = true;
        opts.protect = true;
      },
    };
    const run = await deploy({ providers: [new SimulatedAws()], program: () => void webOn(smallNetwork(), { transform }) });
    const balancer = run.resource("aws:lb/loadBalancer:LoadBalancer");
    expect([balancer.inputs.enableZonalShift, balancer.protect]).toEqual([true, true]);
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
        webOn(smallNetwork(), { accessLogs: { bucket: { bucketName: bucket.bucket, ready: [policy] }, prefix: "alb" } });
      },
    });
    const balancer = run.resource("aws:lb/loadBalancer:LoadBalancer");
    expect(balancer.inputs.accessLogs).toEqual({ enabled: true, bucket: "shop-dev-alb-access-logs", prefix: "alb" });
    expect(balancer.dependencies).toContain(run.resource("aws:s3/bucketPolicy:BucketPolicy").urn);
  });

  it("hands on how long connections and requests may take, and its tags", async () => {
    const args = { idleTimeout: 120, deregistrationDelay: 30, tags: { Team: "web" } };
    const run = await deploy({ providers: [new SimulatedAws()], program: () => void webOn(smallNetwork(), args) });
    expect(run.resource("aws:lb/loadBalancer:LoadBalancer").inputs.idleTimeout).toBe(120);
    expect(run.resourcesOf(targetGroup).map(({ inputs }) => inputs.deregistrationDelay)).toEqual([30, 30]);
    const children = run.resources.filter(({ parent }) => parent === run.resource(own).urn);
    expect(children.map(({ inputs }) => inputs.tags)).toEqual(children.map(() => expect.objectContaining({ Team: "web", Project: "shop" })));
  });

  it("asks its targets whether they can serve in the way that it is told", async () => {
    const healthCheck = { path: "/ready", interval: 10, timeout: 4, healthyThreshold: 2, unhealthyThreshold: 5, matcher: "200-299" };
    const run = await deploy({ providers: [new SimulatedAws()], program: () => void webOn(smallNetwork(), { healthCheck }) });
    for (const { inputs } of run.resourcesOf(targetGroup)) expect(inputs.healthCheck).toMatchObject(healthCheck);
  });

  it("lets the caller have the last word on its target groups, and names them by what it says", async () => {
    const aws = new SimulatedAws();
    const on = (protocolVersion: "HTTP1" | "HTTP2") => () => {
      const transform: ApplicationLoadBalancerArgs["transform"] = {
        targetGroup: (args, opts) => {
          args.protocolVersion = protocolVersion;
          args.loadBalancingAlgorithmType = "least_outstanding_requests";
          opts.customTimeouts = { create: "5m" };
        },
      };
      webOn(smallNetwork(), { transform });
    };
    const before = await deploy({ providers: [aws], program: on("HTTP1") });
    const after = await deploy({ providers: [aws], program: on("HTTP2"), state: before.state });
    const names = [before, after].flatMap((run) => run.resourcesOf(targetGroup).map(({ inputs }) => inputs.name));
    expect(new Set(names).size).toBe(4);
    for (const { inputs, customTimeouts } of after.resourcesOf(targetGroup)) {
      expect(customTimeouts).toMatchObject({ create: 300 });
      expect(inputs).toMatchObject({ protocolVersion: "HTTP2", loadBalancingAlgorithmType: "least_outstanding_requests" });
    }
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
