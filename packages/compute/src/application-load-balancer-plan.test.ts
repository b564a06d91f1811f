import {
  planApplicationLoadBalancer,
  type PlannedApplicationLoadBalancerArgs,
} from "./application-load-balancer-plan";

const legal: PlannedApplicationLoadBalancerArgs = {
  subnetIds: ["subnet-1", "subnet-2"],
  listeners: { 80: { protocol: "HTTP", insecureHttp: true } },
  sources: { cidrBlocks: ["10.0.0.0/8"] },
  accessLogs: "off",
};
const messageOf = (args: Partial<PlannedApplicationLoadBalancerArgs>) => {
  try {
    planApplicationLoadBalancer("web", { ...legal, ...args });
    return "accepted";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe("plan of an application load balancer", () => {
  it("protects an internet-facing load balancer that shares requests 50 and 50", () => {
    expect(planApplicationLoadBalancer("web", legal)).toEqual({
      internal: false,
      deletionProtection: true,
      listeners: [{ port: 80, definition: { protocol: "HTTP", insecureHttp: true } }],
      peers: [{ kind: "cidrIpv4", key: "10.0.0.0-8", cidrBlock: "10.0.0.0/8" }],
      targetProtocol: "HTTP",
      targetPort: 80,
      weights: { mode: "managed", primary: 50, secondary: 50 },
      stickiness: undefined,
      healthCheck: {
        path: "/health",
        interval: 15,
        timeout: 5,
        healthyThreshold: 3,
        unhealthyThreshold: 2,
        matcher: "200",
      },
      deregistrationDelay: 60,
      idleTimeout: 60,
    });
  });

  it("leaves an ephemeral one deletable and an internal one out of the internet", () => {
    const plan = planApplicationLoadBalancer("web", { ...legal, profile: "ephemeral", scheme: "internal" });
    expect(plan).toMatchObject({ deletionProtection: false, internal: true });
  });

  it.each([
    [{}, 60],
    [{ idleTimeout: 300 }, 300],
    [{ idleTimeout: 4000 }, 3600],
    [{ idleTimeout: 300, deregistrationDelay: 30 }, 30],
    [{ idleTimeout: 300, deregistrationDelay: 0 }, 0],
  ])("lets requests finish that a client may wait for, unless told otherwise: %j", (args, delay) => {
    expect(planApplicationLoadBalancer("web", { ...legal, ...args }).deregistrationDelay).toBe(delay);
  });

  it("talks to targets by HTTPS on port 443 unless told another one", () => {
    const portOf = (targetPort?: number) => planApplicationLoadBalancer("web", { ...legal, targetProtocol: "HTTPS", targetPort }).targetPort;
    expect([portOf(), portOf(8443)]).toEqual([443, 8443]);
  });

  it("takes CloudFront alone in one word", () => {
    const peers = [{ kind: "cloudFront", key: "cloudfront" }];
    expect(planApplicationLoadBalancer("web", { ...legal, sources: "cloudfront" }).peers).toEqual(peers);
    expect(planApplicationLoadBalancer("web", { ...legal, sources: { cloudFront: true } }).peers).toEqual(peers);
  });

  it("tells every problem at once, word for word", () => {
    const message = messageOf({
      subnetIds: ["subnet-1"],
      listeners: {},
      sources: { cidrBlocks: ["everybody"] },
      targetPort: 0,
      weights: { primary: 1000, secondary: 0 },
      stickiness: { duration: 604_801 },
      healthCheck: { timeout: 15 },
      deregistrationDelay: 3601,
      idleTimeout: 0,
      accessLogs: { bucket: { bucketName: "logs" }, prefix: "alb/" },
    });
    expect(message).toBe(
      [
        'ApplicationLoadBalancer "web": 10 invalid arguments',
        '  - `subnetIds` must name at least two subnets, got ["subnet-1"]: pass one subnet of each of two or more availability zones',
        '  - `listeners` must have at least one listener, got {}: use for example { 443: { protocol: "HTTPS", certificateArn } }',
        '  - `sources.cidrBlocks` must be networks in CIDR notation, without host bits, got "everybody": use for example 203.0.113.0/24 or 2001:db8::/32',
        "  - `targetPort` must be a whole number from 1 to 65535, got 0: use for example 80",
        "  - `weights.primary` must be a whole number from 0 to 999, got 1000: use for example 50 and 50, or 90 and 10 for a canary",
        "  - `stickiness.duration` must be a whole number from 1 to 604800 seconds, got 604801: use for example 300",
        "  - `healthCheck.timeout` must be less than the interval of 15 seconds, got 15: shorten the timeout or lengthen the interval",
        "  - `deregistrationDelay` must be a whole number from 0 to 3600 seconds, got 3601: use for example 60",
        "  - `idleTimeout` must be a whole number from 1 to 4000 seconds, got 0: use for example 60",
        '  - `accessLogs.prefix` must not be empty, start or end with /, or contain AWSLogs, which the load balancer adds itself, got "alb/": use for example alb, or leave it out',
      ].join("\n"),
    );
  });

  it("refuses one subnet named twice", () => {
    expect(messageOf({ subnetIds: ["subnet-1", "subnet-1"] })).toBe(
      'ApplicationLoadBalancer "web": 1 invalid argument\n' +
        '  - `subnetIds` must name each subnet once, got ["subnet-1","subnet-1"]: pass one subnet of each of two or more availability zones',
    );
  });

  it("leaves subnets that are not known yet to AWS", () => {
    expect(messageOf({ subnetIds: Promise.resolve(["subnet-1"]) })).toBe("accepted");
  });

  it.each(["", "/alb", "alb/", "my/AWSLogs"])("refuses the access log prefix %j", (prefix) => {
    expect(messageOf({ accessLogs: { bucket: { bucketName: "logs" }, prefix } })).toContain("`accessLogs.prefix` must not be empty");
  });

  it("does not compile with the log bucket of another writer", () => {
    const wafLogs = { writerKind: "waf" as const, bucketName: "aws-waf-logs-shop" };
    // @ts-expect-error Its policy lets in WAF, and not Elastic Load Balancing.
    const accessLogs: PlannedApplicationLoadBalancerArgs["accessLogs"] = { bucket: wafLogs };
    expect(messageOf({ accessLogs })).toBe("accepted");
  });

  it("takes access logs with and without a prefix", () => {
    expect(messageOf({ accessLogs: { bucket: { bucketName: "logs" } } })).toBe("accepted");
    expect(messageOf({ accessLogs: { bucket: { bucketName: "logs" }, prefix: "team/alb" } })).toBe("accepted");
  });
});
