import { isTls } from "../../listener";
import type { Rule } from "../../rule";

const POLICIES = [
  "TLS13-1-2-2021-06",
  "TLS13-1-3-2021-06",
  "TLS13-1-3-FIPS-2023-04",
  "TLS13-1-2-FIPS-2023-04",
  "FS-1-2-Res-2020-10",
  "FS-1-2-Res-2019-08",
];

export const pulumiTlsPolicy: Rule = {
  id: "elb/pulumi-tls-policy",
  controls: { "pulumi-cp:aws-lb-listener-configure-secure-tls": "HIGH" },
  requirement: "TLS policies are of those that Pulumi's compliance pack lists.",
  subjects: ["aws:lb/listener:Listener"],
  judge: (resource) => isTls(resource) ? POLICIES.includes(resource.text("sslPolicy").replace("ELBSecurityPolicy-", "")) : undefined,
};
