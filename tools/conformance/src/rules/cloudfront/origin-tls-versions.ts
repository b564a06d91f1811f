import type { Rule } from "../../rule";

export const originTlsVersions: Rule = {
  id: "cloudfront/origin-tls-versions",
  controls: { "FSBP:CloudFront.10": "MEDIUM" },
  requirement: "Origins are reached with TLS 1.2 only.",
  subjects: ["aws:cloudfront/distribution:Distribution"],
  judge: (resource) => {
    const versions = resource.texts("origins.customOriginConfig.originSslProtocols");
    return versions.length === 0 ? undefined : versions.every((version) => version === "TLSv1.2");
  },
};
