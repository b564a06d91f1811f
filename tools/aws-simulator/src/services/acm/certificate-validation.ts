import { defineResource } from "../../resource-definition";
import { validationType } from "./certificate";
import { certificateType } from "./certificate-names";

export const certificateValidation = defineResource({
  type: validationType,
  references: [
    {
      path: "certificateArn",
      to: certificateType,
      notFound: (arn) => ({
        code: "ResourceNotFoundException",
        message: `Could not find certificate ${arn}.`,
        remedy: "Give the `arn` of a certificate of the same region.",
      }),
    },
  ],
  // The provider waits until ACM has issued the certificate; the id is the moment when it had.
  create: (context) => ({ id: `${context.now.replace("T", " ").replace("Z", "")} +0000 UTC` }),
});
