import type { Resource } from "./resource";
import type { Properties } from "./properties";
import type { Flow } from "./traffic";

/** Everything that a network ACL, or a rule of one, allows in either direction. */
export function aclEntriesOf(resource: Resource): Flow[] {
  return entriesOf(resource, ["ingress", "egress"]);
}

/** Everything that a network ACL, or a rule of one, lets in. */
export function aclIngressOf(resource: Resource): Flow[] {
  return entriesOf(resource, ["ingress"]);
}

function entriesOf(resource: Resource, directions: readonly string[]): Flow[] {
  const isRule = resource.type === "aws:ec2/networkAclRule:NetworkAclRule";
  const wanted = !isRule || directions.includes(resource.isTrue("egress") ? "egress" : "ingress");
  const entries = isRule ? [resource] : directions.flatMap((direction) => resource.parts(direction));
  const action = isRule ? "ruleAction" : "action";
  return wanted ? entries.filter((entry) => entry.text(action) === "allow").map(flow) : [];
}

function flow(entry: Properties): Flow {
  return {
    cidrs: [...entry.texts("cidrBlock"), ...entry.texts("ipv6CidrBlock")],
    protocol: entry.text("protocol"),
    fromPort: entry.has("fromPort") ? entry.number("fromPort") : 0,
    toPort: entry.has("toPort") ? entry.number("toPort") : 65535,
    description: "",
  };
}
