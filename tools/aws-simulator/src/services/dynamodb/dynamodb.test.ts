import { refusalOf, SimulatedAccount, UNKNOWN } from "../../simulated-account.fixture";

const TABLE = "aws:dynamodb/table:Table";
const POLICY = "aws:dynamodb/resourcePolicy:ResourcePolicy";
const keys = { hashKey: "id", attributes: [{ name: "id", type: "S" }] };
const onDemand = { ...keys, billingMode: "PAY_PER_REQUEST" };
const provisioned = { ...keys, billingMode: "PROVISIONED" };

describe("a table that leaves on-demand capacity", () => {
  const byOwner = { name: "by-owner", hashKey: "owner", projectionType: "ALL" };
  const indexed = { attributes: [...keys.attributes, { name: "owner", type: "S" }], globalSecondaryIndexes: [byOwner] };

  it("gets one unit of each kind where it says none, as the provider takes them to be scaled", () => {
    const account = new SimulatedAccount();
    const table = account.create(TABLE, "orders", { name: "orders", ...onDemand });
    expect(account.update(table, { name: "orders", ...provisioned }, true).outputs).toMatchObject({ readCapacity: UNKNOWN, writeCapacity: UNKNOWN });
    const paid = account.update(table, { name: "orders", ...provisioned });
    expect(paid.outputs).toMatchObject({ readCapacity: 1, writeCapacity: 1, warmThroughput: { readUnitsPerSecond: 1, writeUnitsPerSecond: 1 } });
    expect(account.update(paid, { name: "orders", ...provisioned }).outputs).toMatchObject({ readCapacity: 1, writeCapacity: 1 });
  });

  it("is refused when an index says none, and says what ignoreChanges has to do with it", () => {
    const account = new SimulatedAccount();
    const table = account.create(TABLE, "orders", { name: "orders", ...onDemand, ...indexed });
    for (const preview of [true, false]) {
      expect(refusalOf(() => account.update(table, { name: "orders", ...provisioned, ...indexed }, preview))).toEqual({
        rule: "dynamodb/table-on-demand-to-provisioned-index-has-capacity",
        code: "ValidationException",
        message: "One or more parameter values were invalid: ProvisionedThroughput must be specified for index: by-owner",
        remedy:
          "Set readCapacity and writeCapacity of every global index, and do not ignore their changes in this deployment: ignoreChanges keeps what the on-demand index had, which is none.",
      });
    }
    const globalSecondaryIndexes = [{ ...byOwner, readCapacity: 2, writeCapacity: 2 }];
    const paid = account.update(table, { name: "orders", ...provisioned, ...indexed, globalSecondaryIndexes });
    expect(paid.outputs).toMatchObject({ readCapacity: 1, globalSecondaryIndexes });
  });

  it("takes units, and afterwards keeps them when they are left out", () => {
    const account = new SimulatedAccount();
    const table = account.create(TABLE, "orders", { name: "orders", ...onDemand });
    const units = { readCapacity: 5, writeCapacity: 5 };
    const paid = account.update(table, { name: "orders", ...provisioned, ...units });
    expect(paid.outputs).toMatchObject({ billingMode: "PROVISIONED", ...units });
    expect(account.update(paid, { name: "orders", ...provisioned }).outputs["billingMode"]).toBe("PROVISIONED");
  });
});

describe("the warm throughput of a table", () => {
  const warmed = (readUnitsPerSecond: number, writeUnitsPerSecond: number) => ({
    name: "orders",
    ...onDemand,
    warmThroughput: { readUnitsPerSecond, writeUnitsPerSecond },
  });

  it("rises, and may be said again", () => {
    const account = new SimulatedAccount();
    const table = account.create(TABLE, "orders", { name: "orders", ...onDemand });
    const risen = account.update(table, warmed(20_000, 4_000));
    expect(account.update(risen, { ...warmed(20_000, 4_000), deletionProtectionEnabled: true }).outputs["warmThroughput"]).toEqual({
      readUnitsPerSecond: 20_000,
      writeUnitsPerSecond: 4_000,
    });
  });

  it.each([
    ["ReadUnitsPerSecond", warmed(19_999, 5_000)],
    ["WriteUnitsPerSecond", warmed(20_000, 4_999)],
  ])("never sinks: %s", (units, inputs) => {
    const account = new SimulatedAccount();
    const table = account.create(TABLE, "orders", warmed(20_000, 5_000));
    expect(refusalOf(() => account.update(table, inputs))).toEqual({
      rule: "dynamodb/table-warm-throughput-rises",
      code: "ValidationException",
      message: `One or more parameter values were invalid: Requested ${units} for WarmThroughput for table is lower than current WarmThroughput, decreasing WarmThroughput is not supported`,
      remedy: "Ask for at least what the table has, or ignore the changes of warmThroughput.",
    });
  });
});

describe("the resource policy of a table", () => {
  const resourceArn = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
  const policy = (statement: object) => JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
  const read = { Effect: "Allow", Action: "dynamodb:GetItem", Resource: resourceArn };

  it("is known by the ARN of its table, and gets a revision", () => {
    const text = policy({ ...read, Principal: { AWS: "arn:aws:iam::210987654321:root" } });
    const made = new SimulatedAccount().create(POLICY, "orders", { resourceArn, policy: text });
    expect(made.id).toBe(resourceArn);
    expect(made.outputs["revisionId"]).toMatch(/^[0-9a-f]{16}$/);
  });

  it("is refused without a principal", () => {
    const refusal = refusalOf(() => new SimulatedAccount().create(POLICY, "orders", { resourceArn, policy: policy(read) }));
    expect([refusal?.rule, refusal?.code]).toEqual(["dynamodb/resource-policy-form", "ValidationException"]);
  });

  it("is refused for a role that does not exist", () => {
    const text = policy({ ...read, Principal: { AWS: "arn:aws:iam::123456789012:role/nobody" } });
    const refusal = refusalOf(() => new SimulatedAccount().create(POLICY, "orders", { resourceArn, policy: text }));
    expect([refusal?.rule, refusal?.code]).toEqual(["dynamodb/resource-policy-principals-exist", "ValidationException"]);
  });
});
