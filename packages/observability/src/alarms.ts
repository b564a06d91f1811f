import { childName, Naming } from "@org/infra-naming";
import { MetricAlarm } from "@pulumi/aws/cloudwatch";
import { Topic, TopicPolicy, TopicSubscription } from "@pulumi/aws/sns";
import * as pulumi from "@pulumi/pulumi";
import type { AlarmSubjects } from "./alarm-subjects";
import { edgeRegion, planAlarms, type PlannedAlarm } from "./alarms-plan";
import { alarmTopicStatements, policyOf } from "./policy-statements";

export interface AlarmsArgs {
  /** Home region: where everything but CloudFront publishes its metrics, and where the topic is. */
  readonly region: string;
  /** Account whose alarms may publish to the topic. */
  readonly accountId: pulumi.Input<string>;
  /** Key of the topic, of the home region; its policy must let `cloudwatch.amazonaws.com` use it. */
  readonly kmsKeyArn: pulumi.Input<string>;
  /** What to watch. */
  readonly subjects: AlarmSubjects;
  /** Who is told; each address gets a mail that it has to confirm. @default nobody */
  readonly emailAddresses?: readonly string[];
  /** @default Naming.ofStack() */
  readonly naming?: Naming;
  /** Tags of the topics and alarms, beside the standard ones. */
  readonly tags?: Record<string, string>;
}

/** An encrypted topic, who may publish to it, and who hears it. */
export interface AlarmTopic {
  readonly topic: Topic;
  readonly policy: TopicPolicy;
  /** By e-mail address. */
  readonly subscriptions: Readonly<Record<string, TopicSubscription>>;
}

/**
 * The alarms of the catalogue for everything in `subjects`, and the encrypted topic that they publish to.
 *
 * An alarm publishes only to a topic of its own region, and CloudFront's metrics exist only in us-east-1: from another
 * home region the distribution's alarms get a second topic there, or are explicitly left without one.
 *
 * @throws ArgumentError naming every illegal argument, before anything is registered
 */
export class Alarms extends pulumi.ComponentResource {
  /** In the home region. */
  readonly alarmTopic: AlarmTopic;
  /** In us-east-1, when the home region is another one and the distribution's alarms are to be heard. */
  readonly edgeAlarmTopic: AlarmTopic | undefined;
  /** By subject and definition: `load-balancer-elb-5xx`, `target-group-primary-unhealthy-hosts`. */
  readonly alarms: Readonly<Record<string, MetricAlarm>>;

  readonly topicArn: pulumi.Output<string>;

  constructor(name: string, args: AlarmsArgs, opts: pulumi.ComponentResourceOptions = {}) {
    const plan = planAlarms(name, args);
    const naming = args.naming ?? Naming.ofStack();
    super("org:observability:Alarms", name, {}, opts);

    this.alarmTopic = this.createTopic(name, args.region, args.kmsKeyArn, args, naming);
    this.edgeAlarmTopic = this.createEdgeTopic(name, args, naming);
    const topicOf: Record<typeof plan.edgeTopic, AlarmTopic | undefined> = {
      home: this.alarmTopic,
      own: this.edgeAlarmTopic,
      none: undefined,
    };
    this.alarms = Object.fromEntries(
      plan.alarms.map((alarm) => {
        const topic = alarm.region === args.region ? this.alarmTopic : topicOf[plan.edgeTopic];
        return [alarm.key, this.createAlarm(childName(name, alarm.key), alarm, topic, args, naming)];
      }),
    );

    this.topicArn = this.alarmTopic.topic.arn;
    this.registerOutputs({ topicArn: this.topicArn });
  }

  private createEdgeTopic(name: string, args: AlarmsArgs, naming: Naming): AlarmTopic | undefined {
    const notifications = args.subjects.distribution?.notifications;
    if (notifications === undefined || notifications === "off") return undefined;
    return this.createTopic(childName(name, "edge"), edgeRegion, notifications.kmsKeyArn, args, naming);
  }

  private createTopic(
    role: string,
    region: string,
    kmsKeyArn: pulumi.Input<string>,
    args: AlarmsArgs,
    naming: Naming,
  ): AlarmTopic {
    const topic = new Topic(
      childName(role, "topic"),
      {
        name: naming.physicalName("aws:sns/topic:Topic", role),
        region,
        // Not alias/aws/sns: alarms may not use that key, and would be silent.
        kmsMasterKeyId: kmsKeyArn,
        tags: naming.nameTags(role, args.tags),
      },
      { parent: this },
    );
    const policy = new TopicPolicy(
      childName(role, "topic-policy"),
      { arn: topic.arn, region, policy: policyOf(alarmTopicStatements(topic.arn, args.accountId)) },
      { parent: this },
    );
    const subscriptions = (args.emailAddresses ?? []).map((address): [string, TopicSubscription] => [
      address,
      new TopicSubscription(
        childName(role, "subscription", address),
        { topic: topic.arn, region, protocol: "email", endpoint: address },
        { parent: this },
      ),
    ]);
    return { topic, policy, subscriptions: Object.fromEntries(subscriptions) };
  }

  private createAlarm(
    role: string,
    { definition, dimensions, region, threshold }: PlannedAlarm,
    heard: AlarmTopic | undefined,
    args: AlarmsArgs,
    naming: Naming,
  ): MetricAlarm {
    const actions = heard === undefined ? [] : [heard.topic.arn];
    return new MetricAlarm(
      childName(role, "alarm"),
      {
        name: naming.physicalName("aws:cloudwatch/metricAlarm:MetricAlarm", role),
        alarmDescription: definition.meaning,
        region,
        namespace: definition.namespace,
        metricName: definition.metricName,
        dimensions,
        statistic: definition.statistic,
        period: definition.period,
        evaluationPeriods: definition.evaluationPeriods,
        datapointsToAlarm: definition.datapointsToAlarm,
        comparisonOperator: definition.comparison,
        threshold,
        treatMissingData: definition.treatMissingData,
        actionsEnabled: true,
        alarmActions: actions,
        okActions: actions,
        tags: naming.nameTags(role, args.tags),
      },
      // An alarm that goes off before the policy is in force is heard by nobody.
      { parent: this, dependsOn: heard === undefined ? [] : [heard.policy] },
    );
  }
}
