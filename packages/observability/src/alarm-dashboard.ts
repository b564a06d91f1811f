import type { Input } from "@pulumi/pulumi";
import type { AlarmSubjectKind } from "./alarm-definition";
import { summedMetrics, sumExpression } from "./alarm-metrics";
import type { PlannedAlarm } from "./alarms-plan";
import { placeWidgets, type WidgetPlace, type WidgetSize } from "./dashboard-layout";

/** What CloudWatch draws; the properties hold what is known only after deployment. */
export interface DashboardWidget extends WidgetPlace {
  readonly type: "alarm" | "metric" | "text";
  readonly properties: Readonly<Record<string, unknown>>;
}

type UnplacedWidget = Omit<DashboardWidget, "x" | "y"> & WidgetSize;

/** Heading of each kind's section, in the order of the dashboard: what users feel comes first. */
const headings: Readonly<Record<AlarmSubjectKind, string>> = {
  distribution: "CloudFront",
  webAcl: "Web ACL",
  loadBalancer: "Load balancer",
  targetGroup: "Target groups",
  fleet: "Fleets",
  table: "Tables",
  tableIndex: "Indexes of tables",
  backupVault: "Backup vaults",
  natGateway: "NAT gateways",
  regionalNatGateway: "Regional NAT gateway",
  eventRule: "Event rules",
  deadLetterQueue: "Dead letters",
  logGroup: "Log groups",
  accessLog: "Access logs",
  keyNotice: "Notices of key deletions",
  keyNoticeQueue: "Notices of key deletions that were not delivered",
};

const kinds = Object.keys(headings) as AlarmSubjectKind[];

/** The alarms that there are, once they are made. */
export interface MadeAlarms {
  readonly arnOf: (alarm: PlannedAlarm) => Input<string>;
  /** The one that says whether users are affected. */
  readonly usersAffected?: { readonly region: string; readonly arn: Input<string> };
}

/**
 * The widgets of a dashboard that shows what the alarms watch: the state of all alarms on top, whether users are affected
 * first, then for each kind a heading and for each alarm its metric with the limit drawn in.
 *
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
 */
export function dashboardWidgets(alarms: readonly PlannedAlarm[], { arnOf, usersAffected }: MadeAlarms): DashboardWidget[] {
  const regions = [...new Set(alarms.map(({ region }) => region))];
  const arnsIn = (wanted: string) => [
    ...(usersAffected?.region === wanted ? [usersAffected.arn] : []),
    ...alarms.filter(({ region }) => region === wanted).map(arnOf),
  ];
  return placeWidgets<UnplacedWidget>([
    // A widget shows the alarms of one region: those at home, and those of CloudFront.
    ...regions.map((region) => [stateWidget(region, arnsIn(region))]),
    ...kinds.flatMap((kind) => {
      const ofKind = alarms.filter(({ subject }) => subject.kind === kind);
      return ofKind.length === 0 ? [] : [[headingWidget(headings[kind])], ofKind.map(metricWidget)];
    }),
  ]);
}

function stateWidget(region: string, alarms: Input<string>[]): UnplacedWidget {
  // Four alarms on a line, each line one row high, and one row for the title.
  const height = 1 + Math.ceil(alarms.length / 4);
  return { type: "alarm", width: 24, height, properties: { title: `Alarms in ${region}`, alarms } };
}

function headingWidget(heading: string): UnplacedWidget {
  return { type: "text", width: 24, height: 1, properties: { markdown: `## ${heading}`, background: "transparent" } };
}

function metricWidget(alarm: PlannedAlarm): UnplacedWidget {
  const { definition, key, region, threshold } = alarm;
  return {
    type: "metric",
    width: 8,
    height: 6,
    properties: {
      title: key.replaceAll("-", " "),
      region,
      view: "timeSeries",
      stat: definition.statistic,
      period: definition.period,
      metrics: metricsOf(alarm),
      yAxis: { left: { min: 0 } },
      annotations: { horizontal: [{ label: "Alarm", value: threshold }] },
    },
  };
}

function metricsOf(alarm: PlannedAlarm): unknown[] {
  const { namespace, metricName } = alarm.definition;
  const named = (dimensions: Readonly<Record<string, Input<string>>>) => [
    namespace,
    metricName,
    ...Object.entries(dimensions).flat(),
  ];
  const summed = summedMetrics(alarm);
  if (summed.length === 0) return [named(alarm.dimensions)];
  return [
    [{ id: "total", expression: sumExpression, label: metricName }],
    ...summed.map(({ id, dimensions }) => [...named(dimensions), { id, visible: false }]),
  ];
}
