import { isTls } from "../../listener";
import type { Rule } from "../../rule";

export const postQuantumListener: Rule = {
  id: "elb/post-quantum-listener",
  controls: { "prowler:elbv2_listener_pqc_tls_enabled": "LOW" },
  requirement: "Listeners offer key exchange that stands against quantum computers.",
  subjects: ["aws:lb/listener:Listener"],
  judge: (resource) => isTls(resource) ? resource.text("sslPolicy").includes("-PQ-2025-09") : undefined,
};
