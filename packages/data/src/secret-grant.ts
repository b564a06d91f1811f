import * as pulumi from "@pulumi/pulumi";
import { type GrantStatement, keyGrant } from "./grant-statement";

/** What the grant of a secret is about. */
export interface GrantedSecret {
  readonly arn: pulumi.Output<string>;
  /** Id or ARN of its key. */
  readonly kmsKeyId: pulumi.Input<string>;
  /** Part of the statements' ids, which differ within a policy: letters and digits. */
  readonly label: string;
}

/** A policy wants the ARN of a key; one that is known by its id is in the secret's Region and account. */
function keyArnOf({ arn, kmsKeyId }: GrantedSecret): pulumi.Output<string> {
  return pulumi.all([arn, kmsKeyId]).apply(([secretArn, key]) => {
    if (key.startsWith("arn:")) return key;
    const [, partition, , region, accountId] = secretArn.split(":");
    return `arn:${partition}:kms:${region}:${accountId}:key/${key}`;
  });
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
    keyGrant(`Decrypt${secret.label}`, "secretsmanager", ["kms:Decrypt", "kms:DescribeKey"], keyArnOf(secret)),
  ];
}
