import { defineResource } from "../../resource-definition";
import { ec2Reference } from "./ec2-references";
import { oneGatewayPerVpc } from "./internet-gateway";

export const internetGatewayAttachment = defineResource({
  type: "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment",
  schema: { replaceUncertain: "internetGatewayId vpcId" },
  references: [ec2Reference("internetGateway", "internetGatewayId"), ec2Reference("vpc", "vpcId", { holds: true })],
  rules: [{ ...oneGatewayPerVpc, id: "ec2/one-internet-gateway-attachment-per-vpc" }],
  create: (context) => ({ id: `${context.text("internetGatewayId")}:${context.text("vpcId")}` }),
});
