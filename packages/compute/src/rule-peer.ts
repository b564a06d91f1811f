import { getManagedPrefixListOutput } from "@pulumi/aws/ec2";
import type { SecurityGroupIngressRuleArgs } from "@pulumi/aws/vpc";
import type { Resource } from "@pulumi/pulumi";
import type { DeclaredSources, TrafficPeer } from "./traffic-sources";

/** The one argument by which a security-group rule names its other side; the same for both directions. */
export type RulePeer = Pick<
  SecurityGroupIngressRuleArgs,
  "prefixListId" | "cidrIpv4" | "cidrIpv6" | "referencedSecurityGroupId"
>;

/** @param parent whose provider looks up CloudFront's prefix list */
export function rulePeer(peer: TrafficPeer, declared: DeclaredSources, parent: Resource): RulePeer {
  switch (peer.kind) {
    case "cloudFront":
      return {
        prefixListId: getManagedPrefixListOutput({ name: "com.amazonaws.global.cloudfront.origin-facing" }, { parent }).id,
      };
    case "cidrIpv4":
      return { cidrIpv4: peer.cidrBlock };
    case "cidrIpv6":
      return { cidrIpv6: peer.cidrBlock };
    case "prefixList":
      return { prefixListId: declared.prefixListIds?.[peer.label] };
    case "securityGroup":
      return { referencedSecurityGroupId: declared.securityGroupIds?.[peer.label] };
  }
}
