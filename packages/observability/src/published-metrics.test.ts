import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy, type DeployRun, type PropertyMap } from "@org/offline-engine";
import { alarmCatalogue } from "./alarm-catalogue";
import { alarmName } from "./alarm-name";
import { Alarms } from "./alarms";
import { planAlarms } from "./alarms-plan";
import { metricAlarm } from "./alarms.fixture";
import { everySubject, homeKeyArn } from "./every-subject.fixture";
import { publishedMetrics } from "./published-metrics.fixture";

const region = "eu-west-1";
const naming = new Naming({ project: "shop", environment: "dev" });
const args = { region, kmsKeyArn: homeKeyArn, subjects: everySubject };

/** A metric that something looks at. */
interface WatchedMetric {
  readonly watcher: string;
  readonly region: unknown;
  readonly metric: string;
  readonly dimensions: string;
  readonly statistic: string;
  readonly period: number;
}

const asMap = (value: unknown) => value as PropertyMap;
const sortedNames = (dimensions: unknown) => Object.keys(asMap(dimensions)).sort().join(" ");

/** One for an alarm on a metric, several for an alarm on a sum. */
function metricsOfAlarm({ name, region, metricQueries, ...single }: PropertyMap): WatchedMetric[] {
  const queries = (metricQueries as PropertyMap[] | undefined)?.flatMap(({ metric }) => (metric === undefined ? [] : [asMap(metric)]));
  return (queries ?? [single]).map((metric) => ({
    watcher: String(name),
    region,
    metric: `${String(metric["namespace"])} ${String(metric["metricName"])}`,
    dimensions: sortedNames(metric["dimensions"]),
    statistic: String(metric["stat"] ?? metric["extendedStatistic"] ?? metric["statistic"]),
    period: Number(metric["period"]),
  }));
}

function metricsOfWidget({ region, title, stat, period, metrics }: PropertyMap): WatchedMetric[] {
  const lines = (metrics as unknown[][]).filter(([namespace]) => typeof namespace === "string");
  return lines.map(([namespace, metricName, ...rest]) => ({
    watcher: String(title),
    region,
    metric: `${String(namespace)} ${String(metricName)}`,
    // Names and values take turns; what is not a text says how the line is drawn.
    dimensions: rest.filter((part, index) => typeof part === "string" && index % 2 === 0).sort().join(" "),
    statistic: String(stat),
    period: Number(period),
  }));
}

describe("what the alarms and the dashboard look at", () => {
  let run: DeployRun;
  let watched: WatchedMetric[];
  beforeAll(async () => {
    run = await deploy({
      config: { "aws:region": region },
      providers: [new SimulatedAws()],
      program: () => void new Alarms("alarms", { ...args, accountId: "123456789012", naming }),
    });
    const { dashboardBody } = run.resource("aws:cloudwatch/dashboard:Dashboard").inputs;
    const { widgets } = JSON.parse(String(dashboardBody)) as { widgets: { type: string; properties: PropertyMap }[] };
    watched = [
      ...run.resourcesOf(metricAlarm).flatMap(({ inputs }) => metricsOfAlarm(inputs)),
      ...widgets.filter(({ type }) => type === "metric").flatMap(({ properties }) => metricsOfWidget(properties)),
    ];
  });

  it("is every metric of the catalogue, in an alarm and in a widget, and nothing that is not documented", () => {
    const definitions = Object.values(alarmCatalogue).flat();
    const metrics = new Set(definitions.map(({ namespace, metricName }) => `${namespace} ${metricName}`));
    expect([...metrics].sort()).toEqual(Object.keys(publishedMetrics).sort());
    expect(new Set(watched.map(({ metric }) => metric))).toEqual(metrics);
    // Ten operations of a table, and two zones of a NAT gateway for each of its two metrics.
    expect(run.resourcesOf(metricAlarm)).toHaveLength(28);
    expect(watched).toHaveLength(2 * (28 + 9 + 2));
  });

  it("is published by AWS under exactly these dimensions", () => {
    const wrong = watched.filter(({ metric, dimensions }) => !publishedMetrics[metric].dimensionSets.includes(dimensions));
    expect(wrong).toEqual([]);
  });

  it("is published in the region in which it is looked for", () => {
    const wrong = watched.filter(({ metric, region: looked, watcher }) => {
      // The notices of a key of us-east-1 have their rule and their queue there.
      const there = publishedMetrics[metric].inVirginia ?? /edge/.test(watcher);
      return looked !== (there ? "us-east-1" : region);
    });
    expect(wrong).toEqual([]);
  });

  it("is measured by a statistic that AWS has for it, not more often than it is published", () => {
    const wrong = watched.filter(({ metric, statistic, period }) => {
      const { statistics, interval } = publishedMetrics[metric];
      const kind = statistic.startsWith("p") ? "percentile" : statistic;
      return !statistics.some((known) => known === kind) || period % interval !== 0;
    });
    expect(wrong).toEqual([]);
  });

  it("has alarms whose names are known without them", () => {
    const names = planAlarms("alarms", args, naming).alarms.map(({ subject: { kind, label }, definition: { key } }) =>
      alarmName("alarms", { kind, label, key }, naming),
    );
    expect(names.sort()).toEqual(run.resourcesOf(metricAlarm).map(({ outputs }) => String(outputs["name"])).sort());
  });
});
