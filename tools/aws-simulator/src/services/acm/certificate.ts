import type { PropertyMap } from "@org/offline-engine";
import { oneOfRule } from "../../constraint-rules";
import { filledInputs } from "../../filled-inputs";
import { Identifiers } from "../../identifiers";
import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import type { Rule } from "../../rule";
import type { WorldObject } from "../../world-object";
import { certificateType } from "./certificate-names";

const requestPage = "https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html";
export const validationType = "aws:acm/certificateValidation:CertificateValidation";

const domainOrBody: Rule = {
  id: "acm/certificate-domain-or-body",
  source: requestPage,
  cause: "A certificate is requested for a domain name, or imported with its body and private key.",
  remedy: "Set domainName and validationMethod, or certificateBody and privateKey.",
  reads: ["domainName", "certificateBody"],
  refuse: ({ inputs }) =>
    inputs["domainName"] === undefined && inputs["certificateBody"] === undefined
      ? { code: "ValidationException", message: "1 validation error detected: Value null at 'domainName' failed to satisfy constraint: Member must not be null" }
      : undefined,
};

export const certificate = defineResource({
  type: certificateType,
  writeOnly: ["privateKeyWo"],
  comparisons: { subjectAlternativeNames: "set" },
  rules: [
    domainOrBody,
    oneOfRule({
      id: "acm/certificate-validation-method",
      source: requestPage,
      path: "validationMethod",
      member: "validationMethod",
      values: ["DNS", "EMAIL", "HTTP", "NONE"],
    }),
  ],
  create: (context) => {
    const arn = context.arn("acm", `certificate/${context.identifiers.uuid()}`);
    const imported = context.inputs["certificateBody"] !== undefined;
    return {
      id: arn,
      arn,
      outputs: {
        domainValidationOptions: context.text("validationMethod") === "DNS" ? validationRecords(context) : [],
        notAfter: "",
        notBefore: "",
        pendingRenewal: false,
        renewalEligibility: "INELIGIBLE",
        renewalSummaries: [],
        status: imported ? "ISSUED" : "PENDING_VALIDATION",
        type: imported ? "IMPORTED" : "AMAZON_ISSUED",
        validationEmails: [],
        ...namesTold(context),
        ...filledInputs(context.inputs, {
          keyAlgorithm: "RSA_2048",
          options: { certificateTransparencyLoggingPreference: "ENABLED", export: "DISABLED" },
          validationMethod: "NONE",
        }),
      },
    };
  },
  update: namesTold,
  observe: validity,
});

/** A certificate is issued once its validation has been waited for. */
function validity(object: WorldObject, context: ResourceContext): PropertyMap {
  const validated = context.referrers(validationType, object).length > 0;
  return validated && object.outputs["status"] === "PENDING_VALIDATION" ? { status: "ISSUED" } : {};
}

/** The names as ACM keeps and tells them, in lower case: https://github.com/go-to-k/cdk-real-drift/issues/1620 */
function namesAsKept({ inputs }: ResourceContext): { readonly domainName: string; readonly alternativeNames: string[] } {
  const { domainName, subjectAlternativeNames: names } = inputs;
  return {
    domainName: typeof domainName === "string" ? domainName.toLowerCase() : "",
    alternativeNames: Array.isArray(names) ? names.map((name) => String(name).toLowerCase()) : [],
  };
}

function namesTold(context: ResourceContext): PropertyMap {
  const { domainName, alternativeNames } = namesAsKept(context);
  const first = domainName === "" ? [] : [domainName];
  return { domainName, subjectAlternativeNames: alternativeNames.length > 0 ? alternativeNames : first };
}

/**
 * The CNAME records by which ACM sees that a domain is the account's. They hang on the domain and the account alone: a
 * name and its wildcard share one, and so do all certificates of a name, in every region.
 * https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
 */
function validationRecords(context: ResourceContext): PropertyMap[] {
  const { domainName, alternativeNames } = namesAsKept(context);
  return [...new Set([domainName, ...alternativeNames])].map((name) => {
    const base = name.replace(/^\*\./, "");
    const tokens = new Identifiers(`${context.accountId}\0${base}`);
    return {
      domainName: name,
      resourceRecordName: `_${tokens.hex(32)}.${base}.`,
      resourceRecordType: "CNAME",
      resourceRecordValue: `_${tokens.hex(32)}.${tokens.base36(10)}.acm-validations.aws.`,
    };
  });
}
