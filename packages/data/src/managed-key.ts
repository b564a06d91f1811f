import { childName, type Naming } from "@org/infra-naming";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import * as kms from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";
import { type KeyConsumers, keyPolicy } from "./key-policy";

/** What a primary key and a replica have in common. */
export interface ManagedKey {
  readonly name: string;
  readonly naming: Naming;
  readonly plan: { readonly region: string; readonly consumers: KeyConsumers; readonly deletionWindowInDays: number };
  readonly accountId?: pulumi.Input<string>;
  readonly tags?: Record<string, string>;
}

/** The arguments that either kind of key takes. */
export function managedKeyArgs({ name, naming, plan, accountId, tags }: ManagedKey, parent: pulumi.Resource) {
  const { region, consumers, deletionWindowInDays } = plan;
  const owner = pulumi.output(accountId ?? getCallerIdentityOutput({}, { parent }).accountId);
  return {
    region,
    deletionWindowInDays,
    policy: owner.apply((id) => JSON.stringify(keyPolicy({ accountId: id, region }, consumers))),
    tags: naming.nameTags(name, tags),
  };
}

/** The name by which people and the console know a key. */
export function createKeyAlias(
  { name, naming, plan }: ManagedKey,
  targetKeyId: pulumi.Input<string>,
  parent: pulumi.Resource,
): kms.Alias {
  return new kms.Alias(
    childName(name, "alias"),
    { region: plan.region, name: naming.physicalName("aws:kms/alias:Alias", name), targetKeyId },
    { parent },
  );
}
