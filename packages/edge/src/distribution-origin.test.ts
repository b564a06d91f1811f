import { output } from "@pulumi/pulumi";
import {
  bypassProtectionOf,
  type CustomOrigin,
  originPorts,
  originProblems,
  type VpcOrigin,
} from "./distribution-origin";
import type { OriginRequest } from "./origin-name";

const domainName = "infra-dev-web-1.us-east-1.elb.amazonaws.com";
const custom: CustomOrigin = { kind: "custom", domainName, protocol: "http-only" };
const vpc: VpcOrigin = {
  kind: "vpc",
  domainName,
  protocol: "http-only",
  loadBalancerArn: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/web/0d7a",
};
const request: OriginRequest = {
  cachePolicy: "CachingDisabled",
  originRequestPolicy: "AllViewer",
  hasCustomDomain: false,
  recordNames: [],
};
const verification = { headerName: "x-origin-verify", values: [output("secret")] };

describe("originProblems", () => {
  it("has none for a load balancer behind the internet or inside a VPC", () => {
    expect(originProblems(custom, request)).toEqual([]);
    expect(originProblems({ ...custom, verification }, request)).toEqual([]);
    expect(originProblems(vpc, request)).toEqual([]);
  });

  it.each([custom, vpc])("refuses a name that no certificate of the origin can hold ($kind)", (origin) => {
    const problems = originProblems({ ...origin, protocol: "https-only" }, request);
    expect(problems.map(({ argument, value }) => [argument, value])).toEqual([["origin.domainName", domainName]]);
  });

  it.each([80, 443, 1024, 65535])("takes port %d", (port) => {
    expect(originProblems({ ...custom, port }, request)).toEqual([]);
  });

  it.each([0, 22, 1023, 65536, 8080.5])("refuses port %d, which CloudFront does not connect to", (port) => {
    expect(originProblems({ ...vpc, port }, request)).toEqual([
      {
        argument: "origin.port",
        rule: "must be 80, 443 or a port from 1024 to 65535, which CloudFront connects to",
        value: port,
        remedy: "let the origin listen on one of these",
      },
    ]);
  });

  it("refuses what is no load balancer inside a VPC", () => {
    const loadBalancerArn = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/web/0d7a";
    expect(originProblems({ ...vpc, loadBalancerArn }, request)).toEqual([
      {
        argument: "origin.loadBalancerArn",
        rule: "must be the ARN of an Application or Network Load Balancer",
        value: loadBalancerArn,
        remedy: "pass the arn of the load balancer, not that of a listener or target group",
      },
    ]);
  });

  it("refuses an origin that asks for a header which nobody sends", () => {
    const rule = {} as NonNullable<CustomOrigin["verifiedBy"]>[number];
    expect(originProblems({ ...custom, verifiedBy: [rule] }, request).map(({ argument, rule }) => [argument, rule])).toEqual([
      ["origin.verification", "must be given with verifiedBy, or CloudFront is refused as well"],
    ]);
  });

  it("refuses a header without a value", () => {
    const empty = { headerName: "x-origin-verify", values: [] };
    expect(originProblems({ ...custom, verification: empty }, request).map(({ argument, rule }) => [argument, rule])).toEqual([
      ["origin.verification.values", "must hold the value to send"],
    ]);
  });
});

describe("originPorts", () => {
  it("uses the port for the protocol only", () => {
    expect(originPorts(custom)).toEqual({ httpPort: 80, httpsPort: 443, originProtocolPolicy: "http-only" });
    expect(originPorts({ ...custom, port: 8080 })).toEqual({ httpPort: 8080, httpsPort: 443, originProtocolPolicy: "http-only" });
    expect(originPorts({ ...custom, protocol: "https-only" })).toEqual({
      httpPort: 80,
      httpsPort: 443,
      originProtocolPolicy: "https-only",
    });
    expect(originPorts({ ...custom, protocol: "https-only", port: 8443 })).toEqual({
      httpPort: 80,
      httpsPort: 8443,
      originProtocolPolicy: "https-only",
    });
  });
});

describe("bypassProtectionOf", () => {
  it("claims no more than what is there", () => {
    const rule = {} as NonNullable<CustomOrigin["verifiedBy"]>[number];
    expect(bypassProtectionOf(custom)).toBe("none");
    expect(bypassProtectionOf({ ...custom, verification })).toBe("none");
    expect(bypassProtectionOf({ ...custom, verification, verifiedBy: [] })).toBe("none");
    expect(bypassProtectionOf({ ...custom, verification, verifiedBy: [rule] })).toBe("origin-verify-header");
    expect(bypassProtectionOf(vpc)).toBe("vpc-origin");
  });
});
