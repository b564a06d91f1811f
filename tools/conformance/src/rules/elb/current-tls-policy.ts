import { isTls, redirectsToHttps } from "../../listener";
import type { Rule } from "../../rule";

export const currentTlsPolicy: Rule = {
  id: "elb/current-tls-policy",
  controls: { "CKV_AWS_103": "CRITICAL" },
  requirement: "Listeners take TLS 1.2 or later with a policy that is not outdated; HTTP only redirects.",
  subjects: ["aws:lb/listener:Listener"],
  judge: (resource) =>
    isTls(resource)
      ? /^ELBSecurityPolicy-(FS-1-2|TLS-1-2|TLS13)/.test(resource.text("sslPolicy")) &&
      !/TLS13-1-(0|1|2-Ext[12])-/.test(resource.text("sslPolicy"))
      : redirectsToHttps(resource),
};
