import { childName } from "@org/infra-naming";
import { SecurityGroupIngressRule } from "@pulumi/aws/vpc";
import type { Input, Resource } from "@pulumi/pulumi";
import type { PlannedListener } from "./listener";
import { rulePeer } from "./rule-peer";
import type { DeclaredSources, TrafficPeer } from "./traffic-sources";

/** Which listeners are opened to whom, and in which group. */
export interface ListenerIngress {
  readonly securityGroupId: Input<string>;
  readonly listeners: readonly PlannedListener[];
  readonly peers: readonly TrafficPeer[];
  readonly sources: DeclaredSources;
  readonly tagsOf: (role: string) => Record<string, string>;
}

/** One rule for each listener and source, a child of `parent`, keyed by what it lets in: `443-cloudfront`. */
export function createListenerIngress(
  name: string,
  { securityGroupId, listeners, peers, sources, tagsOf }: ListenerIngress,
  parent: Resource,
): Record<string, SecurityGroupIngressRule> {
  const rules: Record<string, SecurityGroupIngressRule> = {};
  for (const { port } of listeners) {
    for (const peer of peers) {
      const key = `${port}-${peer.key}`;
      const role = childName(name, "ingress", key);
      rules[key] = new SecurityGroupIngressRule(
        role,
        {
          securityGroupId,
          description: `Listener ${port} from ${peer.key}`,
          ipProtocol: "tcp",
          fromPort: port,
          toPort: port,
          ...rulePeer(peer, sources, parent),
          tags: tagsOf(role),
        },
        { parent },
      );
    }
  }
  return rules;
}
