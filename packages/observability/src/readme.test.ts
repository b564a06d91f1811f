import { compilerComplaints, declaredArguments, readmeExamples, resourceCounts, tabledArguments } from "@org/readme-examples";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { alarmCatalogue } from "./alarm-catalogue";

const readme = resolve(__dirname, "../README.md");
const examples = readmeExamples(readme);
const codes = examples.map(({ code }) => code);

/** Of this package's components; the other packages of the examples have tests of their own. */
const deployed: Readonly<Record<string, { types: Record<string, number>; outputs: Record<string, unknown> }>> = {
  "Smallest example": {
    types: { "aws:cloudwatch/logGroup:LogGroup": 1 },
    outputs: { logGroupName: "/shop-dev-app" },
  },
  "Realistic example": {
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
};

/** Names of the component's arguments; the README tells `naming` and `tags` once for all. */
function argumentsOf(component: string): string[] {
  const file = resolve(__dirname, `${component.replace(/(?!^)[A-Z]/g, "-$&").toLowerCase()}.ts`);
  const names = declaredArguments(file, `${component}Args`).map(({ name }) => name);
  return names.filter((name) => name !== "naming" && name !== "tags");
}

describe("README.md", () => {
  it("has the examples that are tested here", () => {
    expect(examples.map(({ title }) => title)).toEqual(Object.keys(deployed));
  });

  it("has examples that compile, by a compiler that finds mistakes", () => {
    const wrong = 'import { EncryptedLogGroup } from "@org/infra-observability";\nnew EncryptedLogGroup("app", {});';
    expect(compilerComplaints(readme, [...codes, wrong])).toEqual([expect.stringContaining("Property 'kmsKeyArn' is missing in type '{}'")]);
  }, 120_000);

  it.each(examples.map((example) => [example.title, example] as const))("%s deploys exactly what the README says", async (title, example) => {
    const run = await example.deployed({ config: { "aws:region": "us-east-1" } });
    expect(resourceCounts(run, /org:observability:\w+\$/)).toEqual(deployed[title].types);
    expect(run.outputs).toEqual(deployed[title].outputs);
  });

  it("lists every alarm of the catalogue", () => {
    const section = readFileSync(readme, "utf8").split("### `Alarms`\n")[1]?.split(/^##/m)[0] ?? "";
    const listed = [...section.matchAll(/`([a-z0-9]+(?:-[a-z0-9]+)+)`/g)].map(([, key]) => key);
    const keys = Object.values(alarmCatalogue).flatMap((rows) => rows.map(({ key }) => key));
    expect([...new Set(listed)].filter((key) => key !== "users-affected").sort()).toEqual([...new Set(keys)].sort());
  });

  it.each(["EncryptedLogGroup", "ObjectCreatedEvents", "Alarms"])("lists every argument of %s", (component) => {
    expect(tabledArguments(readme, component).sort()).toEqual(argumentsOf(component).sort());
  });
});
