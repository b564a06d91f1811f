import { compilerComplaints, declaredArguments, readmeExamples, resourceCounts, tabledArguments } from "@org/readme-examples";
import { resolve } from "node:path";

const readme = resolve(__dirname, "../README.md");
const examples = readmeExamples(readme);
const codes = examples.map(({ code }) => code);

const deployed: Readonly<Record<string, { types: Record<string, number>; outputs: Record<string, unknown> }>> = {
  "Smallest example": {
    types: { "aws:kms/key:Key": 1, "aws:kms/alias:Alias": 1, "aws:dynamodb/table:Table": 1 },
    outputs: { tableName: "shop-dev-orders" },
  },
  "Realistic example": {
    types: {
      "aws:kms/key:Key": 1,
      "aws:kms/replicaKey:ReplicaKey": 1,
      "aws:kms/alias:Alias": 2,
      "aws:dynamodb/table:Table": 1,
      "aws:appautoscaling/target:Target": 4,
      "aws:appautoscaling/policy:Policy": 4,
      "aws:secretsmanager/secret:Secret": 1,
      "aws:secretsmanager/secretPolicy:SecretPolicy": 1,
      "aws:secretsmanager/secretVersion:SecretVersion": 1,
      "aws:s3/bucket:Bucket": 3,
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": 3,
      "aws:s3/bucketOwnershipControls:BucketOwnershipControls": 3,
      "aws:s3/bucketAcl:BucketAcl": 1,
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": 3,
      "aws:s3/bucketPolicy:BucketPolicy": 3,
      "aws:s3/bucketVersioning:BucketVersioning": 3,
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": 3,
      "aws:s3/bucketNotification:BucketNotification": 3,
      "aws:s3/bucketLogging:BucketLogging": 2,
    },
    outputs: {
      tableName: "shop-dev-orders",
      edgeKeyArn: expect.stringMatching(/^arn:aws:kms:us-east-1:123456789012:key\/mrk-/),
      logBuckets: ["shop-dev-logs", "shop-dev-cloudfront-logs"],
      grants: ["ReadOrders", "DecryptOrders", "ReadApp", "DecryptApp"],
    },
  },
};

/** Names of the component's arguments; the README tells `naming` and `tags` once for all. */
function argumentsOf(component: string): string[] {
  const file = resolve(__dirname, `${component.replace(/(?!^)[A-Z]/g, "-$&").toLowerCase()}.ts`);
  // A log bucket's writers are a type of their own, which lets one or several be named.
  const [declaration, others] = component === "LogBucket" ? ["LogBucketSettingsArgs", ["writer", "writers"]] : [`${component}Args`, []];
  const names = [...declaredArguments(file, declaration).map(({ name }) => name), ...others];
  return names.filter((name) => name !== "naming" && name !== "tags");
}

describe("README.md", () => {
  it("has the examples that are tested here", () => {
    expect(examples.map(({ title }) => title)).toEqual(Object.keys(deployed));
  });

  it("has examples that compile, by a compiler that finds mistakes", () => {
    const wrong = 'import { Table } from "@org/infra-data";\nnew Table("orders", {});\n';
    expect(compilerComplaints(readme, [...codes, wrong])).toEqual([
      expect.stringContaining("missing the following properties from type 'TableArgs': hashKey, capacity, kmsKeyArn"),
    ]);
  }, 120_000);

  it.each(examples.map((example) => [example.title, example] as const))("%s deploys exactly what the README says that it creates", async (title, example) => {
    const run = await example.deployed();
    expect(resourceCounts(run)).toEqual(deployed[title].types);
    expect(run.outputs).toEqual(deployed[title].outputs);
  });

  it.each(["EncryptionKey", "ReplicaKey", "Table", "GeneratedSecret", "Secret", "LogBucket"])("tells every argument of %s and no others", (component) => {
    expect(tabledArguments(readme, component).sort()).toEqual(argumentsOf(component).sort());
  });
});
