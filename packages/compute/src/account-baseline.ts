import { childName } from "@org/infra-naming";
import { EncryptionByDefault, SnapshotBlockPublicAccess } from "@pulumi/aws/ebs";
import { ImageBlockPublicAccess, InstanceMetadataDefaults } from "@pulumi/aws/ec2";
import { AccountPublicAccessBlock } from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { type AccountSetting, planAccountBaseline } from "./account-baseline-plan";

export interface AccountBaselineArgs {
  /**
   * Settings that are left as they are: `s3PublicAccess` for an account with public buckets, or those that a declarative
   * policy of AWS Organizations makes, over which AWS refuses to set another.
   * @default none
   */
  readonly except?: readonly AccountSetting[];
}

/**
 * What an account does in a Region unless told otherwise, hardened: new volumes are encrypted, snapshots and images
 * cannot be made public, instances are launched with IMDSv2, and no bucket of the account can be public.
 *
 * Each is one setting of the Region, `s3PublicAccess` of the whole account, and so belongs to everything in it: to create
 * it a second time only sets it again, and nothing is undone when this stack goes. Other stacks rely on it, and a setting
 * that ended with the first stack that is destroyed would protect nobody. Have it in one stack of each account and Region.
 *
 * What exists is not changed, but for sharing: public snapshots and buckets are closed at once.
 *
 * @throws ArgumentError naming every illegal argument, before anything is registered
 */
export class AccountBaseline extends pulumi.ComponentResource {
  /** New volumes, and the copies of unencrypted snapshots, are encrypted. */
  readonly ebsEncryption: EncryptionByDefault | undefined;
  /** No snapshot can be shared with everybody, and those that are shared so are hidden. */
  readonly snapshotSharing: SnapshotBlockPublicAccess | undefined;
  /** No further image can be made public; AWS has no way to close those that are. */
  readonly imageSharing: ImageBlockPublicAccess | undefined;
  /** Instances need a token for their metadata unless their launch says otherwise. */
  readonly instanceMetadata: InstanceMetadataDefaults | undefined;
  /** No bucket of the account, in any Region, can be public. */
  readonly s3PublicAccess: AccountPublicAccessBlock | undefined;

  /** What this component sees to. */
  readonly settings: readonly AccountSetting[];

  constructor(name: string, args: AccountBaselineArgs = {}, opts: pulumi.ComponentResourceOptions = {}) {
    const settings = planAccountBaseline(name, args);
    super("org:compute:AccountBaseline", name, {}, opts);

    // The provider's deletion would switch the setting off, for everybody else in the account as well.
    const kept: pulumi.CustomResourceOptions = { parent: this, retainOnDelete: true };
    const has = (setting: AccountSetting): boolean => settings.includes(setting);
    this.ebsEncryption = has("ebsEncryption")
      ? new EncryptionByDefault(childName(name, "ebs-encryption"), { enabled: true }, kept)
      : undefined;
    this.snapshotSharing = has("snapshotSharing")
      ? new SnapshotBlockPublicAccess(childName(name, "snapshot-sharing"), { state: "block-all-sharing" }, kept)
      : undefined;
    this.imageSharing = has("imageSharing")
      ? new ImageBlockPublicAccess(childName(name, "image-sharing"), { state: "block-new-sharing" }, kept)
      : undefined;
    this.instanceMetadata = has("instanceMetadata")
      ? new InstanceMetadataDefaults(
          childName(name, "instance-metadata"),
          // Two hops, as AWS advises where containers run: one hop would cut off containers of others that have used
          // IMDSv1 until now. A template of this package says one hop itself, and that counts for its instances.
          { httpTokens: "required", httpPutResponseHopLimit: 2 },
          kept,
        )
      : undefined;
    this.s3PublicAccess = has("s3PublicAccess")
      ? new AccountPublicAccessBlock(
          childName(name, "s3-public-access"),
          { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
          kept,
        )
      : undefined;

    this.settings = settings;
    this.registerOutputs({ settings: this.settings });
  }
}
