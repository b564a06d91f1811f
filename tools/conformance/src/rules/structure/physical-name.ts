import { brokenRules, nameRules } from "@org/infra-naming";
import type { Rule } from "../../rule";

/** Prefixes that AWS demands, or that name a service: `alias/`, `aws-waf-logs-`, `/`, `/aws/events/`. */
const PREFIX = /^(alias\/|aws-waf-logs-|\/([\w-]+\/)*)/;

export const physicalName: Rule = {
  id: "structure/physical-name",
  controls: { "structure:physical-name": "ERROR" },
  requirement: "Physical names are legal and start with the project and the environment: the next run finds them again.",
  subjects: "every",
  judge: (resource, { naming }) => {
    const rule = Object.hasOwn(nameRules, resource.type) ? nameRules[resource.type] : undefined;
    if (rule === undefined) return undefined;
    const name = resource.text(rule.property);
    // A log resource policy of one resource is named by that resource.
    if (name === "" && resource.has("resourceArn")) return undefined;
    const own = name.replace(PREFIX, "");
    const isWhole = own.startsWith(`${naming.sanitizedName}-`) || own === naming.sanitizedName;
    // A name that was cut ends in eight characters of hash, and the environment's part gives way first.
    const isCut = /-[a-z0-9]{8}$/.test(own) && own.startsWith(naming.sanitizedName.slice(0, 8));
    return brokenRules(rule, name).length === 0 && (isWhole || isCut);
  },
};
