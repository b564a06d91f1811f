import { Naming } from "@org/infra-naming";
import { dashboardWidgets, type MadeAlarms } from "./alarm-dashboard";
import type { AlarmSubjects } from "./alarm-subjects";
import { planAlarms } from "./alarms-plan";

const naming = new Naming({ project: "shop", environment: "dev" });

function widgetsOf(subjects: AlarmSubjects, usersAffected?: MadeAlarms["usersAffected"]) {
  const kmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/1";
  const { alarms } = planAlarms("alarms", { region: "eu-west-1", kmsKeyArn, subjects }, naming);
  return dashboardWidgets(alarms, { arnOf: ({ key }) => `arn:${key}`, usersAffected });
}

describe("dashboard of the alarms", () => {
  it("shows the state of all alarms, then for each kind a heading and its metrics, what users feel first", () => {
    const widgets = widgetsOf({
      natGateways: { a: "nat-1" },
      distribution: { distributionId: "E1", notifications: "off" },
    });
    expect(widgets.map(({ type, x, y, properties }) => [type, x, y, properties["title"] ?? properties["markdown"]])).toEqual([
      ["alarm", 0, 0, "Alarms in us-east-1"],
      ["alarm", 0, 2, "Alarms in eu-west-1"],
      ["text", 0, 4, "## CloudFront"],
      ["metric", 0, 5, "distribution 5xx rate"],
      ["text", 0, 11, "## NAT gateways"],
      ["metric", 0, 12, "nat gateway a port allocation errors"],
      ["metric", 8, 12, "nat gateway a dropped packets"],
    ]);
    expect(widgets.slice(0, 2).map(({ properties }) => properties["alarms"])).toEqual([
      ["arn:distribution-5xx-rate"],
      ["arn:nat-gateway-a-port-allocation-errors", "arn:nat-gateway-a-dropped-packets"],
    ]);
  });

  it("says first whether users are affected, among the alarms of that region", () => {
    const subjects: AlarmSubjects = {
      loadBalancer: { arnSuffix: "app/web/1" },
      distribution: { distributionId: "E1", notifications: "off" },
    };
    const widgets = widgetsOf(subjects, { region: "eu-west-1", arn: "arn:users-affected" });
    expect(widgets.slice(0, 2).map(({ properties }) => properties["alarms"])).toEqual([
      ["arn:distribution-5xx-rate"],
      ["arn:users-affected", "arn:load-balancer-elb-5xx", "arn:load-balancer-slow-responses"],
    ]);
  });

  it("draws a metric where it is published, with the alarm's limit", () => {
    const metric = widgetsOf({ distribution: { distributionId: "E1", notifications: "off" } }).find(({ type }) => type === "metric");
    expect(metric).toEqual({
      type: "metric",
      x: 0,
      y: 3,
      width: 8,
      height: 6,
      properties: {
        title: "distribution 5xx rate",
        region: "us-east-1",
        view: "timeSeries",
        stat: "Average",
        period: 60,
        metrics: [["AWS/CloudFront", "5xxErrorRate", "DistributionId", "E1", "Region", "Global"]],
        yAxis: { left: { min: 0 } },
        annotations: { horizontal: [{ label: "Alarm", value: 5 }] },
      },
    });
  });

  it("draws the sum of a metric that is published for each operation", () => {
    const widget = widgetsOf({ tables: { orders: "shop-dev-orders" } }).at(-1);
    const metrics = widget?.properties["metrics"];
    expect(metrics).toHaveLength(11);
    expect(metrics).toMatchObject([
      [{ id: "total", expression: "SUM(FILL(METRICS(), 0))", label: "SystemErrors" }],
      ["AWS/DynamoDB", "SystemErrors", "TableName", "shop-dev-orders", "Operation", "BatchGetItem", { id: "m1", visible: false }],
      ...Array.from({ length: 9 }, () => ({})),
    ]);
  });

  it("draws the sum of the zones of a regional NAT gateway", () => {
    const widget = widgetsOf({ regionalNatGateway: { natGatewayId: "nat-1", availabilityZones: ["a", "b"] } }).at(-1);
    expect(widget?.properties["metrics"]).toEqual([
      [{ id: "total", expression: "SUM(FILL(METRICS(), 0))", label: "PacketsDropCount" }],
      ["AWS/NATGateway", "PacketsDropCount", "NatGatewayId", "nat-1", "AvailabilityZone", "a", { id: "m1", visible: false }],
      ["AWS/NATGateway", "PacketsDropCount", "NatGatewayId", "nat-1", "AvailabilityZone", "b", { id: "m2", visible: false }],
    ]);
  });

  it("has room for any number of alarms in the widget of their states", () => {
    const tables = Object.fromEntries(["a", "b", "c"].map((name) => [name, name]));
    expect(widgetsOf({ tables })[0]).toMatchObject({ type: "alarm", width: 24, height: 4 });
  });
});
