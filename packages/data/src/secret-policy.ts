import { type PolicyDocument, policyDocument } from "./policy-document";

/**
 * The policy of a secret: other accounts and anonymous callers get nothing, whatever their own policies say. AWS
 * services that act for the account (rotation, replication) are let through, and it grants nothing to anybody.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html
 */
export function secretPolicy(accountId: string): PolicyDocument {
  return policyDocument([
    {
      Sid: "DenyOtherAccounts",
      Effect: "Deny",
      Principal: "*",
      Action: "secretsmanager:*",
      Resource: "*",
      Condition: {
        StringNotEquals: { "aws:PrincipalAccount": accountId },
        Bool: { "aws:PrincipalIsAWSService": "false" },
      },
    },
  ]);
}
