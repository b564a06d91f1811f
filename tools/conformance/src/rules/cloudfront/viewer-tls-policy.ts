import type { Rule } from "../../rule";

export const viewerTlsPolicy: Rule = {
  id: "cloudfront/viewer-tls-policy",
  controls: { "FSBP:CloudFront.15": "MEDIUM" },
  requirement: "Viewers with a certificate of their own name use TLS 1.2 or later.",
  subjects: ["aws:cloudfront/distribution:Distribution"],
  judge: (resource) =>
    resource.isTrue("viewerCertificate.cloudfrontDefaultCertificate")
      ? undefined
      : /^TLSv1\.(2_2021|2_2025|3_2025)$/.test(resource.text("viewerCertificate.minimumProtocolVersion")),
};
