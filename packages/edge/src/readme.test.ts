import { SimulatedAws } from "@org/aws-simulator";
import { deploy } from "@org/offline-engine";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { ModuleKind, transpile } from "typescript";

const readme = readFileSync(resolve(__dirname, "../README.md"), "utf8");
const examples = [...readme.matchAll(/^## (\w+ example)\n+```ts\n(.*?)^```/gms)].map(([, title, code]) => [title, code]);

/** Runs an example as the index.ts of a program, and returns what it exports. */
function run(code: string): unknown {
  const module = { exports: {} };
  new Function("require", "exports", transpile(code, { module: ModuleKind.CommonJS }))(require, module.exports);
  return module.exports;
}

const deployed: Readonly<Record<string, { types: Record<string, number>; outputs: Record<string, unknown> }>> = {
  "Smallest example": {
    types: {
      "aws:wafv2/webAcl:WebAcl": 1,
      "aws:cloudwatch/logGroup:LogGroup": 1,
      "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": 1,
    },
    outputs: {
      webAclArn: expect.stringMatching(/^arn:aws:wafv2:us-east-1:123456789012:global\/webacl\/shop-dev-edge\//),
    },
  },
  "Realistic example": {
    types: {
      "aws:kms/key:Key": 1,
      "aws:kms/alias:Alias": 1,
      "aws:s3/bucket:Bucket": 1,
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": 1,
      "aws:s3/bucketOwnershipControls:BucketOwnershipControls": 1,
      "aws:s3/bucketAcl:BucketAcl": 1,
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": 1,
      "aws:s3/bucketPolicy:BucketPolicy": 1,
      "aws:s3/bucketVersioning:BucketVersioning": 1,
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": 1,
      "aws:s3/bucketNotification:BucketNotification": 1,
      "aws:wafv2/webAcl:WebAcl": 1,
      "aws:cloudwatch/logGroup:LogGroup": 1,
      "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": 1,
      "aws:acm/certificate:Certificate": 1,
      "aws:acm/certificateValidation:CertificateValidation": 1,
      "aws:cloudfront/distribution:Distribution": 1,
    },
    outputs: { domainName: expect.stringMatching(/^[a-z0-9]+\.cloudfront\.net$/) },
  },
};

describe("README.md", () => {
  it("has the examples that are tested here", () => {
    expect(examples.map(([title]) => title)).toEqual(Object.keys(deployed));
  });

  it.each(examples)("%s deploys exactly what the README says", async (title, code) => {
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
