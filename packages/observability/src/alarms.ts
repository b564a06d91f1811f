import { childName, Naming } from "@org/infra-naming";
import { CompositeAlarm, Dashboard, MetricAlarm } from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import { edgeRegion } from "./alarm-argument-problems";
import { alarmDescription, defaultRunbookUrl } from "./alarm-catalogue";
import { dashboardWidgets } from "./alarm-dashboard";
import { summedMetrics, sumExpression } from "./alarm-metrics";
import { physicalAlarmName } from "./alarm-name";
import type { AlarmSubjects } from "./alarm-subjects";
import { type AlarmTopic, createAlarmTopic } from "./alarm-topic";
import { type AlarmsPlan, planAlarms, type PlannedAlarm } from "./alarms-plan";
import { createKeyNotices, type KeyNotices } from "./key-notices";
import { keyOfRegion } from "./key-region";

export interface AlarmsArgs {
  /** Home region: where everything but CloudFront publishes its metrics, and where the topic is. */
  readonly region: string;
  /** Account whose alarms may publish to the topic. */
  readonly accountId: pulumi.Input<string>;
  /**
   * Key of the topic, of the home region; its policy must let `cloudwatch.amazonaws.com` use it, and with `subjects.keys`
   * also `events.amazonaws.com`, without a condition on the source, of which EventBridge says nothing when it publishes.
   * With `alias/aws/sns` the alarms would be silent.
   */
  readonly kmsKeyArn: pulumi.Input<string>;
  /** What to watch, each under a name of your choice that becomes part of the alarm's name. */
  readonly subjects: AlarmSubjects;
  /** Who is told; each address gets a mail that it has to confirm, one for each topic. @default nobody */
  readonly emailAddresses?: readonly string[];
  /** Other limits than the catalogue's, by alarm: `{ "web-acl-blocked-requests": 5000 }`. @default the catalogue's */
  readonly thresholds?: Readonly<Record<string, number>>;
  /** A composite alarm that is on when users are affected. AWS charges for it. @default true in production, else false */
  readonly usersAffected?: boolean;
  /** A dashboard of everything that the alarms watch. AWS charges for it. @default true in production, else false */
  readonly dashboard?: boolean;
  /** Where the runbook is; each alarm links to its own chapter there. @default RUNBOOK.md of this package */
  readonly runbookUrl?: string;
  /** `production` adds what only a service with users needs, see `usersAffected` and `dashboard`. @default "production" */
  readonly profile?: "production" | "ephemeral";
  /** Whose names and tags the resources carry. @default Naming.ofStack() */
  readonly naming?: Naming;
  /** Tags of the topics, alarms, rules and queues, besides the standard ones; a dashboard has none. @default none */
  readonly tags?: Record<string, string>;
}

/**
 * The alarms of the catalogue for everything in `subjects`, the encrypted topic that they publish to, one alarm that says
 * whether users are affected, and a dashboard of it all.
 *
 * An alarm publishes only to a topic of its own region, and CloudFront's metrics exist only in us-east-1: from another
 * home region the distribution's alarms get a second topic there, or are explicitly left without one.
 *
 * @throws ArgumentError naming every illegal argument, before anything is registered; for keys that only AWS knows, when
 * they become known
 */
export class Alarms extends pulumi.ComponentResource {
  /** In the home region. */
  readonly alarmTopic: AlarmTopic;
  /** In us-east-1, when the home region is another one and the distribution's alarms are to be heard. */
  readonly edgeAlarmTopic: AlarmTopic | undefined;
  /** By subject and definition: `load-balancer-elb-5xx`, `target-group-primary-unhealthy-hosts`. */
  readonly alarms: Readonly<Record<string, MetricAlarm>>;
  /** By region; none without `subjects.keys`. */
  readonly keyNotices: Readonly<Record<string, KeyNotices>>;
  /** Of the home region; absent when it is not wanted, or when no alarm of users is planned there. */
  readonly usersAffected: CompositeAlarm | undefined;
  /** Absent when it is not wanted, or when nothing is watched. */
  readonly dashboard: Dashboard | undefined;

  readonly topicArn: pulumi.Output<string>;
  /** Unique in the account, whatever the region. */
  readonly dashboardName: pulumi.Output<string> | undefined;

  readonly #naming: Naming;
  /** What errors say was called. */
  readonly #subject: string;

  constructor(name: string, args: AlarmsArgs, opts: pulumi.ComponentResourceOptions = {}) {
    const naming = args.naming ?? Naming.ofStack();
    const plan = planAlarms(name, args, naming);
    naming.nameTags(name, args.tags); // Throws while nothing is registered.
    super("org:observability:Alarms", name, {}, opts);
    this.#naming = naming;
    this.#subject = `Alarms "${name}"`;

    const home = this.createHomeTopic(name, plan, args);
    const edge = this.createEdgeTopic(name, plan, args);
    this.alarmTopic = home.alarmTopic;
    this.edgeAlarmTopic = edge?.alarmTopic;
    this.keyNotices = { ...home.keyNotices, ...edge?.keyNotices };
    this.alarms = Object.fromEntries(
      plan.alarms.map((alarm) => {
        const topic = alarm.region === args.region ? this.alarmTopic : this.edgeAlarmTopic;
        return [alarm.key, this.createAlarm(childName(name, alarm.key), alarm, topic, args)];
      }),
    );
    this.usersAffected = plan.usersAffected.length === 0 ? undefined : this.createUsersAffected(name, plan, args);
    this.dashboard = plan.dashboard ? this.createDashboard(name, plan, args) : undefined;

    this.topicArn = this.alarmTopic.topic.arn;
    this.dashboardName = this.dashboard?.dashboardName;
    this.registerOutputs({ topicArn: this.topicArn, dashboardName: this.dashboardName });
  }

  private createHomeTopic(name: string, plan: AlarmsPlan, args: AlarmsArgs) {
    const { region } = args;
    const kmsKeyArn = keyOfRegion(this.#subject, "kmsKeyArn", args.kmsKeyArn, region);
    return this.createTopic(name, { region, kmsKeyArn }, plan, args);
  }

  private createEdgeTopic(name: string, plan: AlarmsPlan, args: AlarmsArgs) {
    const notifications = args.subjects.distribution?.notifications;
    if (plan.edgeTopic !== "own" || typeof notifications !== "object") return undefined;
    const argument = "subjects.distribution.notifications.kmsKeyArn";
    const kmsKeyArn = keyOfRegion(this.#subject, argument, notifications.kmsKeyArn, edgeRegion);
    return this.createTopic(childName(name, "edge"), { region: edgeRegion, kmsKeyArn }, plan, args);
  }

  /** The topic of one region, with the notices that are published to it. */
  private createTopic(
    role: string,
    { region, kmsKeyArn }: { region: string; kmsKeyArn: pulumi.Input<string> },
    plan: AlarmsPlan,
    { accountId, emailAddresses = [], runbookUrl = defaultRunbookUrl, tags }: AlarmsArgs,
  ): { alarmTopic: AlarmTopic; keyNotices: Record<string, KeyNotices> } {
    const setting = { subject: this.#subject, kmsKeyArn, runbookUrl, naming: this.#naming, tags };
    const notices = plan.keyNotices.find((planned) => planned.region === region);
    const hearsEvents = notices !== undefined;
    const alarmTopic = createAlarmTopic(role, { ...setting, region, accountId, emailAddresses, hearsEvents }, this);
    if (notices === undefined) return { alarmTopic, keyNotices: {} };
    return { alarmTopic, keyNotices: { [region]: createKeyNotices(notices, alarmTopic, setting, this) } };
  }

  private createAlarm(
    role: string,
    alarm: PlannedAlarm,
    heard: AlarmTopic | undefined,
    { runbookUrl = defaultRunbookUrl, tags }: AlarmsArgs,
  ): MetricAlarm {
    const { definition, region, threshold } = alarm;
    const actions = heard === undefined ? [] : [heard.topic.arn];
    return new MetricAlarm(
      childName(role, "alarm"),
      {
        ...metricOf(alarm),
        name: physicalAlarmName(role, this.#naming),
        alarmDescription: alarmDescription(definition, runbookUrl),
        region,
        evaluationPeriods: definition.evaluationPeriods,
        datapointsToAlarm: definition.datapointsToAlarm,
        comparisonOperator: definition.comparison,
        threshold,
        treatMissingData: definition.treatMissingData,
        actionsEnabled: true,
        alarmActions: actions,
        okActions: actions,
        tags: this.#naming.nameTags(role, tags),
      },
      // An alarm that goes off before the policy is in force is heard by nobody.
      { parent: this, dependsOn: heard === undefined ? [] : [heard.policy] },
    );
  }

  private createUsersAffected(name: string, { usersAffected }: AlarmsPlan, args: AlarmsArgs): CompositeAlarm {
    const role = childName(name, "users-affected");
    const inAlarm = usersAffected.map((key) => pulumi.interpolate`ALARM("${this.alarms[key].name}")`);
    const actions = [this.alarmTopic.topic.arn];
    return new CompositeAlarm(
      childName(role, "alarm"),
      {
        alarmName: this.#naming.physicalName("aws:cloudwatch/compositeAlarm:CompositeAlarm", role),
        alarmDescription: `Users are affected: their requests fail. Runbook: ${args.runbookUrl ?? defaultRunbookUrl}#users-affected`,
        region: args.region,
        alarmRule: pulumi.all(inAlarm).apply((terms) => terms.join(" OR ")),
        actionsEnabled: true,
        alarmActions: actions,
        okActions: actions,
        tags: this.#naming.nameTags(role, args.tags),
      },
      { parent: this, dependsOn: [this.alarmTopic.policy] },
    );
  }

  private createDashboard(name: string, plan: AlarmsPlan, { region }: AlarmsArgs): Dashboard {
    return new Dashboard(
      childName(name, "dashboard"),
      {
        // Dashboards of all regions share one space of names, so the same environment in two regions needs two.
        dashboardName: this.#naming.physicalName("aws:cloudwatch/dashboard:Dashboard", childName(name, region)),
        region,
        dashboardBody: pulumi.jsonStringify({
          widgets: dashboardWidgets(plan.alarms, {
            arnOf: ({ key }) => this.alarms[key].arn,
            usersAffected: this.usersAffected && { region, arn: this.usersAffected.arn },
          }),
        }),
      },
      { parent: this },
    );
  }
}

/** What an alarm looks at: one metric, or the sum of several. */
function metricOf(alarm: PlannedAlarm) {
  const { namespace, metricName, period, statistic } = alarm.definition;
  const summed = summedMetrics(alarm);
  if (summed.length > 0) {
    return {
      metricQueries: [
        { id: "total", expression: sumExpression, label: metricName, returnData: true },
        ...summed.map(({ id, dimensions }) => ({ id, metric: { namespace, metricName, dimensions, period, stat: statistic } })),
      ],
    };
  }
  const isPercentile = statistic.startsWith("p");
  return {
    namespace,
    metricName,
    dimensions: alarm.dimensions,
    period,
    ...(isPercentile ? { extendedStatistic: statistic } : { statistic }),
  };
}
