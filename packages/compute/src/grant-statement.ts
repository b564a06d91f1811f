import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import { type Input, type Output, output } from "@pulumi/pulumi";

/**
 * One Allow statement of a role's policy, as `readGrant()` and `writeGrant()` of `@org/infra-data` give them. What it
 * allows is named action by action and resource by resource.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html
 */
export interface GrantStatement {
  /** Letters and digits, for example `ReadOrders`. Statements of one id must grant the same, and become one. */
  readonly sid: string;
  /** One or more, for example `dynamodb:GetItem`, without wildcards. */
  readonly actions: readonly string[];
  /** ARNs of one resource each, without wildcards; they may be known only after deployment. */
  readonly resources: readonly Input<string>[];
  /**
   * What is appended to each resource: `""` is the resource itself, `/index/*` all indexes of a table. There is one
   * entry of the statement for each.
   */
  readonly resourceSuffixes: readonly string[];
  /** Condition operator to key to value. @default none */
  readonly condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** Problems of what a caller grants, as far as it is known. */
export function grantProblems(grants: readonly GrantStatement[]): ArgumentProblem[] {
  return grants.flatMap((grant, index) => {
    const argument = `grants[${index}]`;
    const plain = grant.resources.filter((resource) => typeof resource === "string");
    return [
      ...sidProblems(argument, grant.sid),
      ...actionProblems(argument, grant.actions),
      ...countProblems(`${argument}.resources`, grant.resources, "pass the arn output of the resource itself"),
      ...plain.flatMap((resource) => resourceProblems(`${argument}.resources`, resource)),
      ...countProblems(`${argument}.resourceSuffixes`, grant.resourceSuffixes, 'use "" for the resource itself'),
      ...suffixProblems(argument, grant.resourceSuffixes),
    ];
  });
}

/** Problems of statements that share their id and grant something else: IAM wants each id once in a policy. */
export function sameSidProblems(statements: readonly GrantStatement[]): ArgumentProblem[] {
  return [...bySid(statements).values()]
    .filter((same) => same.some((statement) => shapeOf(statement) !== shapeOf(same[0])))
    .map(([{ sid }]) => ({
      argument: "grants",
      rule: "must not use one sid for statements that grant different things",
      value: sid,
      remedy: "give one of them another sid",
    }));
}

/** One statement for each id, with the resources of all that have it. */
export function mergedStatements(statements: readonly GrantStatement[]): GrantStatement[] {
  return [...bySid(statements).values()].map((same) => ({
    ...same[0],
    resources: [...new Set(same.flatMap(({ resources }) => resources))],
  }));
}

/**
 * What a statement is about, once that is known, each entry once.
 *
 * @throws ArgumentError when a resource turns out to be a wildcard
 */
export function grantedResources(subject: string, { sid, resources, resourceSuffixes }: GrantStatement): Output<string[]> {
  return output([...resources]).apply((known) => {
    assertNoProblems(subject, known.flatMap((resource) => resourceProblems(`grants: the resources of ${sid}`, resource)));
    return [...new Set(known.flatMap((resource) => resourceSuffixes.map((suffix) => `${resource}${suffix}`)))];
  });
}

function bySid(statements: readonly GrantStatement[]): Map<string, GrantStatement[]> {
  const found = new Map<string, GrantStatement[]>();
  for (const statement of statements) found.set(statement.sid, [...(found.get(statement.sid) ?? []), statement]);
  return found;
}

/** Everything but the resources, as text. */
function shapeOf({ actions, resourceSuffixes, condition }: GrantStatement): string {
  return JSON.stringify([[...actions].sort(), [...resourceSuffixes].sort(), condition]);
}

function sidProblems(argument: string, sid: string): ArgumentProblem[] {
  if (/^[A-Za-z0-9]+$/.test(sid)) return [];
  return [{ argument: `${argument}.sid`, rule: "must be letters and digits", value: sid, remedy: "use for example ReadOrders" }];
}

function actionProblems(argument: string, actions: readonly string[]): ArgumentProblem[] {
  const illegal = actions.filter((action) => !/^[a-z0-9-]+:[A-Za-z0-9]+$/.test(action));
  return [
    ...countProblems(`${argument}.actions`, actions, "use for example dynamodb:GetItem"),
    ...illegal.map((value) => ({
      argument: `${argument}.actions`,
      rule: "must be a service and one of its actions, without wildcards",
      value,
      remedy: "name each action, for example dynamodb:GetItem",
    })),
  ];
}

function countProblems(argument: string, values: readonly unknown[], remedy: string): ArgumentProblem[] {
  return values.length > 0 ? [] : [{ argument, rule: "must have at least one entry", value: values, remedy }];
}

function resourceProblems(argument: string, value: string): ArgumentProblem[] {
  if (/^arn:[a-z-]+:[a-z0-9-]+:[a-z0-9-]*:[a-z0-9]*:[^*?]+$/.test(value)) return [];
  return [
    {
      argument,
      rule: "must be the ARN of one resource, without wildcards",
      value,
      remedy: "pass the arn output of the resource itself, and say what of it by resourceSuffixes",
    },
  ];
}

/** A wildcard right behind an ARN would let in every resource whose name starts like this one's. */
function suffixProblems(argument: string, suffixes: readonly string[]): ArgumentProblem[] {
  return suffixes
    .filter((suffix) => suffix !== "" && !/^[:/]/.test(suffix))
    .map((value) => ({
      argument: `${argument}.resourceSuffixes`,
      rule: "must be empty or start with / or :, what lies within the resource",
      value,
      remedy: "use for example /index/*",
    }));
}
