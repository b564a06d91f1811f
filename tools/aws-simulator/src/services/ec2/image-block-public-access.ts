import { oneOfRule } from "../../constraint-rules";
import { defineResource } from "../../resource-definition";

/** Whether images of the Region can be made public. The provider's deletion leaves the setting as it is. */
export const imageBlockPublicAccess = defineResource({
  type: "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
  afterDeletion: {},
  rules: [
    oneOfRule({
      id: "ec2/image-block-public-access-state",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableImageBlockPublicAccess.html",
      path: "state",
      member: "state",
      code: "InvalidParameterValue",
      values: ["block-new-sharing", "unblocked"],
    }),
  ],
  create: ({ accountId }) => ({ id: accountId }),
});
