import { defineResource } from "../../resource-definition";
import { ec2Reference } from "./ec2-references";

export const eipAssociation = defineResource({
  type: "aws:ec2/eipAssociation:EipAssociation",
  schema: { replaceUncertain: "allocationId allowReassociation instanceId networkInterfaceId privateIpAddress publicIp" },
  references: [ec2Reference("address", "allocationId")],
  create(context) {
    const address = context.find("aws:ec2/eip:Eip", context.text("allocationId") ?? "");
    return {
      id: context.identifiers.ec2("eipassoc"),
      outputs: {
        allocationId: context.inputs["allocationId"] ?? "",
        instanceId: context.inputs["instanceId"] ?? "",
        networkInterfaceId: context.inputs["networkInterfaceId"] ?? context.identifiers.ec2("eni"),
        privateIpAddress: context.inputs["privateIpAddress"] ?? "10.0.0.10",
        publicIp: context.inputs["publicIp"] ?? address?.outputs["publicIp"] ?? "",
      },
    };
  },
});
