import type { Rule } from "../../rule";

export const listenerCertificate: Rule = {
  id: "elb/listener-certificate",
  controls: { "cdk-nag:ELBv2ACMCertificateRequired": "ERROR" },
  requirement: "Every listener has a certificate.",
  subjects: ["aws:lb/listener:Listener"],
  judge: (resource) => resource.has("certificateArn"),
};
