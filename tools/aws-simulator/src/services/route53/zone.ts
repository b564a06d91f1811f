import { filledInputs } from "../../filled-inputs";
import { defineResource } from "../../resource-definition";

export const zoneType = "aws:route53/zone:Zone";

/** Top-level domains of a zone's four name servers. */
const nameServerDomains = ["com", "net", "org", "co.uk"];

export const zone = defineResource({
  type: zoneType,
  schema: { replaceUncertain: "name delegationSetId" },
  defaults: { comment: "Managed by Pulumi", forceDestroy: false },
  // A zone's name needs not be unique: several may be of one domain.
  name: { scope: "global" },
  deleteRules: [
    {
      id: "route53/zone-not-empty",
      source: "https://docs.aws.amazon.com/Route53/latest/APIReference/API_DeleteHostedZone.html",
      cause: "The zone still has records.",
      remedy: "Delete the records first, or set forceDestroy.",
      refuse: (object, context) =>
        object.inputs["forceDestroy"] !== true && context.referrers("aws:route53/record:Record", object).length > 0
          ? {
              code: "HostedZoneNotEmpty",
              message: "The specified hosted zone contains non-required resource record sets and so cannot be deleted.",
            }
          : undefined,
    },
  ],
  create: (context) => {
    const id = `Z${context.identifiers.upper(20)}`;
    const isPrivate = Array.isArray(context.inputs["vpcs"]) && context.inputs["vpcs"].length > 0;
    const nameServers = nameServerDomains.map((domain) => `ns-${context.identifiers.integer(2048)}.awsdns-${context.identifiers.digits(2)}.${domain}`);
    return {
      id,
      arn: context.arn("route53", `hostedzone/${id}`, { region: "", accountId: "" }),
      outputs: {
        zoneId: id,
        nameServers: isPrivate ? [] : nameServers,
        primaryNameServer: nameServers[0] ?? "",
        ...filledInputs(context.inputs, { enableAcceleratedRecovery: false }),
      },
    };
  },
});
