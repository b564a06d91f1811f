import { oneOfRule } from "../../constraint-rules";
import { filledInputs } from "../../filled-inputs";
import { valuesAt } from "../../property-path";
import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import type { Rule } from "../../rule";
import { zoneType } from "./zone";

const recordType = "aws:route53/record:Record";
const changePage = "https://docs.aws.amazon.com/Route53/latest/APIReference/API_ChangeResourceRecordSets.html";

/** The zone's id; the provider also takes it as Route 53 writes it, after `/hostedzone/`. */
function zoneIdOf(context: ResourceContext): string {
  return (context.text("zoneId") ?? "").replace(/^\/hostedzone\//, "");
}

const zoneExists: Rule = {
  id: "route53/record-zone-exists",
  source: changePage,
  cause: "The hosted zone does not exist.",
  remedy: "Give the `zoneId` of a Zone.",
  reads: ["zoneId"],
  deploymentOnly: true,
  refuse: (context) => {
    if (context.find(zoneType, zoneIdOf(context)) !== undefined) return undefined;
    return { code: "NoSuchHostedZone", message: `No hosted zone found with ID: ${zoneIdOf(context)}` };
  },
};

/** The zone's domain, without the dot at its end. */
function zoneDomain(context: ResourceContext): string | undefined {
  const name = context.find(zoneType, zoneIdOf(context))?.outputs["name"];
  return typeof name === "string" ? name.replace(/\.$/, "").toLowerCase() : undefined;
}

/** The record's full name: the provider adds the zone's domain where it is missing. */
function fullName(context: ResourceContext): string {
  const name = (context.text("name") ?? "").replace(/\.$/, "").toLowerCase();
  const domain = zoneDomain(context);
  if (domain === undefined || name === domain || name.endsWith(`.${domain}`)) return name;
  return name === "" ? domain : `${name}.${domain}`;
}

function identity(context: ResourceContext): string {
  return [zoneIdOf(context), fullName(context), context.text("type"), context.text("setIdentifier")]
    .filter((part) => part !== undefined && part !== "")
    .join("_");
}

const noAliasAtApex: Rule = {
  id: "route53/record-no-cname-at-apex",
  source: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html#CNAMEFormat",
  cause: "The zone's own name has SOA and NS records, and a CNAME allows no others beside it.",
  remedy: "Use an A record with an alias.",
  reads: ["type", "name", "zoneId"],
  refuse: (context) => {
    if (context.text("type") !== "CNAME" || fullName(context) !== zoneDomain(context)) return undefined;
    return {
      code: "InvalidChangeBatch",
      message: `[RRSet of type CNAME with DNS name ${fullName(context)}. is not permitted at apex in zone ${zoneDomain(context) ?? ""}.]`,
    };
  },
};

const valuesOrAlias: Rule = {
  id: "route53/record-values-or-alias",
  source: changePage,
  cause: "A record has values and a ttl, or is an alias.",
  remedy: "Set records and ttl, or aliases.",
  reads: ["records", "aliases", "ttl"],
  refuse: ({ inputs }) => {
    const hasValues = valuesAt(inputs, "records[]").length > 0;
    const hasAlias = valuesAt(inputs, "aliases[]").length > 0;
    if (hasValues !== hasAlias && (hasAlias || inputs["ttl"] !== undefined)) return undefined;
    return {
      code: "InvalidInput",
      message: "Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId], but found none or more than one.",
    };
  },
};

const notThereYet: Rule = {
  id: "route53/record-free",
  source: changePage,
  cause: "The zone has a record of this name and type.",
  remedy: "Delete the record that is there, or set allowOverwrite.",
  reads: ["name", "type", "zoneId", "setIdentifier"],
  on: "create",
  deploymentOnly: true,
  refuse: (context) => {
    if (context.inputs["allowOverwrite"] === true) return undefined;
    if (context.find(recordType, identity(context)) === undefined) return undefined;
    return {
      code: "InvalidChangeBatch",
      message: `[Tried to create resource record set [name='${fullName(context)}.', type='${context.text("type") ?? ""}'] but it already exists]`,
    };
  },
};

export const record = defineResource({
  type: recordType,
  references: [{ path: "zoneId", to: zoneType }],
  rules: [
    zoneExists,
    oneOfRule({
      id: "route53/record-type",
      source: changePage,
      path: "type",
      member: "type",
      code: "InvalidInput",
      values: ["A", "AAAA", "CAA", "CNAME", "DS", "HTTPS", "MX", "NAPTR", "NS", "PTR", "SOA", "SPF", "SRV", "SSHFP", "SVCB", "TLSA", "TXT"],
    }),
    valuesOrAlias,
    noAliasAtApex,
    notThereYet,
  ],
  create: (context) => ({
    id: identity(context),
    outputs: { fqdn: fullName(context), ...filledInputs(context.inputs, { allowOverwrite: false }) },
  }),
});
