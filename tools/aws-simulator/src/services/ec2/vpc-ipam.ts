import { defineResource } from "../../resource-definition";

export const vpcIpam = defineResource({
  type: "aws:ec2/vpcIpam:VpcIpam",
  schema: {
    required: "operatingRegions",
    outputs: "arn defaultResourceDiscoveryAssociationId defaultResourceDiscoveryId privateDefaultScopeId publicDefaultScopeId scopeCount tagsAll",
  },
  defaults: { enablePrivateGua: false, tier: "advanced" },
  comparisons: { operatingRegions: "set" },
  create(context) {
    const { identifiers } = context;
    const id = identifiers.ec2("ipam");
    return {
      id,
      // IPAM is one for all its regions, so its ARN names none.
      arn: context.arn("ec2", `ipam/${id}`, { region: "" }),
      outputs: {
        defaultResourceDiscoveryAssociationId: identifiers.ec2("ipam-res-disco-assoc"),
        defaultResourceDiscoveryId: identifiers.ec2("ipam-res-disco"),
        privateDefaultScopeId: identifiers.ec2("ipam-scope"),
        publicDefaultScopeId: identifiers.ec2("ipam-scope"),
        scopeCount: 2,
      },
    };
  },
});
