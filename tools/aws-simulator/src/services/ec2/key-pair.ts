import { defineResource } from "../../resource-definition";

export const keyPair = defineResource({
  type: "aws:ec2/keyPair:KeyPair",
  schema: { replaceUncertain: "keyName keyNamePrefix publicKey" },
  name: {
    property: "keyName",
    taken: (name) => ({ code: "InvalidKeyPair.Duplicate", message: `The keypair already exists: ${name}` }),
  },
  create(context) {
    const keyName = context.text("keyName") ?? "";
    return {
      id: keyName,
      arn: context.arn("ec2", `key-pair/${keyName}`),
      outputs: {
        fingerprint: context.identifiers.hex(32).replace(/(..)(?=.)/g, "$1:"),
        keyNamePrefix: context.inputs["keyNamePrefix"] ?? "",
        keyPairId: context.identifiers.ec2("key"),
        keyType: context.text("publicKey")?.startsWith("ssh-ed25519") === true ? "ed25519" : "rsa",
      },
    };
  },
});
