import { ArgumentError, type ArgumentProblem, regionFacts } from "@org/infra-naming";
import { getProject, getStack } from "@pulumi/pulumi";
import { allConfig } from "@pulumi/pulumi/runtime";
import { distance } from "fastest-levenshtein";
import { z } from "zod";

/** A value that Pulumi keeps as JSON text: a number, a boolean, a list or an object. */
function json<S extends z.ZodType>(schema: S) {
  return z.preprocess((raw) => (typeof raw === "string" ? parseJson(raw) : raw), schema);
}

const count = (minimum: number, maximum: number) => json(z.number().int().min(minimum).max(maximum));

const fleet = json(
  z
    .strictObject({
      minSize: z.number().int().min(0),
      maxSize: z.number().int().min(0),
      desiredCapacity: z.number().int().min(0),
    })
    .refine(({ minSize, desiredCapacity, maxSize }) => minSize <= desiredCapacity && desiredCapacity <= maxSize),
);

const fleetRule = {
  rule: "must be {minSize, maxSize, desiredCapacity}, whole numbers with minSize <= desiredCapacity <= maxSize",
  example: '{"minSize":2,"maxSize":6,"desiredCapacity":2}',
};

/**
 * Every config key of the stack; `rule` and `example` are what a user reads when a value is refused. Defaults are those
 * of `InfrastructureStackArgs`.
 */
const schema = z.strictObject({
  /** Names everything. @default the stack's name */
  environment: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,31}$/)
    .optional()
    .meta({ rule: "must be 1 to 32 letters, digits and hyphens, a letter or digit first", example: "staging" }),
  /** Protection of data and of what carries traffic. @default production */
  profile: z
    .enum(["production", "ephemeral"])
    .optional()
    .meta({ rule: "must be production or ephemeral", example: "ephemeral" }),
  /** How many availability zones, the region's first. @default 2 */
  zoneCount: count(2, 4).default(2).meta({ rule: "must be a whole number from 2 to 4", example: "3" }),
  /** The availability zones by name, instead of `zoneCount`. */
  availabilityZones: json(z.array(z.string()).min(2).max(4))
    .optional()
    .meta({ rule: "must be a list of 2 to 4 availability zone names", example: '["us-east-1a","us-east-1b"]' }),
  /** A domain name of your own, for TLS at both ends of CloudFront. */
  domain: json(
    z.strictObject({
      // "origin." before it is the name of the load balancer's certificate, which has at most 64 characters.
      name: z.string().max(57).regex(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/),
      hostedZoneId: z.string().regex(/^Z[A-Z0-9]{1,31}$/),
    }),
  )
    .optional()
    .meta({
      rule: "must be {name, hostedZoneId}, a domain name in lower case of at most 57 characters and the id of its public hosted zone",
      example: '{"name":"app.example.com","hostedZoneId":"Z0123456789ABCDEFGHIJ"}',
    }),
  /** Whether the internet can reach the load balancer. @default internet-facing */
  loadBalancerScheme: z
    .enum(["internet-facing", "internal"])
    .optional()
    .meta({ rule: "must be internet-facing or internal", example: "internal" }),
  /** Address block of the VPC. @default 10.0.0.0/16 */
  vpcCidrBlock: z
    .string()
    .regex(/^\d{1,3}(\.\d{1,3}){3}\/(1[6-9]|2[0-2])$/)
    .optional()
    .meta({ rule: "must be an IPv4 block of /16 to /22", example: "10.0.0.0/16" }),
  /** How private subnets reach the internet. @default per-zone */
  natGateways: z
    .enum(["none", "single", "per-zone", "regional"])
    .optional()
    .meta({ rule: "must be none, single, per-zone or regional", example: "single" }),
  /** Of the instances in both fleets. @default t3.micro */
  instanceType: z
    .string()
    .regex(/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/)
    .optional()
    .meta({ rule: "must be an EC2 instance type", example: "t3.small" }),
  /** Size of the primary fleet. @default 2 to 6 instances, 2 desired */
  primaryFleet: fleet.optional().meta(fleetRule),
  /** Size of the secondary fleet. @default 2 to 4 instances, 2 desired */
  secondaryFleet: fleet.optional().meta(fleetRule),
  /** Share of requests that go to the primary and to the secondary fleet. @default 50 and 50 */
  trafficWeights: json(
    z
      .strictObject({ primary: z.number().int().min(0).max(999), secondary: z.number().int().min(0).max(999) })
      .refine(({ primary, secondary }) => primary + secondary > 0),
  )
    .optional()
    .meta({
      rule: "must be {primary, secondary}, whole numbers from 0 to 999 that are not both 0",
      example: '{"primary":90,"secondary":10}',
    }),
  /** Version of the launch template that the secondary fleet stays on. @default the newest */
  secondaryLaunchTemplateVersion: count(1, 1_000_000)
    .optional()
    .meta({ rule: "must be the number of a launch template version", example: "1" }),
  /** Read capacity units of each table. @default 5 */
  tableReadCapacity: count(1, 40_000)
    .optional()
    .meta({ rule: "must be a whole number of read capacity units from 1 to 40000", example: "10" }),
  /** Write capacity units of each table. @default 5 */
  tableWriteCapacity: count(1, 40_000)
    .optional()
    .meta({ rule: "must be a whole number of write capacity units from 1 to 40000", example: "10" }),
  /** Number of the secret header's value that the load balancer asks of CloudFront. */
  originVerificationVersion: count(1, 1_000_000)
    .optional()
    .meta({ rule: "must be a whole number from 1, raised by one at a time", example: "2" }),
  /** Who is told of alarms. */
  alarmEmailAddresses: json(z.array(z.email()).min(1))
    .optional()
    .meta({ rule: "must be a list of e-mail addresses", example: '["ops@example.com"]' }),
  /** Days that the application's log group keeps its events. @default 14 */
  logRetentionInDays: count(1, 3653)
    .optional()
    .meta({ rule: "must be a number of days that CloudWatch Logs knows, such as 14, 30 or 365", example: "14" }),
  /** Hardens the settings of the account, too. @default false */
  accountBaseline: json(z.boolean())
    .optional()
    .meta({ rule: "must be true or false", example: "true" }),
});

/** Every key besides `aws:region`, in the order in which README.md tells them. */
export const configKeys: readonly string[] = Object.keys(schema.shape);

/** The stack's configuration, checked. */
export type StackConfig = z.infer<typeof schema> & {
  /** Home region, from `aws:region`. */
  readonly region: string;
};

/**
 * Reads the whole configuration of the running stack.
 *
 * @throws ArgumentError naming every mistake at once: unknown keys with the nearest known one, values against their rule.
 */
export function readStackConfig(): StackConfig {
  return parseStackConfig(getProject(), allConfig());
}

/** The environment that the running stack is: config `environment`, else the stack's own name. */
export function configuredEnvironment(): string {
  return allConfig()[`${getProject()}:environment`] ?? getStack();
}

/** The pure part of {@link readStackConfig}: `config` by `namespace:key`, as Pulumi hands it to a program. */
export function parseStackConfig(project: string, config: Readonly<Record<string, string>>): StackConfig {
  const prefix = `${project}:`;
  const own = Object.fromEntries(
    Object.entries(config)
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => [key.slice(prefix.length), value]),
  );
  const parsed = schema.safeParse(own);
  const region = config["aws:region"];
  const problems = [
    ...regionProblems(region),
    ...(parsed.success ? [] : onePerKey(parsed.error.issues.flatMap((issue) => configProblems(prefix, issue, own)))),
  ];
  if (!parsed.success || region === undefined || problems.length > 0) throw new ArgumentError("Configuration", problems);
  return { ...parsed.data, region };
}

function regionProblems(region: string | undefined): ArgumentProblem[] {
  if (region !== undefined && regionFacts(region) !== undefined) return [];
  return [
    {
      argument: "aws:region",
      rule: "must be an AWS region",
      value: region,
      remedy: "set it in the stack's file, for example aws:region: us-east-1",
    },
  ];
}

function configProblems(prefix: string, issue: z.core.$ZodIssue, own: Record<string, string>): ArgumentProblem[] {
  const [key] = issue.path;
  if (issue.code === "unrecognized_keys" && key === undefined) {
    return issue.keys.map((unknown) => ({
      argument: `${prefix}${unknown}`,
      rule: "must be a known key",
      value: own[unknown],
      remedy: `did you mean ${prefix}${nearestKey(unknown)}?`,
    }));
  }
  const name = String(key) as keyof typeof schema.shape;
  const { rule, example } = schema.shape[name].meta() as { rule: string; example: string };
  return [{ argument: `${prefix}${name}`, rule, value: own[name], remedy: `for example ${prefix}${name}: ${example}` }];
}

/** Several faults inside one value are one mistake: the rule names them all. */
function onePerKey(problems: readonly ArgumentProblem[]): ArgumentProblem[] {
  return [...new Map(problems.map((problem) => [problem.argument, problem])).values()];
}

function nearestKey(unknown: string): string {
  // Relative to the length, so that the start of a long key is nearer to it than any short key is.
  const difference = (key: string) =>
    distance(unknown.toLowerCase(), key.toLowerCase()) / Math.max(unknown.length, key.length);
  return configKeys.reduce((best, key) => (difference(key) < difference(best) ? key : best));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
