import { isTls } from "../../listener";
import type { Rule } from "../../rule";

export const recommendedTlsPolicy: Rule = {
  id: "elb/recommended-tls-policy",
  controls: { "FSBP:ELB.17": "MEDIUM" },
  requirement: "TLS policies are of those that Security Hub recommends.",
  subjects: ["aws:lb/listener:Listener"],
  judge: (resource) =>
    isTls(resource)
      ? /^ELBSecurityPolicy-TLS13-1-(3|2-Res)(-FIPS)?(-PQ)?-(2021-06|2023-04|2025-09)$/.test(resource.text("sslPolicy"))
      : undefined,
};
