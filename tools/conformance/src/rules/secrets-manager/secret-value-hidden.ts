import type { Rule } from "../../rule";
import { isSecret } from "../../secrets";

export const secretValueHidden: Rule = {
  id: "secrets-manager/secret-value-hidden",
  controls: { "derived:secret-value-not-plaintext": "UNKNOWN" },
  requirement: "Values of secrets stand nowhere in the state as plain text.",
  subjects: ["aws:secretsmanager/secretVersion:SecretVersion"],
  judge: (resource) =>
    ["secretString", "secretBinary"].every((property) =>
      [resource.state.inputs, resource.state.outputs].every((map) => !map[property] || isSecret(map[property])),
    ),
};
