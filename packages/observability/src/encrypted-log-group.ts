import { childName, Naming } from "@org/infra-naming";
import { LogGroup } from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import { planEncryptedLogGroup } from "./encrypted-log-group-plan";
import { keyOfRegion } from "./key-region";

export interface EncryptedLogGroupArgs {
  /** ARN of a symmetric key of the log group's region, whose policy lets CloudWatch Logs use it for this group. */
  readonly kmsKeyArn: pulumi.Input<string>;
  /** One of `logRetentionDays`. @default 365 in production, 14 in ephemeral environments */
  readonly retentionInDays?: number;
  /** Region of the group, which the key must be of. @default the provider's */
  readonly region?: string;
  /** What the physical name starts with; EventBridge's console offers groups under `/aws/events/` as targets. @default "/" */
  readonly prefix?: string;
  /** `production` protects the group from deletion and keeps events for a year. @default "production" */
  readonly profile?: "production" | "ephemeral";
  /** Whose names and tags the resources carry. @default Naming.ofStack() */
  readonly naming?: Naming;
  /** Tags of the log group, besides the standard ones. @default none */
  readonly tags?: Record<string, string>;
}

/**
 * A log group that is encrypted with your key and forgets after a stated time.
 *
 * The key must be usable through `logs.<region>.amazonaws.com`; AWS checks that when the group is created.
 *
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 *
 * @throws ArgumentError naming every illegal argument, before anything is registered; for a key that only AWS
 * knows, when it becomes known
 */
export class EncryptedLogGroup extends pulumi.ComponentResource {
  readonly logGroup: LogGroup;

  readonly logGroupName: pulumi.Output<string>;
  /** Without the `:*` that policies add. */
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: EncryptedLogGroupArgs, opts: pulumi.ComponentResourceOptions = {}) {
    const plan = planEncryptedLogGroup(name, args);
    const naming = args.naming ?? Naming.ofStack();
    const tags = naming.nameTags(name, args.tags);
    super("org:observability:EncryptedLogGroup", name, {}, opts);

    this.logGroup = new LogGroup(
      childName(name, "log-group"),
      {
        name: naming.physicalName("aws:cloudwatch/logGroup:LogGroup", name, { prefix: plan.prefix }),
        region: args.region,
        kmsKeyId:
          args.region === undefined
            ? args.kmsKeyArn
            : keyOfRegion(`EncryptedLogGroup "${name}"`, "kmsKeyArn", args.kmsKeyArn, args.region),
        retentionInDays: plan.retentionInDays,
        // Said in both profiles: protection is only lifted by an explicit false.
        deletionProtectionEnabled: plan.deletionProtection,
        tags,
      },
      { parent: this },
    );

    this.logGroupName = this.logGroup.name;
    this.arn = this.logGroup.arn;
    this.registerOutputs({ logGroupName: this.logGroupName, arn: this.arn });
  }
}
