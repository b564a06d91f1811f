import { output } from "@pulumi/pulumi";
import { cachePolicies, type CachePolicyName, originRequestPolicies, type OriginRequestPolicyName } from "./managed-policies";
import { type NamedOrigin, type OriginRequest, originNameProblems } from "./origin-name";

const https: NamedOrigin = { kind: "custom", protocol: "https-only" };
const plain: OriginRequest = {
  cachePolicy: "CachingDisabled",
  originRequestPolicy: "AllViewer",
  hasCustomDomain: false,
  recordNames: [],
};
const applicationLoadBalancer = "internal-infra-dev-web-1.eu-west-1.elb.amazonaws.com";

describe("the name of an origin that CloudFront asks over HTTPS", () => {
  it.each([
    applicationLoadBalancer,
    "dualstack.infra-dev-web-1.us-east-1.elb.amazonaws.com",
    // A Network Load Balancer's name has the Region behind elb.
    "infra-dev-web-0d7a.elb.eu-west-1.amazonaws.com",
    "Web-1.US-EAST-1.ELB.amazonaws.com",
    "web-1.cn-north-1.elb.amazonaws.com.cn",
    "ec2-203-0-113-25.compute-1.amazonaws.com",
    "ec2-203-0-113-25.eu-west-1.compute.amazonaws.com",
  ])("cannot be %s, for which only AWS has a certificate", (domainName) => {
    expect(originNameProblems(https, domainName, plain)).toEqual([
      {
        argument: "origin.domainName",
        rule: "must be a name that the origin's certificate can hold, which the DNS name of a load balancer is not",
        value: domainName,
        remedy:
          "pass a name of your own that points to the load balancer, or use customDomain and a policy that passes on its name",
      },
    ]);
    expect(originNameProblems({ ...https, kind: "vpc" }, domainName, plain)).toHaveLength(1);
    expect(originNameProblems({ ...https, protocol: "http-only" }, domainName, plain)).toEqual([]);
  });

  it.each([
    "origin.example.com",
    "elb.amazonaws.com.example.com",
    "0d7a.execute-api.eu-west-1.amazonaws.com",
    "0d7a.lambda-url.eu-west-1.on.aws",
  ])("can be %s", (domainName) => {
    expect(originNameProblems(https, domainName, plain)).toEqual([]);
  });

  const passesHost: readonly (OriginRequestPolicyName | CachePolicyName)[] = [
    "AllViewer",
    "AllViewerAndCloudFrontHeaders-2022-06",
    "HostHeaderOnly",
    "UseOriginCacheControlHeaders",
    "UseOriginCacheControlHeaders-QueryStrings",
  ];
  const combinations = Object.keys(originRequestPolicies).flatMap((originRequestPolicy) =>
    Object.keys(cachePolicies).map((cachePolicy) => ({ cachePolicy, originRequestPolicy }) as Pick<OriginRequest, "cachePolicy" | "originRequestPolicy">),
  );

  it.each(combinations)(
    "can be a load balancer's own where $originRequestPolicy or $cachePolicy pass on the custom domain's, or else not",
    ({ cachePolicy, originRequestPolicy }) => {
      const problemsWith = (hasCustomDomain: boolean) =>
        originNameProblems(https, applicationLoadBalancer, { ...plain, cachePolicy, originRequestPolicy, hasCustomDomain });
      const passed = passesHost.includes(originRequestPolicy) || passesHost.includes(cachePolicy);
      expect(problemsWith(true)).toHaveLength(passed ? 0 : 1);
      // The Host header is then <id>.cloudfront.net, which is in no certificate of the origin's either.
      expect(problemsWith(false)).toHaveLength(1);
    },
  );

  it("is not judged before it is known", () => {
    expect(originNameProblems(https, output(applicationLoadBalancer), plain)).toEqual([]);
  });
});

describe("the name of an origin under a custom domain", () => {
  const request: OriginRequest = { ...plain, hasCustomDomain: true, recordNames: ["app.example.com", "*.example.com"] };

  it.each(["app.example.com", "App.Example.com"])("cannot be %s, whose records lead back to CloudFront", (domainName) => {
    expect(originNameProblems(https, domainName, request)).toEqual([
      {
        argument: "origin.domainName",
        rule: "must not be a name of customDomain, whose records lead back to CloudFront",
        value: domainName,
        remedy: `pass a name that points to the origin, for example origin.${domainName}`,
      },
    ]);
  });

  it("can be that name inside a VPC, where its records are not looked up, and another one below a wildcard", () => {
    expect(originNameProblems({ ...https, kind: "vpc" }, "app.example.com", request)).toEqual([]);
    expect(originNameProblems(https, "origin.example.com", request)).toEqual([]);
    expect(originNameProblems(https, "app.example.com", { ...request, recordNames: [] })).toEqual([]);
  });
});
