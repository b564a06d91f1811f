import { childName, type Naming } from "@org/infra-naming";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import * as secretsmanager from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";
import { secretPolicy } from "./secret-policy";
import { defaultRotationDays, type SecretRotation } from "./stored-secret-plan";

/** The resources of one secret. */
export interface StoredSecret {
  readonly secret: secretsmanager.Secret;
  readonly policy: secretsmanager.SecretPolicy;
  readonly version: secretsmanager.SecretVersion;
  /** Absent where nobody exchanges the value by itself. */
  readonly rotation?: secretsmanager.SecretRotation;
}

export interface StoredSecretArgs {
  readonly naming: Naming;
  readonly description: string;
  readonly kmsKeyId: pulumi.Input<string>;
  readonly value: pulumi.Input<string>;
  readonly version: number;
  readonly recoveryWindowInDays: number;
  readonly rotation?: SecretRotation;
  readonly tags?: Record<string, string>;
}

/** Creates a secret, closed to other accounts, with its value as one version. */
export function storeSecret(name: string, args: StoredSecretArgs, parent: pulumi.Resource): StoredSecret {
  const { naming } = args;
  const secret = new secretsmanager.Secret(
    childName(name, "secret"),
    {
      name: naming.physicalName("aws:secretsmanager/secret:Secret", name),
      description: args.description,
      kmsKeyId: args.kmsKeyId,
      recoveryWindowInDays: args.recoveryWindowInDays,
      tags: naming.nameTags(name, args.tags),
    },
    { parent },
  );
  const accountId = pulumi.output(getCallerIdentityOutput({}, { parent }).accountId);
  const policy = new secretsmanager.SecretPolicy(
    childName(name, "policy"),
    {
      secretArn: secret.arn,
      policy: accountId.apply((id) => JSON.stringify(secretPolicy(id))),
      blockPublicPolicy: true,
    },
    { parent },
  );
  const version = new secretsmanager.SecretVersion(
    childName(name, "version", String(args.version)),
    {
      secretId: secret.id,
      secretStringWo: pulumi.secret(args.value),
      secretStringWoVersion: args.version,
    },
    {
      parent,
      // The value counts once for each version: a generated one differs in every run, and one that Secrets Manager has
      // rotated since must not come back.
      ignoreChanges: ["secretStringWo"],
      // The next version is a resource of its own: deleting this one would take its staging label AWSPREVIOUS away,
      // and with it the value that clients in flight still use.
      retainOnDelete: true,
    },
  );
  return { secret, policy, version, rotation: args.rotation && rotate(name, secret, version, args.rotation, parent) };
}

/** After the first value: Secrets Manager rotates at once, and the function needs a value to start from. */
function rotate(
  name: string,
  secret: secretsmanager.Secret,
  version: secretsmanager.SecretVersion,
  { lambdaArn, days = defaultRotationDays }: SecretRotation,
  parent: pulumi.Resource,
): secretsmanager.SecretRotation {
  return new secretsmanager.SecretRotation(
    childName(name, "rotation"),
    { secretId: secret.id, rotationLambdaArn: lambdaArn, rotationRules: { automaticallyAfterDays: days } },
    { parent, dependsOn: [version] },
  );
}
