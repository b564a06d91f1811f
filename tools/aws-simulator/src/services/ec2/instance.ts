import { defineResource } from "../../resource-definition";
import { formatAddress, parseCidr } from "./cidr";
import { ec2Reference } from "./ec2-references";

export const instance = defineResource({
  type: "aws:ec2/instance:Instance",
  schema: { replaceUncertain: "ami availabilityZone keyName subnetId privateIp ipv6AddressCount networkInterfaces placementGroup" },
  defaults: { getPasswordData: false, sourceDestCheck: true },
  comparisons: { vpcSecurityGroupIds: "set", securityGroups: "set" },
  references: [
    ec2Reference("subnet", "subnetId", { holds: true }),
    ec2Reference("securityGroup", "vpcSecurityGroupIds[]", { holds: true }),
  ],
  create(context) {
    const { identifiers, inputs } = context;
    const id = identifiers.ec2("i");
    const subnet = context.find("aws:ec2/subnet:Subnet", context.text("subnetId") ?? "");
    const block = parseCidr(String(subnet?.outputs["cidrBlock"] ?? "172.31.0.0/20"));
    const privateIp = context.text("privateIp") ?? formatAddress((block?.first ?? 0) + 4 + identifiers.integer(200));
    const host = `ip-${privateIp.replaceAll(".", "-")}`;
    return {
      id,
      arn: context.arn("ec2", `instance/${id}`),
      outputs: {
        availabilityZone: inputs["availabilityZone"] ?? subnet?.outputs["availabilityZone"] ?? `${context.region}a`,
        instanceState: "running",
        primaryNetworkInterfaceId: identifiers.ec2("eni"),
        privateDns: context.region === "us-east-1" ? `${host}.ec2.internal` : `${host}.${context.region}.compute.internal`,
        privateIp,
        publicDns: "",
        publicIp: "",
        tenancy: inputs["tenancy"] ?? "default",
        vpcSecurityGroupIds: inputs["vpcSecurityGroupIds"] ?? [],
      },
    };
  },
});
