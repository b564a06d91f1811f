import { type InstanceGrants, planInstanceRole } from "./instance-role-plan";

const account = "123456789012";
const logGroup = `arn:aws:logs:eu-west-1:${account}:log-group:/app/web`;
const secret = `arn:aws:secretsmanager:eu-west-1:${account}:secret:web-a1B2c3`;
const table = `arn:aws:dynamodb:eu-west-1:${account}:table/orders`;
const key = `arn:aws:kms:eu-west-1:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

const plan = (grants: Partial<InstanceGrants>) => planInstanceRole("web", { region: "eu-west-1", ...grants }).own;
const messageOf = (grants: Partial<InstanceGrants>) => {
  try {
    plan(grants);
    return "accepted";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe("plan of an instance role", () => {
  it("grants a session and nothing else when nothing is asked for", () => {
    expect(plan({})).toEqual([
      {
        sid: "OpenSessions",
        actions: [
          "ssm:UpdateInstanceInformation",
          "ssmmessages:CreateControlChannel",
          "ssmmessages:CreateDataChannel",
          "ssmmessages:OpenControlChannel",
          "ssmmessages:OpenDataChannel",
        ],
        resources: ["*"],
        resourceSuffixes: [""],
        condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } },
      },
    ]);
    expect(plan({ sessionManager: false })).toEqual([]);
  });

  it("writes statements for what is asked for, in an order that never changes", () => {
    const statements = plan({
      logGroupArns: [logGroup],
      secretArns: [secret],
      tableArns: [table],
      kmsKeyArn: key,
    });
    expect(statements.map(({ sid, resources, condition }) => ({ sid, resources, condition }))).toEqual([
      { sid: "WriteOwnLogs", resources: [logGroup], condition: undefined },
      { sid: "ReadOwnSecrets", resources: [secret], condition: undefined },
      { sid: "UseOwnTables", resources: [table], condition: undefined },
      {
        sid: "DecryptOwnSecrets",
        resources: [key],
        condition: { StringEquals: { "kms:ViaService": "secretsmanager.eu-west-1.amazonaws.com" } },
      },
      {
        sid: "EncryptOwnTables",
        resources: [key],
        condition: { StringEquals: { "kms:ViaService": "dynamodb.eu-west-1.amazonaws.com" } },
      },
      {
        sid: "OpenSessions",
        resources: ["*"],
        condition: { StringEquals: { "aws:RequestedRegion": "eu-west-1" } },
      },
    ]);
  });

  it("never grants an action by wildcard, and `*` only where AWS knows no resource, under a condition", () => {
    const metricNamespaces = ["CWAgent"];
    const statements = plan({ logGroupArns: [logGroup], secretArns: [secret], tableArns: [table], kmsKeyArn: key, metricNamespaces });
    const onEverything = statements.filter(({ resources }) => resources.includes("*"));
    expect(statements.flatMap(({ actions }) => actions).filter((action) => action.includes("*"))).toEqual([]);
    expect(onEverything.map(({ sid, condition }) => [sid, condition])).toEqual([
      ["PublishOwnMetrics", { StringEquals: { "cloudwatch:namespace": ["CWAgent"] } }],
      ["OpenSessions", { StringEquals: { "aws:RequestedRegion": "eu-west-1" } }],
    ]);
  });

  it("publishes metrics to the namespaces that are named, each once, in an order that never changes", () => {
    const metricNamespaces = ["Shop/Web", "CWAgent", "Shop/Web"];
    expect(plan({ metricNamespaces, sessionManager: false })).toEqual([
      {
        sid: "PublishOwnMetrics",
        actions: ["cloudwatch:PutMetricData"],
        resources: ["*"],
        resourceSuffixes: [""],
        condition: { StringEquals: { "cloudwatch:namespace": ["CWAgent", "Shop/Web"] } },
      },
    ]);
    expect(plan({ metricNamespaces: [], sessionManager: false })).toEqual([]);
  });

  it.each(["AWS/EC2", "", "Shop Web", "*"])("refuses the namespace %j", (namespace) => {
    expect(() => plan({ metricNamespaces: [namespace] })).toThrow(
      "  - `metricNamespaces` must be namespaces of 1 to 255 letters, digits and ._-/#: that do not start with AWS/, which " +
        `is AWS's own, got "${namespace}": use for example CWAgent`,
    );
  });

  it("takes a namespace of 255 characters and refuses one of 256", () => {
    expect(plan({ metricNamespaces: ["x".repeat(255)] })).toHaveLength(2);
    expect(() => plan({ metricNamespaces: ["x".repeat(256)] })).toThrow("`metricNamespaces` must be");
  });

  it("grants the key only through the services whose resources are granted", () => {
    const sids = (grants: Partial<InstanceGrants>) => plan({ ...grants, kmsKeyArn: key }).map(({ sid }) => sid);
    expect(sids({ secretArns: [secret] })).toEqual(["ReadOwnSecrets", "DecryptOwnSecrets", "OpenSessions"]);
    expect(sids({ tableArns: [table] })).toEqual(["UseOwnTables", "EncryptOwnTables", "OpenSessions"]);
  });

  it("names the services as the partition does", () => {
    const { own } = planInstanceRole("web", {
      region: "cn-north-1",
      tableArns: [`arn:aws-cn:dynamodb:cn-north-1:${account}:table/orders`],
      kmsKeyArn: `arn:aws-cn:kms:cn-north-1:${account}:key/1`,
    });
    expect(own.find(({ sid }) => sid === "EncryptOwnTables")?.condition).toEqual({
      StringEquals: { "kms:ViaService": "dynamodb.cn-north-1.amazonaws.com.cn" },
    });
  });

  it("tells every problem at once, word for word", () => {
    expect(
      messageOf({
        logGroupArns: [`${logGroup}:*`],
        secretArns: ["web"],
        tableArns: [`arn:aws:dynamodb:eu-west-1:${account}:table/*`, table],
        kmsKeyArn: "alias/web",
      }),
    ).toBe(
      [
        'InstanceRole "web": 4 invalid arguments',
        `  - \`logGroupArns\` must be the ARN of one logs resource, without wildcards, got "${logGroup}:*": pass the arn output of the resource itself`,
        '  - `secretArns` must be the ARN of one secretsmanager resource, without wildcards, got "web": pass the arn output of the resource itself',
        `  - \`tableArns\` must be the ARN of one dynamodb resource, without wildcards, got "arn:aws:dynamodb:eu-west-1:${account}:table/*": pass the arn output of the resource itself`,
        '  - `kmsKeyArn` must be the ARN of one kms resource, without wildcards, got "alias/web": pass the arn output of the resource itself',
      ].join("\n"),
    );
  });

  it("refuses a key that nothing granted is encrypted with", () => {
    expect(messageOf({ kmsKeyArn: key, logGroupArns: [logGroup] })).toBe(
      'InstanceRole "web": 1 invalid argument\n' +
        "  - `kmsKeyArn` must come with secretArns or tableArns: the key is granted only through their services, " +
        `got "${key}": name what the key encrypts, or leave the key out`,
    );
  });
});
