import { SimulatedAws } from "@org/aws-simulator";
import { deploy } from "@org/offline-engine";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as ts from "typescript";

const folder = resolve(__dirname, "..");
const readme = readFileSync(resolve(folder, "README.md"), "utf8");
const examples = readme.split(/^## /m).flatMap((section) => {
  const title = section.slice(0, section.indexOf("\n"));
  const [, code] = /^```ts\n([^]*?)^```/m.exec(section) ?? [];
  return code === undefined ? [] : [[title, code]];
});

/** Runs an example as the index.ts of a program, and returns what it exports. */
function run(code: string): unknown {
  const module = { exports: {} };
  new Function("require", "exports", ts.transpile(code, { module: ts.ModuleKind.CommonJS }))(require, module.exports);
  return module.exports;
}

/** What the compiler says of programs that stand in this package's folder: by their index, the messages. */
function compilerMessages(codes: readonly string[]): string[][] {
  const base = ts.readConfigFile(resolve(folder, "../../tsconfig.base.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(base.config, ts.sys, folder);
  const only = { ...options, noEmit: true, composite: false, declaration: false, declarationMap: false, noUnusedLocals: false };
  const files = new Map(codes.map((code, index) => [resolve(folder, `example-${index}.ts`), code]));
  const host = ts.createCompilerHost(only);
  const onDisk = { fileExists: host.fileExists, readFile: host.readFile };
  host.fileExists = (path) => files.has(path) || onDisk.fileExists(path);
  host.readFile = (path) => files.get(path) ?? onDisk.readFile(path);
  // One program for all: most of the time goes into the types of the AWS provider.
  const program = ts.createProgram([...files.keys()], only, host);
  return [...files.keys()].map((file) => {
    const source = program.getSourceFile(file);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(({ messageText }) =>
      ts.flattenDiagnosticMessageText(messageText, "\n"),
    );
  });
}

/** Of this package's components; the other packages of the examples have tests of their own. */
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
      "aws:acm/certificate:Certificate": 1,
      "aws:acm/certificateValidation:CertificateValidation": 1,
      "aws:route53/record:Record": 3,
      "aws:secretsmanager/secret:Secret": 1,
      "aws:secretsmanager/secretVersion:SecretVersion": 1,
      "aws:wafv2/ipSet:IpSet": 2,
      "aws:wafv2/webAcl:WebAcl": 1,
      "aws:cloudwatch/logGroup:LogGroup": 1,
      "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": 1,
      "aws:cloudfront/distribution:Distribution": 1,
      "aws:cloudfront/monitoringSubscription:MonitoringSubscription": 1,
      "aws:cloudwatch/logDeliverySource:LogDeliverySource": 1,
      "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": 1,
      "aws:cloudwatch/logDelivery:LogDelivery": 1,
    },
    outputs: {
      url: expect.stringMatching(/^[a-z0-9]+\.cloudfront\.net$/),
      bypassProtection: "origin-verify-header",
    },
  },
};

/** Names of what an arguments interface holds. */
function argumentsOf(component: string): string[] {
  const path = resolve(__dirname, `${component.replace(/(?!^)[A-Z]/g, "-$&").toLowerCase()}.ts`);
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2022);
  const declaration = source.statements.find(
    (statement): statement is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(statement) && statement.name.text === `${component}Args`,
  );
  const names = (declaration?.members ?? []).map((member) => member.name?.getText(source) ?? "");
  return names.filter((name) => name !== "naming" && name !== "tags");
}

function argumentTable(component: string): string[] {
  const section = readme.split(`### \`${component}\`\n`)[1]?.split(/^##/m)[0] ?? "";
  return [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
}

describe("README.md", () => {
  it("has the examples that are tested here", () => {
    expect(examples.map(([title]) => title)).toEqual(Object.keys(deployed));
  });

  it("has examples that compile", () => {
    const wrong = 'import { WebAcl } from "@org/infra-edge";\nnew WebAcl("edge", { mode: "off" });';
    const [refused, ...messages] = compilerMessages([wrong, ...examples.map(([, code]) => code)]);
    expect(messages).toEqual(examples.map(() => []));
    // The compiler does look at them.
    expect(refused).toEqual(['Type \'"off"\' is not assignable to type \'"enforce" | "observe" | undefined\'.']);
  });

  it.each(examples)("%s deploys exactly what the README says", async (title, code) => {
    const { resources, outputs } = await deploy({
      project: "shop",
      config: { "aws:region": "eu-west-1" },
      providers: [new SimulatedAws()],
      program: () => run(code),
    });
    const types: Record<string, number> = {};
    for (const { type } of resources.filter(({ urn }) => /org:edge:\w+\$/.test(urn))) types[type] = (types[type] ?? 0) + 1;
    expect(types).toEqual(deployed[title].types);
    expect(outputs).toEqual(deployed[title].outputs);
  });

  it.each(["WebAcl", "Distribution", "OriginVerification", "EdgeCertificate"])("lists every argument of %s", (component) => {
    expect(argumentTable(component).sort()).toEqual(argumentsOf(component).sort());
  });
});
