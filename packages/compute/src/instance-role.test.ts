import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy, type DeployRun } from "@org/offline-engine";
import { LogGroup } from "@pulumi/aws/cloudwatch";
import { Table } from "@pulumi/aws/dynamodb";
import { Key } from "@pulumi/aws/kms";
import { Provider } from "@pulumi/aws/provider";
import { Secret } from "@pulumi/aws/secretsmanager";
import { output } from "@pulumi/pulumi";
import type { GrantStatement } from "./grant-statement";
import { InstanceRole, type InstanceRoleArgs } from "./instance-role";

const naming = new Naming({ project: "shop", environment: "dev" });
const own = "org:compute:InstanceRole";
const roleOf = (args: Partial<InstanceRoleArgs> = {}) => new InstanceRole("web", { region: "us-east-1", naming, ...args });
const childrenOf = (run: DeployRun) => run.resources.filter(({ parent }) => parent === run.resource(own).urn);
const policyOf = (run: DeployRun) => JSON.parse(String(run.resource("aws:iam/policy:Policy").inputs.policy));

describe("InstanceRole", () => {
  const aws = new SimulatedAws();
  let run: DeployRun;
  const program = () => {
    const logs = new LogGroup("logs", { name: "/app/web" });
    const secret = new Secret("secret", { name: "web" });
    const orders = new Table("orders", { hashKey: "id", attributes: [{ name: "id", type: "S" }], billingMode: "PAY_PER_REQUEST" });
    const key = new Key("key", { enableKeyRotation: true });
    const role = roleOf({
      logGroupArns: [logs.arn],
      secretArns: [secret.arn],
      tableArns: [orders.arn],
      kmsKeyArn: key.arn,
      metricNamespaces: ["CWAgent"],
      tags: { Team: "web" },
    });
    return { arn: role.arn, profile: role.instanceProfileArn };
  };
  beforeAll(async () => {
    run = await deploy({ providers: [aws], program });
  });
  const arnOf = (type: string) => run.resource(type).outputs.arn;

  it("creates a role, one policy of its own, and a profile, all of them its children", () => {
    expect(childrenOf(run).map(({ type, urn }) => `${type} ${urn.split("::").at(-1)}`).sort()).toEqual([
      "aws:iam/instanceProfile:InstanceProfile web-instance-profile",
      "aws:iam/policy:Policy web-policy",
      "aws:iam/role:Role web-role",
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment web-policy-attachment",
    ]);
  });

  it("is trusted to EC2 alone", () => {
    const { inputs } = run.resource("aws:iam/role:Role");
    expect(inputs.name).toBe("shop-dev-web");
    expect(JSON.parse(String(inputs.assumeRolePolicy))).toEqual({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }],
    });
    expect(inputs).not.toHaveProperty("inlinePolicies");
    expect(inputs).not.toHaveProperty("managedPolicyArns");
  });

  it("may do what was granted and nothing else", () => {
    const key = arnOf("aws:kms/key:Key");
    expect(policyOf(run)).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "WriteOwnLogs",
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
          Resource: [`${arnOf("aws:cloudwatch/logGroup:LogGroup")}:*`],
        },
        {
          Sid: "ReadOwnSecrets",
          Effect: "Allow",
          Action: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
          Resource: [arnOf("aws:secretsmanager/secret:Secret")],
        },
        {
          Sid: "UseOwnTables",
          Effect: "Allow",
          Action: [
            "dynamodb:BatchGetItem",
            "dynamodb:BatchWriteItem",
            "dynamodb:ConditionCheckItem",
            "dynamodb:DeleteItem",
            "dynamodb:DescribeTable",
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "dynamodb:Query",
            "dynamodb:Scan",
            "dynamodb:UpdateItem",
          ],
          Resource: [arnOf("aws:dynamodb/table:Table")],
        },
        {
          Sid: "DecryptOwnSecrets",
          Effect: "Allow",
          Action: ["kms:Decrypt", "kms:DescribeKey"],
          Resource: [key],
          Condition: { StringEquals: { "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com" } },
        },
        {
          Sid: "EncryptOwnTables",
          Effect: "Allow",
          Action: [
            "kms:Decrypt",
            "kms:DescribeKey",
            "kms:Encrypt",
            "kms:GenerateDataKey",
            "kms:ReEncryptFrom",
            "kms:ReEncryptTo",
          ],
          Resource: [key],
          Condition: { StringEquals: { "kms:ViaService": "dynamodb.us-east-1.amazonaws.com" } },
        },
        {
          Sid: "PublishOwnMetrics",
          Effect: "Allow",
          Action: ["cloudwatch:PutMetricData"],
          Resource: ["*"],
          Condition: { StringEquals: { "cloudwatch:namespace": ["CWAgent"] } },
        },
        {
          Sid: "OpenSessions",
          Effect: "Allow",
          Action: [
            "ssm:UpdateInstanceInformation",
            "ssmmessages:CreateControlChannel",
            "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel",
            "ssmmessages:OpenDataChannel",
          ],
          Resource: ["*"],
          Condition: { StringEquals: { "aws:RequestedRegion": "us-east-1" } },
        },
      ],
    });
  });

  it("has its profile created after the permissions are attached", () => {
    const attachment = run.resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment").urn;
    expect(run.resource("aws:iam/instanceProfile:InstanceProfile").dependencies).toContain(attachment);
  });

  it("registers its outputs and tags what can be tagged", () => {
    expect(run.resource(own).outputs).toEqual({
      arn: arnOf("aws:iam/role:Role"),
      instanceProfileArn: arnOf("aws:iam/instanceProfile:InstanceProfile"),
    });
    for (const { type, inputs } of childrenOf(run)) {
      if (type === "aws:iam/rolePolicyAttachment:RolePolicyAttachment") continue;
      expect(inputs.tags).toEqual({
        Name: "shop-dev-web",
        Project: "shop",
        Environment: "dev",
        ManagedBy: "pulumi",
        Team: "web",
      });
    }
  });

  it("changes nothing in a second deployment", async () => {
    const second = await deploy({ providers: [aws], program, state: run.state });
    expect(second.steps.filter(({ op }) => op !== "same")).toEqual([]);
  });
});

describe("InstanceRole with its options", () => {
  it("has no policy when nothing is granted", async () => {
    const run = await deploy({ providers: [new SimulatedAws()], program: () => void roleOf({ sessionManager: false }) });
    expect(childrenOf(run).map(({ type }) => type)).toEqual([
      "aws:iam/role:Role",
      "aws:iam/instanceProfile:InstanceProfile",
    ]);
  });

  /** What a table of the data package gives, without that package. */
  const ordersTable = () => {
    const orders = new Table("orders", { hashKey: "id", attributes: [{ name: "id", type: "S" }], billingMode: "PAY_PER_REQUEST" });
    const key = new Key("key", { enableKeyRotation: true });
    const readGrant = (): GrantStatement[] => [
      { sid: "ReadOrders", actions: ["dynamodb:GetItem", "dynamodb:Query"], resources: [orders.arn], resourceSuffixes: ["", "/index/*"] },
      {
        sid: "DecryptOrders",
        actions: ["kms:Decrypt", "kms:DescribeKey"],
        // A new Output each time, as a table that works its key out would give.
        resources: [key.arn.apply((arn) => arn)],
        resourceSuffixes: [""],
        condition: { StringLike: { "kms:ViaService": "dynamodb.*" } },
      },
    ];
    return { readGrant };
  };

  it("may do what the grants of others say, and says it once", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => {
        const orders = ordersTable();
        roleOf({ sessionManager: false, grants: [...orders.readGrant(), ...orders.readGrant()] });
      },
    });
    const table = run.resource("aws:dynamodb/table:Table").outputs.arn;
    expect(policyOf(run).Statement).toEqual([
      { Sid: "ReadOrders", Effect: "Allow", Action: ["dynamodb:GetItem", "dynamodb:Query"], Resource: [table, `${table}/index/*`] },
      {
        Sid: "DecryptOrders",
        Effect: "Allow",
        Action: ["kms:Decrypt", "kms:DescribeKey"],
        Resource: [run.resource("aws:kms/key:Key").outputs.arn],
        Condition: { StringLike: { "kms:ViaService": "dynamodb.*" } },
      },
    ]);
  });

  it("refuses a granted resource that turns out to be everything", async () => {
    const grants = [{ sid: "ReadAll", actions: ["dynamodb:GetItem"], resources: [output("*")], resourceSuffixes: [""] }];
    const run = await deploy({ providers: [new SimulatedAws()], program: () => void roleOf({ grants }), expectFailure: true });
    expect(run.resourcesOf("aws:iam/policy:Policy")).toEqual([]);
    expect(run.diagnostics.map(({ message }) => message).join("\n")).toContain(
      "`grants: the resources of ReadAll` must be the ARN of one resource, without wildcards, got \"*\": " +
        "pass the arn output of the resource itself, and say what of it by resourceSuffixes",
    );
  });

  it("takes a permissions boundary", async () => {
    const permissionsBoundaryArn = "arn:aws:iam::210987654321:policy/boundary";
    const run = await deploy({ providers: [new SimulatedAws()], program: () => void roleOf({ permissionsBoundaryArn }) });
    expect(run.resource("aws:iam/role:Role").inputs.permissionsBoundary).toBe(permissionsBoundaryArn);
  });

  it("hands the provider through to every child", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => {
        const provider = new Provider("regional", { region: "us-east-1" });
        new InstanceRole("web", { region: "us-east-1", naming }, { provider });
      },
    });
    expect(childrenOf(run)).toHaveLength(4);
    for (const child of childrenOf(run)) expect(child.provider).toContain("::pulumi:providers:aws::regional::");
  });

  it("refuses illegal arguments before anything is registered", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      expectFailure: true,
      program: () => void roleOf({ tableArns: ["orders"] }),
    });
    expect(run.resourcesOf(own)).toEqual([]);
    expect(run.diagnostics.map(({ message }) => message)).toEqual([
      'InstanceRole "web": 1 invalid argument\n' +
        '  - `tableArns` must be the ARN of one dynamodb resource, without wildcards, got "orders": pass the arn output of the resource itself',
    ]);
  });
});
