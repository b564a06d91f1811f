import { describeReadme } from "@org/readme-examples";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { alarmCatalogue } from "./alarm-catalogue";

const readme = resolve(__dirname, "../README.md");

describeReadme(readme, {
  "Smallest example": {
    options: { config: { "aws:region": "us-east-1" } },
    types: { "aws:cloudwatch/logGroup:LogGroup": 1 },
    outputs: { logGroupName: "/shop-dev-app" },
  },
  "Realistic example": {
    options: { config: { "aws:region": "us-east-1" } },
    types: {
      "aws:cloudwatch/logGroup:LogGroup": 1,
      "aws:cloudwatch/eventRule:EventRule": 2,
      "aws:cloudwatch/eventTarget:EventTarget": 2,
      "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": 1,
      "aws:sqs/queue:Queue": 2,
      "aws:sqs/queuePolicy:QueuePolicy": 2,
      "aws:sns/topic:Topic": 1,
      "aws:sns/topicPolicy:TopicPolicy": 1,
      "aws:sns/topicSubscription:TopicSubscription": 1,
      "aws:cloudwatch/metricAlarm:MetricAlarm": 17,
      "aws:cloudwatch/compositeAlarm:CompositeAlarm": 1,
      "aws:cloudwatch/dashboard:Dashboard": 1,
    },
    outputs: {
      logGroupName: "/aws/events/shop-dev-objects",
      topicArn: "arn:aws:sns:us-east-1:123456789012:shop-dev-alarms",
      dashboardName: "shop-dev-alarms-us-east-1",
    },
  },
});

describe("the README of observability", () => {
  it("lists every alarm of the catalogue", () => {
    const section = readFileSync(readme, "utf8").split("### `Alarms`\n")[1]?.split(/^##/m)[0] ?? "";
    const listed = [...section.matchAll(/`([a-z0-9]+(?:-[a-z0-9]+)+)`/g)].map(([, key]) => key);
    const keys = Object.values(alarmCatalogue).flatMap((rows) => rows.map(({ key }) => key));
    expect([...new Set(listed)].filter((key) => key !== "users-affected").sort()).toEqual([...new Set(keys)].sort());
  });
});
