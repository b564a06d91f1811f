import { childName, Naming } from "@org/infra-naming";
import { EventRule, EventTarget, LogResourcePolicy } from "@pulumi/aws/cloudwatch";
import { Queue, QueuePolicy } from "@pulumi/aws/sqs";
import * as pulumi from "@pulumi/pulumi";
import { day, deadLetterQueueArgs } from "./dead-letter-queue";
import { type LogExport, outsideFeedback } from "./feedback-loop";
import { type PlannedBucket, planObjectCreatedEvents } from "./object-created-events-plan";
import { deadLetterStatements, eventLogStatements, policyOf } from "./policy-statements";

/** The log group that receives the events: what `EncryptedLogGroup` offers, and any other log group can. */
export interface EventLogGroup {
  /** ARN without the `:*` that policies add. */
  readonly arn: pulumi.Input<string>;
  /** Where the group's events are copied to: a bucket that is watched must not be among them. @default nowhere */
  readonly exports?: readonly LogExport[];
}

/** A bucket of which only some objects count. */
export interface WatchedBucket {
  /** Name of the bucket. */
  readonly bucketName: pulumi.Input<string>;
  /** Start of the keys that count. @default "", every object */
  readonly prefix?: string;
}

export interface ObjectCreatedEventsArgs {
  /**
   * Names of the buckets, or of a part of them, each under a name of your choice that identifies its rule. EventBridge
   * must be switched on in the bucket's notification, which belongs to whoever owns the bucket: a bucket has only one.
   */
  readonly buckets: Readonly<Record<string, pulumi.Input<string> | WatchedBucket>>;
  /** Receives every event; it must have no other resource policy, as CloudWatch Logs keeps one for each group. */
  readonly logGroup: EventLogGroup;
  /** Key of the dead-letter queue, usable by EventBridge. @default SQS's own encryption */
  readonly kmsKeyArn?: pulumi.Input<string>;
  /** Whose names and tags the resources carry. @default Naming.ofStack() */
  readonly naming?: Naming;
  /** Tags of the rules and the queue, besides the standard ones. @default none */
  readonly tags?: Record<string, string>;
}

/**
 * Every object that is created in the buckets leaves an event in a log group.
 *
 * What makes the delivery real is all here: a rule for each bucket, a log resource policy for both principals that
 * EventBridge writes with, and a dead-letter queue for what could not be delivered within a day. Two signs of failure
 * are worth an alarm: `FailedInvocations` of a rule, and a message in the queue.
 *
 * @throws ArgumentError naming every illegal argument, before anything is registered; for buckets whose names only AWS
 * knows, when they become known
 */
export class ObjectCreatedEvents extends pulumi.ComponentResource {
  readonly deadLetterQueue: Queue;
  /** By the name of the bucket in `buckets`. */
  readonly rules: Readonly<Record<string, EventRule>>;
  readonly deadLetterQueuePolicy: QueuePolicy;
  readonly logResourcePolicy: LogResourcePolicy;
  /** By the name of the bucket in `buckets`. */
  readonly targets: Readonly<Record<string, EventTarget>>;

  /** Names of the rules, by the name of the bucket in `buckets`. */
  readonly ruleNames: Readonly<Record<string, pulumi.Output<string>>>;
  readonly deadLetterQueueName: pulumi.Output<string>;
  readonly deadLetterQueueArn: pulumi.Output<string>;

  constructor(name: string, args: ObjectCreatedEventsArgs, opts: pulumi.ComponentResourceOptions = {}) {
    const buckets = planObjectCreatedEvents(name, args);
    const naming = args.naming ?? Naming.ofStack();
    naming.nameTags(name, args.tags); // Throws while nothing is registered.
    super("org:observability:ObjectCreatedEvents", name, {}, opts);

    const each = <T>(create: (bucket: PlannedBucket) => T): Record<string, T> =>
      Object.fromEntries(buckets.map((bucket) => [bucket.label, create(bucket)]));
    this.deadLetterQueue = this.createDeadLetterQueue(name, args, naming);
    this.rules = each((bucket) => this.createRule(name, bucket, args, naming));
    const ruleArns = Object.values(this.rules).map((rule) => rule.arn);
    this.deadLetterQueuePolicy = new QueuePolicy(
      childName(name, "dead-letter-queue-policy"),
      {
        queueUrl: this.deadLetterQueue.url,
        policy: policyOf(deadLetterStatements(this.deadLetterQueue.arn, ruleArns)),
      },
      { parent: this },
    );
    this.logResourcePolicy = new LogResourcePolicy(
      childName(name, "log-resource-policy"),
      {
        // Of the group, not of the account: an account has room for ten of them in a region.
        resourceArn: args.logGroup.arn,
        policyDocument: policyOf(eventLogStatements(args.logGroup.arn, ruleArns)),
      },
      { parent: this },
    );
    this.targets = each(({ label }) => this.createTarget(childName(name, label), this.rules[label], args, naming));

    this.ruleNames = each(({ label }) => this.rules[label].name);
    this.deadLetterQueueName = this.deadLetterQueue.name;
    this.deadLetterQueueArn = this.deadLetterQueue.arn;
    this.registerOutputs({
      ruleNames: this.ruleNames,
      deadLetterQueueName: this.deadLetterQueueName,
      deadLetterQueueArn: this.deadLetterQueueArn,
    });
  }

  private createDeadLetterQueue(name: string, args: ObjectCreatedEventsArgs, naming: Naming): Queue {
    const role = childName(name, "dead-letters");
    return new Queue(
      childName(name, "dead-letter-queue"),
      {
        ...deadLetterQueueArgs(args.kmsKeyArn),
        name: naming.physicalName("aws:sqs/queue:Queue", role),
        tags: naming.nameTags(role, args.tags),
      },
      { parent: this },
    );
  }

  private createRule(name: string, bucket: PlannedBucket, args: ObjectCreatedEventsArgs, naming: Naming): EventRule {
    const role = childName(name, bucket.label);
    const bucketName = outsideFeedback(`ObjectCreatedEvents "${name}"`, bucket, args.logGroup.exports ?? []);
    const keys = bucket.prefix === "" ? {} : { object: { key: [{ prefix: bucket.prefix }] } };
    return new EventRule(
      childName(role, "rule"),
      {
        name: naming.physicalName("aws:cloudwatch/eventRule:EventRule", role),
        description: pulumi.interpolate`Objects created in ${bucketName}`,
        eventPattern: pulumi.jsonStringify({
          source: ["aws.s3"],
          "detail-type": ["Object Created"],
          detail: { bucket: { name: [bucketName] }, ...keys },
        }),
        state: "ENABLED",
        tags: naming.nameTags(role, args.tags),
      },
      { parent: this },
    );
  }

  private createTarget(role: string, rule: EventRule, args: ObjectCreatedEventsArgs, naming: Naming): EventTarget {
    return new EventTarget(
      childName(role, "target"),
      {
        rule: rule.name,
        targetId: naming.physicalName("aws:cloudwatch/eventTarget:EventTarget", role),
        // No roleArn: EventBridge refuses one for a log group, the resource policy is what counts.
        arn: args.logGroup.arn,
        deadLetterConfig: { arn: this.deadLetterQueue.arn },
        retryPolicy: { maximumEventAgeInSeconds: day, maximumRetryAttempts: 185 },
      },
      { parent: this, dependsOn: [this.logResourcePolicy, this.deadLetterQueuePolicy] },
    );
  }
}
