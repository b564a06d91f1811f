import { defineResource } from "../../resource-definition";

export const vpcIpamPool = defineResource({
  type: "aws:ec2/vpcIpamPool:VpcIpamPool",
  schema: {
    required: "addressFamily ipamScopeId",
    replaceUncertain: "addressFamily awsService ipamScopeId locale publicIpSource publiclyAdvertisable sourceIpamPoolId sourceResource",
    outputs: "arn ipamScopeType poolDepth state tagsAll",
  },
  create(context) {
    const id = context.identifiers.ec2("ipam-pool");
    return {
      id,
      arn: context.arn("ec2", `ipam-pool/${id}`, { region: "" }),
      outputs: { ipamScopeType: "private", poolDepth: context.inputs["sourceIpamPoolId"] === undefined ? 1 : 2, state: "create-complete" },
    };
  },
});
