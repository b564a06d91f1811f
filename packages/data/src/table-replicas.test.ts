import { replicaProblems } from "./table-replicas";

const replicas = { "eu-west-1": { kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/k" } };
const onDemand = { mode: "on-demand" } as const;
const range = { min: 1, max: 10 };

describe("the replicas of a table", () => {
  it("may be none, whatever the table is", () => {
    expect(replicaProblems({ capacity: { mode: "provisioned", read: 1, write: 1 }, stream: "KEYS_ONLY" })).toEqual([]);
  });

  it("want a table whose writes scale", () => {
    expect(replicaProblems({ region: "us-east-1", replicas, capacity: onDemand, stream: "NEW_AND_OLD_IMAGES" })).toEqual([]);
    expect(replicaProblems({ replicas, capacity: { mode: "autoscaled", read: range, write: range } })).toEqual([]);
    expect(replicaProblems({ replicas, capacity: { mode: "provisioned", read: 1, write: 1 } })).toEqual([
      {
        argument: "capacity.mode",
        rule: 'must be "on-demand" or "autoscaled" for a table with replicas: DynamoDB wants their writes to scale',
        value: "provisioned",
        remedy: 'use { mode: "on-demand" }',
      },
    ]);
  });

  it("are fed by a stream of both images", () => {
    expect(replicaProblems({ replicas, capacity: onDemand, stream: "KEYS_ONLY" }).map(({ argument, rule }) => [argument, rule])).toEqual([
      ["stream", 'must be "NEW_AND_OLD_IMAGES" for a table with replicas, which are fed by its stream'],
    ]);
  });

  it("are in other Regions, which exist", () => {
    expect(
      replicaProblems({ region: "eu-west-1", replicas: { ...replicas, moon: replicas["eu-west-1"] }, capacity: onDemand }).map(
        ({ argument, rule, value }) => [argument, rule, value],
      ),
    ).toEqual([
      ["region", "must be the name of an AWS region", "moon"],
      ["replicas", "must be in other Regions than the table", "eu-west-1"],
    ]);
  });
});
