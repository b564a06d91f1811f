import type { SchemaRow } from "../resource-schema";

export const acmSchemas: Readonly<Record<string, SchemaRow>> = {
  "aws:acm/certificate:Certificate": {
    replace: "domainName subjectAlternativeNames validationMethod keyAlgorithm certificateAuthorityArn",
    replaceUncertain: "validationOptions",
    outputs: "arn domainValidationOptions notAfter notBefore pendingRenewal renewalEligibility renewalSummaries status tagsAll type validationEmails",
    computed: "domainName keyAlgorithm options subjectAlternativeNames validationMethod",
  },
  "aws:acm/certificateValidation:CertificateValidation": {
    required: "certificateArn",
    replaceUncertain: "certificateArn validationRecordFqdns",
  },
};
