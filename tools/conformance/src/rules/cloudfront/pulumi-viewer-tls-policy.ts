import type { Rule } from "../../rule";

export const pulumiViewerTlsPolicy: Rule = {
  id: "cloudfront/pulumi-viewer-tls-policy",
  controls: { "pulumi-cp:aws-cloudfront-distribution-configure-secure-tls": "HIGH" },
  requirement: "The viewers' TLS policy is the one that Pulumi's compliance pack takes.",
  subjects: ["aws:cloudfront/distribution:Distribution"],
  judge: (resource) => resource.text("viewerCertificate.minimumProtocolVersion") === "TLSv1.2_2021",
};
