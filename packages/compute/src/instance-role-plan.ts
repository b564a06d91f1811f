import { type ArgumentProblem, assertNoProblems, dnsSuffixOf } from "@org/infra-naming";
import type { Input } from "@pulumi/pulumi";
import { grantProblems, type GrantStatement, mergedStatements, sameSidProblems } from "./grant-statement";
import type { InstanceRoleArgs } from "./instance-role";
import {
  logActions,
  secretActions,
  secretKeyActions,
  sessionActions,
  tableActions,
  tableKeyActions,
} from "./instance-role-actions";

/** The arguments that become statements. */
export type InstanceGrants = Pick<
  InstanceRoleArgs,
  "region" | "logGroupArns" | "secretArns" | "tableArns" | "kmsKeyArn" | "metricNamespaces" | "grants" | "sessionManager"
>;

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
    ...namespaceProblems(args.metricNamespaces),
    ...grantProblems(grants),
    ...ownSidProblems(own, grants),
    ...sameSidProblems(grants),
  ]);
  return { own, granted: mergedStatements(grants) };
}

function ownStatements(args: InstanceGrants, keyArns: readonly Input<string>[]): GrantStatement[] {
  const { region, logGroupArns = [], secretArns = [], tableArns = [], metricNamespaces = [], sessionManager = true } = args;
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
      sid: "PublishOwnMetrics",
      actions: ["cloudwatch:PutMetricData"],
      // The action knows no resource; the namespace is what can be named.
      resources: metricNamespaces.length > 0 ? ["*"] : [],
      resourceSuffixes: plain,
      condition: { StringEquals: { "cloudwatch:namespace": [...new Set(metricNamespaces)].sort() } },
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

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html */
function namespaceProblems(namespaces: readonly string[] = []): ArgumentProblem[] {
  return namespaces
    .filter((namespace) => !/^(?!AWS\/)[A-Za-z0-9._/#:-]{1,255}$/.test(namespace))
    .map((value) => ({
      argument: "metricNamespaces",
      rule: "must be namespaces of 1 to 255 letters, digits and ._-/#: that do not start with AWS/, which is AWS's own",
      value,
      remedy: "use for example CWAgent",
    }));
}
