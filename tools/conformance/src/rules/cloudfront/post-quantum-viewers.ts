import type { Rule } from "../../rule";

export const postQuantumViewers: Rule = {
  id: "cloudfront/post-quantum-viewers",
  controls: { "prowler:cloudfront_distributions_pqc_tls_enabled": "LOW" },
  requirement: "Viewers are offered key exchange that stands against quantum computers.",
  subjects: ["aws:cloudfront/distribution:Distribution"],
  judge: (resource) => /^TLSv1\.[23]_2025$/.test(resource.text("viewerCertificate.minimumProtocolVersion")),
};
