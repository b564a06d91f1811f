import { parsePolicyDocument } from "../../iam/policy-document";
import type { Statement } from "../../iam/policy-document";
import { matchesGlob } from "../../iam/glob";
import { policyText } from "../../iam/policy-rules";
import type { Rule } from "../../rule";

/** The policy that KMS gives a key: the account decides by identity policies. */
export function bornKeyPolicy(partition: string, accountId: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Id: "key-default-1",
    Statement: [
      {
        Sid: "Enable IAM User Permissions",
        Effect: "Allow",
        Principal: { AWS: `arn:${partition}:iam::${accountId}:root` },
        Action: "kms:*",
        Resource: "*",
      },
    ],
  });
}

const PUT_KEY_POLICY = "kms:putkeypolicy";

function covers({ action }: Statement): boolean {
  return action.patterns.some((pattern) => matchesGlob(pattern.toLowerCase(), PUT_KEY_POLICY)) !== action.negated;
}

/** Whether anybody at all could change the policy again: an AWS identity or account, whoever it is. */
export function somebodyCanChangePolicy(text: string): boolean {
  const { statements } = parsePolicyDocument(text);
  const aboutPolicy = statements.filter(covers);
  const deniedToAll = aboutPolicy.some(
    ({ effect, principal, conditions }) => effect === "Deny" && principal?.anyone === true && !principal.negated && conditions.length === 0,
  );
  if (deniedToAll) return false;
  return aboutPolicy.some(
    ({ effect, principal }) =>
      effect === "Allow" &&
      principal !== undefined &&
      (principal.anyone || principal.negated || principal.aws.length > 0 || principal.federated.length > 0),
  );
}

/**
 * The rule that a key's policy does not lock everybody out. AWS asks whether the caller himself could change it again;
 * who will deploy is not known here, so only a policy that nobody could change is refused.
 */
export const noLockOut: Rule = {
  id: "kms/key-policy-lock-out",
  source: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html#prevent-unmanageable-key",
  cause: "No statement lets an account or identity call kms:PutKeyPolicy, so nobody could ever manage the key again.",
  remedy: "Allow kms:* to the account's root (arn:aws:iam::<account>:root): identity policies then decide.",
  reads: ["policy", "bypassPolicyLockoutSafetyCheck"],
  refuse: ({ inputs }) => {
    const text = policyText(inputs, "policy");
    if (text === undefined || inputs["bypassPolicyLockoutSafetyCheck"] === true) return undefined;
    if (somebodyCanChangePolicy(text)) return undefined;
    return {
      code: "MalformedPolicyDocumentException",
      message: "The new key policy will not allow you to update the key policy in the future.",
    };
  },
};
