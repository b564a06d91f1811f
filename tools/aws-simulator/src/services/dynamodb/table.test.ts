import type { PropertyMap } from "@org/offline-engine";
import { refusalOf, SimulatedAccount, UNKNOWN } from "../../simulated-account.fixture";

const TABLE = "aws:dynamodb/table:Table";
const KEY = "aws:kms/key:Key";

const provisioned: PropertyMap = {
  name: "orders",
  hashKey: "id",
  attributes: [{ name: "id", type: "S" }],
  readCapacity: 5,
  writeCapacity: 5,
};
const onDemand: PropertyMap = {
  name: "orders",
  billingMode: "PAY_PER_REQUEST",
  hashKey: "id",
  attributes: [{ name: "id", type: "S" }],
};
const index = (change: PropertyMap = {}): PropertyMap => ({ name: "by-customer", hashKey: "customer", projectionType: "ALL", ...change });
const withCustomer: PropertyMap = { attributes: [{ name: "id", type: "S" }, { name: "customer", type: "S" }] };

describe("a table", () => {
  it("has its name as id, and what DynamoDB fills in", () => {
    const table = new SimulatedAccount().create(TABLE, "orders", { ...provisioned, pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 } });
    expect(table).toMatchObject({
      id: "orders",
      outputs: {
        arn: "arn:aws:dynamodb:us-east-1:123456789012:table/orders",
        billingMode: "PROVISIONED",
        deletionProtectionEnabled: false,
        pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 },
        streamArn: "",
        streamLabel: "",
        tableClass: "STANDARD",
        ttl: { enabled: false, attributeName: "" },
        warmThroughput: { readUnitsPerSecond: 5, writeUnitsPerSecond: 5 },
      },
    });
    expect(new SimulatedAccount().create(TABLE, "orders", onDemand).outputs).toMatchObject({
      readCapacity: 0,
      writeCapacity: 0,
      warmThroughput: { readUnitsPerSecond: 12000, writeUnitsPerSecond: 4000 },
    });
  });

  it("streams under an ARN that stays while other things change", () => {
    const account = new SimulatedAccount();
    const streaming = { ...onDemand, streamEnabled: true, streamViewType: "NEW_IMAGE" };
    const table = account.create(TABLE, "orders", streaming);
    expect(table.outputs["streamArn"]).toMatch(/^arn:aws:dynamodb:us-east-1:123456789012:table\/orders\/stream\/2026-01-01T00:00:\d\d\.000$/);
    const tagged = account.update(table, { ...streaming, tags: { Team: "shop" } });
    expect(tagged.outputs["streamArn"]).toBe(table.outputs["streamArn"]);
    expect(account.update(tagged, onDemand).outputs["streamArn"]).toBe("");
  });

  it("changes its capacity in place, and is replaced when its keys change", () => {
    const account = new SimulatedAccount();
    const table = account.create(TABLE, "orders", provisioned);
    expect(account.diff(table, { ...provisioned, readCapacity: 10 })).toMatchObject({
      replaces: [],
      detailedDiff: { readCapacity: { kind: "update" } },
    });
    expect(account.update(table, { ...provisioned, readCapacity: 10 }).outputs).toMatchObject({
      readCapacity: 10,
      warmThroughput: { readUnitsPerSecond: 10, writeUnitsPerSecond: 5 },
    });
    const byNumber = { ...provisioned, hashKey: "number", attributes: [{ name: "number", type: "N" }] };
    expect(account.diff(table, byNumber).replaces).toEqual(["hashKey"]);
  });

  it("shows in a preview what a change of capacity or stream leaves open", () => {
    const account = new SimulatedAccount();
    const table = account.create(TABLE, "orders", provisioned);
    expect(account.update(table, { ...provisioned, readCapacity: 10 }, true).outputs).toMatchObject({ warmThroughput: UNKNOWN, streamArn: "" });
    expect(account.update(table, { ...provisioned, streamEnabled: true, streamViewType: "KEYS_ONLY" }, true).outputs).toMatchObject({
      streamArn: UNKNOWN,
      streamLabel: UNKNOWN,
      warmThroughput: { readUnitsPerSecond: 5, writeUnitsPerSecond: 5 },
    });
  });

  it("may keep its numbers when it changes to on-demand, as the provider no longer sends them", () => {
    const account = new SimulatedAccount();
    const table = account.create(TABLE, "orders", provisioned);
    expect(account.update(table, { ...provisioned, billingMode: "PAY_PER_REQUEST" }).outputs["billingMode"]).toBe("PAY_PER_REQUEST");
  });

  it.each<[string, PropertyMap, string, string]>([
    [
      "an attribute that no key uses",
      { attributes: [{ name: "id", type: "S" }, { name: "total", type: "N" }] },
      "dynamodb/table-attributes-match-keys",
      "One or more parameter values were invalid: Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions",
    ],
    [
      "an attribute that neither key nor index uses",
      { attributes: [{ name: "id", type: "S" }, { name: "customer", type: "S" }, { name: "total", type: "N" }], globalSecondaryIndexes: [index({ readCapacity: 1, writeCapacity: 1 })] },
      "dynamodb/table-attributes-match-keys",
      "One or more parameter values were invalid: Some AttributeDefinitions are not used. AttributeDefinitions: [id, customer, total], keys used: [id, customer]",
    ],
    [
      "a key that is not defined",
      { rangeKey: "created" },
      "dynamodb/table-attributes-match-keys",
      "One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [created], AttributeDefinitions: [id]",
    ],
    [
      "an index key that is not defined",
      { globalSecondaryIndexes: [index({ readCapacity: 1, writeCapacity: 1 })] },
      "dynamodb/table-attributes-match-keys",
      "One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [customer], AttributeDefinitions: [id]",
    ],
    ["no hash key", { hashKey: null, attributes: null }, "dynamodb/table-attributes-match-keys", "1 validation error detected: Value null at 'keySchema' failed to satisfy constraint: Member must not be null"],
    ["one attribute as both keys", { rangeKey: "id" }, "dynamodb/table-hash-and-range-key-differ", "Both the Hash Key and the Range Key element in the KeySchema have the same name"],
    [
      "a local index and no range key",
      { ...withCustomer, localSecondaryIndexes: [{ name: "l", rangeKey: "customer", projectionType: "ALL" }] },
      "dynamodb/table-local-index-needs-range-key",
      "One or more parameter values were invalid: Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex",
    ],
    [
      "two indexes of one name",
      { ...withCustomer, globalSecondaryIndexes: [index({ readCapacity: 1, writeCapacity: 1 }), index({ readCapacity: 1, writeCapacity: 1 })] },
      "dynamodb/table-index-names-and-number",
      "One or more parameter values were invalid: Duplicate index name: by-customer",
    ],
    [
      "21 global indexes",
      { ...withCustomer, globalSecondaryIndexes: Array.from({ length: 21 }, (_, number) => index({ name: `i${number}`, readCapacity: 1, writeCapacity: 1 })) },
      "dynamodb/table-index-names-and-number",
      "One or more parameter values were invalid: GlobalSecondaryIndex count exceeds the per-table limit of 20",
    ],
    [
      "provisioned capacity on demand",
      { billingMode: "PAY_PER_REQUEST" },
      "dynamodb/table-on-demand-has-no-capacity",
      "One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST",
    ],
    [
      "no write capacity",
      { writeCapacity: null },
      "dynamodb/table-provisioned-has-capacity",
      "One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED",
    ],
    [
      "an index without capacity",
      { ...withCustomer, globalSecondaryIndexes: [index()] },
      "dynamodb/table-provisioned-index-has-capacity",
      "One or more parameter values were invalid: ProvisionedThroughput must be specified for index: by-customer",
    ],
    ["a stream without a view", { streamEnabled: true }, "dynamodb/table-stream-needs-view-type", "One or more parameter values were invalid: StreamViewType must be specified when StreamEnabled is true"],
    [
      "an attribute of an unknown type",
      { attributes: [{ name: "id", type: "String" }] },
      "dynamodb/table-attribute-type",
      "1 validation error detected: Value 'String' at 'attributeDefinitions.1.member.attributeType' failed to satisfy constraint: Member must satisfy enum value set: [B, N, S]",
    ],
    [
      "an unknown billing mode",
      { billingMode: "ON_DEMAND" },
      "dynamodb/table-billing-mode",
      "1 validation error detected: Value 'ON_DEMAND' at 'billingMode' failed to satisfy constraint: Member must satisfy enum value set: [PROVISIONED, PAY_PER_REQUEST]",
    ],
    [
      "an unknown class",
      { tableClass: "COLD" },
      "dynamodb/table-class",
      "1 validation error detected: Value 'COLD' at 'tableClass' failed to satisfy constraint: Member must satisfy enum value set: [STANDARD, STANDARD_INFREQUENT_ACCESS]",
    ],
    [
      "backups of 36 days",
      { pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 36 } },
      "dynamodb/table-recovery-period",
      "1 validation error detected: Value '36' at 'pointInTimeRecoverySpecification.recoveryPeriodInDays' failed to satisfy constraint: Member must have value less than or equal to 35",
    ],
  ])("is refused with %s", (_case, change, rule, message) => {
    expect(refusalOf(() => new SimulatedAccount().preview(TABLE, "orders", { ...provisioned, ...change }))).toMatchObject({ rule, code: "ValidationException", message });
  });

  it("takes indexes whose keys are defined, with capacity of their own", () => {
    const inputs = {
      ...provisioned,
      ...withCustomer,
      rangeKey: "customer",
      globalSecondaryIndexes: [index({ readCapacity: 1, writeCapacity: 1 })],
      localSecondaryIndexes: [{ name: "l", rangeKey: "customer", projectionType: "KEYS_ONLY" }],
    };
    expect(new SimulatedAccount().create(TABLE, "orders", inputs).id).toBe("orders");
    expect(new SimulatedAccount().create(TABLE, "orders", { ...onDemand, ...withCustomer, globalSecondaryIndexes: [index()] }).id).toBe("orders");
  });

  it("is encrypted by a key that exists in its region", () => {
    const account = new SimulatedAccount();
    const gone = "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    expect(refusalOf(() => account.create(TABLE, "orders", { ...onDemand, serverSideEncryption: { enabled: true, kmsKeyArn: gone } }))).toMatchObject({
      rule: "dynamodb/table-key-exists",
      code: "ValidationException",
    });
    const byAlias = { ...onDemand, name: "by-alias", serverSideEncryption: { enabled: true, kmsKeyArn: "arn:aws:kms:us-east-1:123456789012:alias/aws/dynamodb" } };
    expect(account.create(TABLE, "by-alias", byAlias).id).toBe("by-alias");
    const key = account.create(KEY, "data");
    const kmsKeyArn = String(key.outputs["arn"]);
    expect(account.create(TABLE, "orders", { ...onDemand, serverSideEncryption: { enabled: true, kmsKeyArn } }).id).toBe("orders");
  });

  it("is refused under a name that is taken, and is not deleted while it is protected", () => {
    const account = new SimulatedAccount();
    const table = account.create(TABLE, "orders", { ...onDemand, deletionProtectionEnabled: true });
    expect(refusalOf(() => account.create(TABLE, "again", onDemand))).toMatchObject({
      rule: "dynamodb/table-name-free",
      code: "ResourceInUseException",
      message: "Table already exists: orders",
    });
    expect(refusalOf(() => account.delete(table))).toEqual({
      rule: "dynamodb/table-deletion-protection",
      code: "ValidationException",
      message: "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.",
      remedy: "Set deletionProtectionEnabled to false and deploy, then delete the table.",
    });
    account.delete(account.update(table, onDemand));
    expect(account.read(table)).toBeUndefined();
  });
});
