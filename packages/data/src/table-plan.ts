import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import type { Input } from "@pulumi/pulumi";
import { dataProtection, type Profile } from "./profile";
import { regionProblems } from "./region-problems";
import { capacityProblems, type ScaledUnits, scaledUnits, type TableCapacity, type Units, unitsOf } from "./table-capacity";
import { indexProblems, type PlannedIndexes, plannedIndexes } from "./table-indexes";
import { keyAttributes, keyProblems, type TableKeys } from "./table-keys";
import { replicaProblems, type TableReplicas } from "./table-replicas";
import { type WarmThroughput, warmThroughputProblems, type WarmUnits, warmUnits } from "./table-throughput";

/** What of a changed item a table's stream shows, in DynamoDB's words. */
export type StreamView = "KEYS_ONLY" | "NEW_IMAGE" | "OLD_IMAGE" | "NEW_AND_OLD_IMAGES";

/** The plain arguments that decide what a `Table` creates. */
export interface TablePlanArgs extends TableKeys {
  readonly region?: string;
  readonly capacity: TableCapacity;
  readonly warmThroughput?: WarmThroughput;
  readonly stream?: StreamView;
  readonly ttlAttribute?: string;
  readonly recoveryPeriodInDays?: number;
  readonly replicas?: TableReplicas;
  readonly resourcePolicy?: Input<string>;
  readonly deletionProtection?: boolean;
  readonly profile?: Profile;
}

/** The plan; `table` is in the property names of `aws.dynamodb.Table`. */
export interface TablePlan {
  readonly table: {
    readonly hashKey: string;
    readonly rangeKey?: string;
    readonly attributes: { name: string; type: string }[];
    readonly billingMode: "PROVISIONED" | "PAY_PER_REQUEST";
    readonly warmThroughput?: WarmUnits;
    readonly streamEnabled?: true;
    readonly streamViewType?: StreamView;
    readonly ttl?: { readonly enabled: true; readonly attributeName: string };
    readonly pointInTimeRecovery: { readonly enabled: true; readonly recoveryPeriodInDays: number };
    readonly deletionProtectionEnabled: boolean;
  } & Units &
    PlannedIndexes;
  /** What Application Auto Scaling looks after. */
  readonly scaled: readonly ScaledUnits[];
  /** Properties that somebody else decides after the table is created: Pulumi leaves them alone. */
  readonly ignoreChanges: string[];
}

function recoveryProblems(days: number): ArgumentProblem[] {
  if (Number.isInteger(days) && days >= 1 && days <= 35) return [];
  return [
    {
      argument: "recoveryPeriodInDays",
      rule: "must be a whole number of days from 1 to 35",
      value: days,
      remedy: "use for example 35",
    },
  ];
}

function ttlProblems(attribute: string | undefined): ArgumentProblem[] {
  if (attribute === undefined || (attribute.length >= 1 && attribute.length <= 255)) return [];
  return [
    {
      argument: "ttlAttribute",
      rule: "must be 1 to 255 characters long",
      value: attribute,
      remedy: "name the attribute that holds the time of expiry in seconds since 1970, or leave it out",
    },
  ];
}

/** DynamoDB counts white space as well; a policy that is known only after deployment is left to it. */
function policyProblems(policy: Input<string> | undefined): ArgumentProblem[] {
  if (typeof policy !== "string" || Buffer.byteLength(policy) <= 20_480) return [];
  return [
    {
      argument: "resourcePolicy",
      rule: "must be at most 20480 bytes",
      value: Buffer.byteLength(policy),
      remedy: "write it without white space, or name fewer principals",
    },
  ];
}

/** What Pulumi leaves alone: the numbers that scaling moves, and those that DynamoDB raises by itself. */
function ignoredChanges(scaled: readonly ScaledUnits[], hasIndexes: boolean, warmThroughput?: WarmThroughput): string[] {
  const ofTable = scaled.flatMap(({ units, index }) => (index === undefined ? [`${units}Capacity`] : []));
  const ofIndexes = [...ofTable];
  if (warmThroughput?.manage !== true) {
    if (warmThroughput !== undefined) ofTable.push("warmThroughput");
    // Also where none is asked for: the provider would take what DynamoDB raised for a change of the index.
    ofIndexes.push("warmThroughput");
  }
  return [...ofTable, ...(hasIndexes ? ofIndexes.map((property) => `globalSecondaryIndexes[*].${property}`) : [])];
}

/** @throws ArgumentError when a key, index, capacity, replica or number of days is one that DynamoDB would refuse */
export function planTable(name: string, args: TablePlanArgs): TablePlan {
  const { capacity, warmThroughput, recoveryPeriodInDays = 35, ttlAttribute, profile = "production" } = args;
  assertNoProblems(`Table "${name}"`, [
    ...(args.region === undefined ? [] : regionProblems(args.region)),
    ...keyProblems(args),
    ...capacityProblems("capacity", capacity),
    ...indexProblems(args, capacity),
    ...warmThroughputProblems("warmThroughput", warmThroughput),
    ...ttlProblems(ttlAttribute),
    ...recoveryProblems(recoveryPeriodInDays),
    ...replicaProblems(args),
    ...policyProblems(args.resourcePolicy),
  ]);
  const globalIndexes = Object.entries(args.globalIndexes ?? {});
  const scaled = [
    ...scaledUnits(capacity),
    ...globalIndexes.flatMap(([index, { capacity: own = capacity }]) => scaledUnits(own, index)),
  ];
  const isReplicated = Object.keys(args.replicas ?? {}).length > 0;
  const stream = args.stream ?? (isReplicated ? "NEW_AND_OLD_IMAGES" : undefined);
  return {
    table: {
      hashKey: args.hashKey.name,
      ...(args.rangeKey && { rangeKey: args.rangeKey.name }),
      attributes: keyAttributes(args),
      billingMode: capacity.mode === "on-demand" ? "PAY_PER_REQUEST" : "PROVISIONED",
      ...unitsOf(capacity),
      ...plannedIndexes(args, capacity),
      ...(warmThroughput && { warmThroughput: warmUnits(warmThroughput) }),
      ...(stream && { streamEnabled: true, streamViewType: stream }),
      ...(ttlAttribute !== undefined && { ttl: { enabled: true, attributeName: ttlAttribute } }),
      pointInTimeRecovery: { enabled: true, recoveryPeriodInDays },
      deletionProtectionEnabled: args.deletionProtection ?? dataProtection[profile].deletionProtection,
    },
    scaled,
    ignoreChanges: ignoredChanges(scaled, globalIndexes.length > 0, warmThroughput),
  };
}
