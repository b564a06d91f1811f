import { type ArgumentProblem, assertNoProblems, dnsSuffixOf } from "@org/infra-naming";
import type { Input } from "@pulumi/pulumi";
import { grantProblems, type GrantStatement, mergedStatements, sameSidProblems } from "./grant-statement";
import type { InstanceRoleArgs } from "./instance-role";

/** The arguments that become statements. */
export type InstanceGrants = Pick<
  InstanceRoleArgs,
  "region" | "logGroupArns" | "secretArns" | "tableArns" | "kmsKeyArn" | "grants" | "sessionManager"
>;

const logActions = ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"];

const secretActions = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"];

const tableActions = [
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
];

// Reading a secret decrypts; a table's data keys are also made and renewed in the name of whoever writes to it.
const secretKeyActions = ["kms:Decrypt", "kms:DescribeKey"];
const tableKeyActions = [
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:Encrypt",
  "kms:GenerateDataKey",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
];

/**
 * What a Session Manager session needs and no more: AWS's AmazonSSMManagedInstanceCore reads every parameter of the
 * account besides. AWS documents these actions with `*` as their resource, the only one in the policy; they are confined
 * to the region instead.
 *
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/getting-started-create-iam-instance-profile.html
 */
const sessionActions = [
  "ssm:UpdateInstanceInformation",
  "ssmmessages:CreateControlChannel",
  "ssmmessages:CreateDataChannel",
  "ssmmessages:OpenControlChannel",
  "ssmmessages:OpenDataChannel",
];

/** The statements of the role's policy: those of its own arguments, and those that are granted. */
export interface InstanceRolePlan {
  readonly own: readonly GrantStatement[];
  readonly granted: readonly GrantStatement[];
}

/** @throws ArgumentError naming every illegal argument */
export function planInstanceRole(name: string, args: InstanceGrants): InstanceRolePlan {
  const { logGroupArns = [], secretArns = [], tableArns = [], kmsKeyArn, grants = [] } = args;
  const keyArns = kmsKeyArn === undefined ? [] : [kmsKeyArn];
  const own = ownStatements(args, keyArns);
  assertNoProblems(`InstanceRole "${name}"`, [
    ...arnProblems("logGroupArns", logGroupArns, "logs"),
    ...arnProblems("secretArns", secretArns, "secretsmanager"),
    ...arnProblems("tableArns", tableArns, "dynamodb"),
    ...arnProblems("kmsKeyArn", keyArns, "kms"),
    ...unusedKeyProblems(args),
    ...grantProblems(grants),
    ...ownSidProblems(own, grants),
    ...sameSidProblems(grants),
  ]);
  return { own, granted: mergedStatements(grants) };
}

function ownStatements(args: InstanceGrants, keyArns: readonly Input<string>[]): GrantStatement[] {
  const { region, logGroupArns = [], secretArns = [], tableArns = [], sessionManager = true } = args;
  const via = (service: string) => ({
    StringEquals: { "kms:ViaService": `${service}.${region}.${dnsSuffixOf(region)}` },
  });
  const plain = [""];
  // Log actions are checked against the group or its streams, whose ARNs both start with the group's.
  const streams = [":*"];
  const keyFor = (users: readonly unknown[]) => (users.length > 0 ? keyArns : []);
  const session = sessionManager ? ["*"] : [];
  const statements: GrantStatement[] = [
    { sid: "WriteOwnLogs", actions: logActions, resources: logGroupArns, resourceSuffixes: streams },
    { sid: "ReadOwnSecrets", actions: secretActions, resources: secretArns, resourceSuffixes: plain },
    { sid: "UseOwnTables", actions: tableActions, resources: tableArns, resourceSuffixes: plain },
    {
      sid: "DecryptOwnSecrets",
      actions: secretKeyActions,
      resources: keyFor(secretArns),
      resourceSuffixes: plain,
      condition: via("secretsmanager"),
    },
    {
      sid: "EncryptOwnTables",
      actions: tableKeyActions,
      resources: keyFor(tableArns),
      resourceSuffixes: plain,
      condition: via("dynamodb"),
    },
    {
      sid: "OpenSessions",
      actions: sessionActions,
      resources: session,
      resourceSuffixes: plain,
      condition: { StringEquals: { "aws:RequestedRegion": region } },
    },
  ];
  return statements.filter((statement) => statement.resources.length > 0);
}

function arnProblems(argument: string, arns: readonly Input<string>[], service: string): ArgumentProblem[] {
  const arn = new RegExp(`^arn:[a-z-]+:${service}:[a-z0-9-]+:\\d{12}:[^*?]+$`);
  return arns
    .filter((value): value is string => typeof value === "string" && !arn.test(value))
    .map((value) => ({
      argument,
      rule: `must be the ARN of one ${service} resource, without wildcards`,
      value,
      remedy: "pass the arn output of the resource itself",
    }));
}

function ownSidProblems(own: readonly GrantStatement[], grants: readonly GrantStatement[]): ArgumentProblem[] {
  const taken = new Set(own.map(({ sid }) => sid));
  return grants.flatMap(({ sid }, index) => {
    if (!taken.has(sid)) return [];
    const rule = "must not be the sid of a statement that another argument of the role makes";
    return [{ argument: `grants[${index}].sid`, rule, value: sid, remedy: "use for example ReadOrders" }];
  });
}

function unusedKeyProblems({ kmsKeyArn, secretArns = [], tableArns = [] }: InstanceGrants): ArgumentProblem[] {
  if (kmsKeyArn === undefined || secretArns.length + tableArns.length > 0) return [];
  return [
    {
      argument: "kmsKeyArn",
      rule: "must come with secretArns or tableArns: the key is granted only through their services",
      value: kmsKeyArn,
      remedy: "name what the key encrypts, or leave the key out",
    },
  ];
}
