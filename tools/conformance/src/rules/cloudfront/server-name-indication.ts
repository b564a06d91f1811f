import type { Rule } from "../../rule";

export const serverNameIndication: Rule = {
  id: "cloudfront/server-name-indication",
  controls: { "FSBP:CloudFront.8": "LOW" },
  requirement: "Certificates are chosen by server name.",
  subjects: ["aws:cloudfront/distribution:Distribution"],
  judge: (resource) =>
    resource.isTrue("viewerCertificate.cloudfrontDefaultCertificate")
      ? undefined
      : resource.text("viewerCertificate.sslSupportMethod") === "sni-only",
};
