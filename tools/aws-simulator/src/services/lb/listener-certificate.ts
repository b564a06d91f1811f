import { defineResource } from "../../resource-definition";
import { certificateOfRegion, certificateReference } from "./elb-references";

export const listenerCertificate = defineResource({
  type: "aws:lb/listenerCertificate:ListenerCertificate",
  schema: { replaceUncertain: "certificateArn listenerArn" },
  references: [
    {
      path: "listenerArn",
      to: "aws:lb/listener:Listener",
      within: true,
      notFound: () => ({ code: "ListenerNotFound", message: "One or more listeners not found" }),
    },
    certificateReference("certificateArn"),
  ],
  rules: [certificateOfRegion("lb/listener-certificate-certificate-region")],
  create: (context) => ({ id: `${context.text("listenerArn")}_${context.text("certificateArn")}` }),
});
