import { SimulatedAws } from "@org/aws-simulator";
import { deploy } from "@org/offline-engine";
import { Key } from "@pulumi/aws/kms";
import type { Input } from "@pulumi/pulumi";
import type { AlarmsArgs } from "./alarms";
import { alarmsOf, compositeAlarm, metricAlarm, topic, topicPolicy } from "./alarms.fixture";

const json = (text: unknown) => JSON.parse(String(text));

describe("Alarms at home in another region", () => {
  const config = { "aws:region": "eu-west-1" };
  const inEurope = (notifications: { kmsKeyArn: Input<string> } | "off"): Partial<AlarmsArgs> => ({
    region: "eu-west-1",
    kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
    subjects: {
      tables: { orders: "shop-dev-orders" },
      distribution: { distributionId: "E2QWRUHAPOMQZL", notifications },
    },
  });

  it("watches CloudFront in us-east-1, through a topic of its own there", async () => {
    const kmsKeyArn = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    const run = await deploy({
      config,
      providers: [new SimulatedAws()],
      program: () => void alarmsOf(inEurope({ kmsKeyArn })),
    });
    const edge = run.resource(topic, "alarms-edge-topic");
    expect(edge.inputs).toMatchObject({ name: "shop-dev-alarms-edge", region: "us-east-1", kmsMasterKeyId: kmsKeyArn });
    expect(run.resource(topicPolicy, "alarms-edge-topic-policy").inputs).toMatchObject({
      region: "us-east-1",
      arn: edge.outputs.arn,
    });
    expect(run.resource(metricAlarm, "alarms-distribution-5xx-rate-alarm").inputs).toMatchObject({
      region: "us-east-1",
      dimensions: { DistributionId: "E2QWRUHAPOMQZL", Region: "Global" },
      alarmActions: [edge.outputs.arn],
    });
    expect(run.resource(metricAlarm, "alarms-table-orders-read-throttles-alarm").inputs).toMatchObject({
      region: "eu-west-1",
      alarmActions: [run.resource(topic, "alarms-topic").outputs.arn],
    });
  });

  it("tells everybody who is named in both regions, each by a mail of its own to confirm", async () => {
    const run = await deploy({
      config,
      providers: [new SimulatedAws()],
      program: () =>
        void alarmsOf({
          ...inEurope({ kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:key/1" }),
          emailAddresses: ["on-call@example.com"],
        }),
    });
    const subscriptions = run.resourcesOf("aws:sns/topicSubscription:TopicSubscription").map(({ inputs }) => inputs);
    expect(subscriptions.map(({ region, topic, endpoint }) => [region, topic, endpoint])).toEqual([
      ["eu-west-1", "arn:aws:sns:eu-west-1:123456789012:shop-dev-alarms", "on-call@example.com"],
      ["us-east-1", "arn:aws:sns:us-east-1:123456789012:shop-dev-alarms-edge", "on-call@example.com"],
    ]);
  });

  it("leaves CloudFront out of what affects users, which is of one region, and into the dashboard", async () => {
    const run = await deploy({
      config,
      providers: [new SimulatedAws()],
      program: () => void alarmsOf(inEurope("off")),
    });
    expect(run.resourcesOf(compositeAlarm)).toEqual([]);
    const { widgets } = json(run.resource("aws:cloudwatch/dashboard:Dashboard", "alarms-dashboard").inputs.dashboardBody);
    expect(widgets.map(({ properties }: { properties: { title?: string } }) => properties.title)).toEqual(
      expect.arrayContaining(["Alarms in us-east-1", "Alarms in eu-west-1", "distribution 5xx rate"]),
    );
  });

  it.each([
    ["kmsKeyArn", "us-east-1", "eu-west-1", (kmsKeyArn: Input<string>) => ({ ...inEurope("off"), kmsKeyArn })],
    ["subjects.distribution.notifications.kmsKeyArn", "eu-west-1", "us-east-1", (kmsKeyArn: Input<string>) => inEurope({ kmsKeyArn })],
  ])("refuses a key of another region once it is known: %s", async (argument, region, wanted, argsWith) => {
    const run = await deploy({
      config,
      providers: [new SimulatedAws()],
      expectFailure: true,
      program: () => void alarmsOf(argsWith(new Key("other", { region }).arn)),
    });
    expect(run.failed).toBe(true);
    expect(run.diagnostics.map(({ message }) => message).join("\n")).toContain(
      `Alarms "alarms": 1 invalid argument\n  - \`${argument}\` must be a key of ${wanted}: a key encrypts in its own region alone`,
    );
  });

  it("can leave CloudFront's alarms to the console", async () => {
    const run = await deploy({ config, providers: [new SimulatedAws()], program: () => void alarmsOf(inEurope("off")) });
    expect(run.resourcesOf(topic)).toHaveLength(1);
    expect(run.resource(metricAlarm, "alarms-distribution-5xx-rate-alarm").inputs).toMatchObject({
      region: "us-east-1",
      alarmActions: [],
      okActions: [],
    });
  });
});
