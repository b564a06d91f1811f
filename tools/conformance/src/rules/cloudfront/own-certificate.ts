import type { Rule } from "../../rule";

export const ownCertificate: Rule = {
  id: "cloudfront/own-certificate",
  controls: { "FSBP:CloudFront.7": "MEDIUM" },
  requirement: "Distributions have a certificate for a name of their own.",
  subjects: ["aws:cloudfront/distribution:Distribution"],
  judge: (resource) => !resource.isTrue("viewerCertificate.cloudfrontDefaultCertificate") && resource.has("aliases"),
};
