import { defineResource } from "../../resource-definition";

/**
 * Whether EC2 encrypts new volumes of the Region that do not say it themselves. The id is the one that an import takes:
 * the provider makes one up, and it means nothing.
 */
export const encryptionByDefault = defineResource({
  type: "aws:ebs/encryptionByDefault:EncryptionByDefault",
  defaults: { enabled: true },
  afterDeletion: { enabled: false },
  create: () => ({ id: "default" }),
});
