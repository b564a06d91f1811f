import type { Rule } from "../../rule";

export const noWildcardCertificate: Rule = {
  id: "acm/no-wildcard-certificate",
  controls: { "CKV2_AWS_71": "UNKNOWN" },
  requirement: "Certificates name each domain.",
  subjects: ["aws:acm/certificate:Certificate"],
  judge: (resource) =>
    ![...resource.texts("domainName"), ...resource.texts("subjectAlternativeNames")].some((name) => name.startsWith("*.")),
};
