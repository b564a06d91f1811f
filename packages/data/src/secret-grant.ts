import type { Input } from "@pulumi/pulumi";
import { type GrantStatement, keyGrant } from "./grant-statement";

/** What the grant of a secret is about. */
export interface GrantedSecret {
  readonly arn: Input<string>;
  readonly kmsKeyArn: Input<string>;
  /** Part of the statements' ids, which differ within a policy: letters and digits. */
  readonly label: string;
}

/** Reading the value of a secret. */
export function secretReadGrant(secret: GrantedSecret): GrantStatement[] {
  return [
    {
      sid: `Read${secret.label}`,
      actions: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
      resources: [secret.arn],
      resourceSuffixes: [""],
    },
    keyGrant(`Decrypt${secret.label}`, "secretsmanager", ["kms:Decrypt", "kms:DescribeKey"], secret.kmsKeyArn),
  ];
}
