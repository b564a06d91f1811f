import { SimulatedAws } from "@org/aws-simulator";
import { deploy } from "@org/offline-engine";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  createCompilerHost,
  createProgram,
  createSourceFile,
  flattenDiagnosticMessageText,
  getPreEmitDiagnostics,
  ModuleKind,
  ModuleResolutionKind,
  ScriptTarget,
  transpile,
} from "typescript";

const readme = readFileSync(resolve(__dirname, "../README.md"), "utf8");
const examples = [...readme.matchAll(/^## (\w+ example)\n+```ts\n(.*?)^```/gms)].map(([, title, code]) => [title, code]);

/** Runs an example as the index.ts of a program, and returns what it exports. */
function run(code: string): unknown {
  const module = { exports: {} };
  new Function("require", "exports", transpile(code, { module: ModuleKind.CommonJS }))(require, module.exports);
  return module.exports;
}

/** What the compiler says about an example as a file of its own beside the sources. */
function complaints(code: string): string[] {
  const file = resolve(__dirname, "readme-example.ts");
  const options = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: ScriptTarget.ES2022,
    module: ModuleKind.NodeNext,
    moduleResolution: ModuleResolutionKind.NodeNext,
    customConditions: ["@org/source"],
  };
  const host = createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => name === file || fileExists(name);
  host.readFile = (name) => (name === file ? code : readFile(name));
  host.getSourceFile = (name, ...rest) =>
    name === file ? createSourceFile(name, code, ScriptTarget.ES2022) : getSourceFile(name, ...rest);
  return getPreEmitDiagnostics(createProgram([file], options, host))
    .filter(({ file: place }) => place?.fileName === file)
    .map(({ messageText }) => flattenDiagnosticMessageText(messageText, "\n"));
}

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

describe("README.md", () => {
  it("has the examples that are tested here", () => {
    expect(examples.map(([title]) => title)).toEqual(Object.keys(deployed));
  });

  it("has examples that compile, by a compiler that finds mistakes", () => {
    const mistaken = 'import { Table } from "@org/infra-data";\nnew Table("orders", {});\n';
    const all = [...examples.map(([, code]) => code), mistaken].map(complaints);
    expect(all.slice(0, -1)).toEqual(examples.map(() => []));
    expect(all.at(-1)?.[0]).toContain("missing the following properties from type 'TableArgs': hashKey, capacity, kmsKeyArn");
  }, 120_000);

  it.each(examples)("%s deploys exactly what the README says that it creates", async (title, code) => {
    const { resources, outputs } = await deploy({
      project: "shop",
      providers: [new SimulatedAws()],
      program: () => run(code),
    });
    const types: Record<string, number> = {};
    for (const { type } of resources.filter(({ type }) => type.startsWith("aws:"))) types[type] = (types[type] ?? 0) + 1;
    expect(types).toEqual(deployed[title].types);
    expect(outputs).toEqual(deployed[title].outputs);
  });
});
