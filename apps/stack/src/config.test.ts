import { parseStackConfig } from "./config";

const region = { "aws:region": "eu-west-1" };

describe("parseStackConfig", () => {
  it("needs no key but the region, and leaves the defaults to the components", () => {
    expect(parseStackConfig("infra", region)).toEqual({ region: "eu-west-1", zoneCount: 2 });
  });

  it("reads every key from the text that Pulumi hands over", () => {
    const config = {
      ...region,
      "infra:environment": "staging",
      "infra:profile": "ephemeral",
      "infra:zoneCount": "3",
      "infra:availabilityZones": '["eu-west-1a","eu-west-1c"]',
      "infra:domain": '{"name":"app.example.com","hostedZoneId":"Z0123456789"}',
      "infra:loadBalancerScheme": "internal",
      "infra:vpcCidrBlock": "10.1.0.0/16",
      "infra:natGateways": "single",
      "infra:instanceType": "t4g.small",
      "infra:primaryFleet": '{"minSize":1,"maxSize":3,"desiredCapacity":2}',
      "infra:secondaryFleet": '{"minSize":0,"maxSize":3,"desiredCapacity":0}',
      "infra:trafficWeights": '{"primary":100,"secondary":0}',
      "infra:secondaryLaunchTemplateVersion": "3",
      "infra:tableReadCapacity": "10",
      "infra:tableWriteCapacity": "20",
      "infra:originVerificationVersion": "2",
      "infra:alarmEmailAddresses": '["ops@example.com"]',
      "infra:logRetentionInDays": "30",
      "infra:accountBaseline": "true",
      "other:key": "is none of ours",
    };
    expect(parseStackConfig("infra", config)).toEqual({
      region: "eu-west-1",
      environment: "staging",
      profile: "ephemeral",
      zoneCount: 3,
      availabilityZones: ["eu-west-1a", "eu-west-1c"],
      domain: { name: "app.example.com", hostedZoneId: "Z0123456789" },
      loadBalancerScheme: "internal",
      vpcCidrBlock: "10.1.0.0/16",
      natGateways: "single",
      instanceType: "t4g.small",
      primaryFleet: { minSize: 1, maxSize: 3, desiredCapacity: 2 },
      secondaryFleet: { minSize: 0, maxSize: 3, desiredCapacity: 0 },
      trafficWeights: { primary: 100, secondary: 0 },
      secondaryLaunchTemplateVersion: 3,
      tableReadCapacity: 10,
      tableWriteCapacity: 20,
      originVerificationVersion: 2,
      alarmEmailAddresses: ["ops@example.com"],
      logRetentionInDays: 30,
      accountBaseline: true,
    });
  });

  it("names five mistakes in five lines, one for each key", () => {
    const config = {
      "aws:region": "eu-west-9",
      "infra:zoneCount": "1",
      "infra:instanceTyp": "t3.micro",
      "infra:primaryFleet": '{"minSize":5,"maxSize":2}',
      "infra:natGateways": "many",
    };
    expect(() => parseStackConfig("infra", config)).toThrow(
      [
        "Configuration: 5 invalid arguments",
        '  - `aws:region` must be an AWS region, got "eu-west-9": set it in the stack\'s file, for example aws:region: us-east-1',
        '  - `infra:zoneCount` must be a whole number from 2 to 4, got "1": for example infra:zoneCount: 3',
        '  - `infra:natGateways` must be none, single, per-zone or regional, got "many": for example infra:natGateways: single',
        "  - `infra:primaryFleet` must be {minSize, maxSize, desiredCapacity}, whole numbers with minSize <= " +
          'desiredCapacity <= maxSize, got "{\\"minSize\\":5,\\"maxSize\\":2}": for example infra:primaryFleet: ' +
          '{"minSize":2,"maxSize":6,"desiredCapacity":2}',
        '  - `infra:instanceTyp` must be a known key, got "t3.micro": did you mean infra:instanceType?',
      ].join("\n"),
    );
  });

  it("names the nearest known key of an unknown one", () => {
    expect(() => parseStackConfig("infra", { ...region, "infra:zonecount": "3" })).toThrow("did you mean infra:zoneCount?");
    expect(() => parseStackConfig("infra", { ...region, "infra:tableReads": "3" })).toThrow(
      "did you mean infra:tableReadCapacity?",
    );
  });

  it.each([
    ["zoneCount", "2.5"],
    ["zoneCount", "two"],
    ["availabilityZones", '["eu-west-1a"]'],
    ["availabilityZones", "eu-west-1a"],
    ["domain", '{"name":"App.example.com","hostedZoneId":"Z0123456789"}'],
    ["domain", '{"name":"app.example.com","hostedZoneId":"/hostedzone/Z0123456789"}'],
    ["domain", "app.example.com"],
    ["loadBalancerScheme", "private"],
    ["alarmEmailAddresses", "[]"],
    ["alarmEmailAddresses", '["ops"]'],
    ["vpcCidrBlock", "10.0.0.0/8"],
    ["instanceType", "micro"],
    ["profile", "prod"],
    ["environment", "-dev"],
    ["trafficWeights", '{"primary":0,"secondary":0}'],
    ["trafficWeights", '{"primary":1000,"secondary":0}'],
    ["secondaryFleet", '{"minSize":0,"maxSize":1,"desiredCapacity":2}'],
    ["tableReadCapacity", "0"],
    ["logRetentionInDays", "0"],
    ["accountBaseline", "yes"],
  ])("refuses %s: %s", (key, value) => {
    expect(() => parseStackConfig("infra", { ...region, [`infra:${key}`]: value })).toThrow(
      `Configuration: 1 invalid argument\n  - \`infra:${key}\` must be`,
    );
  });

  it("asks for the region when there is none", () => {
    expect(() => parseStackConfig("infra", {})).toThrow("`aws:region` must be an AWS region, got nothing");
  });
});
