import type { Rule } from "../../rule";

const HSTS = "securityHeadersConfig.strictTransportSecurity";

export const strictTransportSecurity: Rule = {
  id: "cloudfront/strict-transport-security",
  controls: { "CKV_AWS_259": "UNKNOWN" },
  requirement: "Policies for response headers demand HTTPS for a year, for subdomains too.",
  subjects: ["aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy"],
  judge: (resource) =>
    resource.number(`${HSTS}.accessControlMaxAgeSec`) >= 31536000 &&
    ["includeSubdomains", "preload", "override"].every((flag) => resource.isTrue(`${HSTS}.${flag}`)),
};
