import type { ArgumentProblem } from "@org/infra-naming";
import type * as pulumi from "@pulumi/pulumi";
import { regionProblems } from "./region-problems";
import type { TableCapacity } from "./table-capacity";
import type { StreamView } from "./table-plan";

/** A replica of a table in another Region. */
export interface TableReplica {
  /** ARN of a customer managed KMS key of that Region, for example of a `ReplicaKey`. Another key replaces the replica. */
  readonly kmsKeyArn: pulumi.Input<string>;
}

/** The replicas of a table, by Region. */
export type TableReplicas = Readonly<Record<string, TableReplica>>;

interface ReplicatedTable {
  readonly region?: string;
  readonly capacity: TableCapacity;
  readonly stream?: StreamView;
  readonly replicas?: TableReplicas;
}

/** What DynamoDB would refuse of the replicas, and of the table because it has them. */
export function replicaProblems({ region, capacity, stream, replicas = {} }: ReplicatedTable): ArgumentProblem[] {
  const regions = Object.keys(replicas);
  if (regions.length === 0) return [];
  const problems = regions.flatMap(regionProblems);
  if (region !== undefined && regions.includes(region)) {
    problems.push({ argument: "replicas", rule: "must be in other Regions than the table", value: region, remedy: "leave it out" });
  }
  if (capacity.mode === "provisioned") {
    problems.push({
      argument: "capacity.mode",
      rule: 'must be "on-demand" or "autoscaled" for a table with replicas: DynamoDB wants their writes to scale',
      value: capacity.mode,
      remedy: 'use { mode: "on-demand" }',
    });
  }
  if (stream !== undefined && stream !== "NEW_AND_OLD_IMAGES") {
    problems.push({
      argument: "stream",
      rule: 'must be "NEW_AND_OLD_IMAGES" for a table with replicas, which are fed by its stream',
      value: stream,
      remedy: "leave out stream",
    });
  }
  return problems;
}
