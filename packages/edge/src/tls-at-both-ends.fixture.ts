import { Key } from "@pulumi/aws/kms";
import { Record, Zone } from "@pulumi/aws/route53";
import { Certificate } from "./certificate";
import type { DistributionArgs } from "./distribution";
import { naming } from "./distribution.fixture";
import { balancer, home } from "./load-balancer.fixture";
import type { OriginRequestPolicyName } from "./managed-policies";
import { OriginVerification } from "./origin-verification";

export const viewerName = "app.example.com";
export const originName = "origin.app.example.com";

/** A stack in Ireland with a certificate at each end, each for the name that is asked for there. */
function certificates() {
  const { zoneId } = new Zone("example", { name: "example.com" });
  const viewer = new Certificate("app", { domainName: viewerName, hostedZoneId: zoneId, naming });
  const origin = new Certificate("origin", { usedBy: "load-balancer", domainName: originName, hostedZoneId: zoneId, naming });
  const customDomain = { names: [viewerName], certificateArn: viewer.arn, hostedZoneId: zoneId };
  return { zoneId, customDomain, originCertificateArn: origin.arn };
}

/** A public load balancer that answers nobody but the distribution. */
export function overTheInternet(): Partial<DistributionArgs> {
  const { zoneId, customDomain, originCertificateArn } = certificates();
  const kmsKeyArn = new Key("key", { ...home, description: "secrets" }).arn;
  const verification = new OriginVerification("verify", { source: { kind: "generated", kmsKeyArn }, naming });
  const { loadBalancer, verifiedBy } = balancer({ internal: false, port: 443, certificateArn: originCertificateArn, verification });
  new Record("origin-alias", {
    zoneId,
    name: originName,
    type: "A",
    aliases: [{ name: loadBalancer.dnsName, zoneId: loadBalancer.zoneId, evaluateTargetHealth: true }],
  });
  return {
    origin: { kind: "custom", domainName: originName, protocol: "https-only", verification, verifiedBy },
    customDomain,
  };
}

/** An internal load balancer, under the name that its certificate is for. */
export const insideTheVpc = (originRequestPolicy: OriginRequestPolicyName) => (): Partial<DistributionArgs> => {
  const { customDomain, originCertificateArn } = certificates();
  const { loadBalancer } = balancer({ port: 443, certificateArn: originCertificateArn });
  return {
    origin: { kind: "vpc", loadBalancerArn: loadBalancer.arn, domainName: originName, protocol: "https-only" },
    customDomain,
    originRequestPolicy,
  };
};
