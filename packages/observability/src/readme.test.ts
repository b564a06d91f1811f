import { SimulatedAws } from "@org/aws-simulator";
import { deploy } from "@org/offline-engine";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as ts from "typescript";
import { alarmCatalogue } from "./alarm-catalogue";

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
    types: { "aws:cloudwatch/logGroup:LogGroup": 1 },
    outputs: { logGroupName: "/shop-dev-app" },
  },
  "Realistic example": {
    types: {
      "aws:cloudwatch/logGroup:LogGroup": 1,
      "aws:cloudwatch/eventRule:EventRule": 2,
      "aws:cloudwatch/eventTarget:EventTarget": 2,
      "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": 1,
      "aws:sqs/queue:Queue": 2,
      "aws:sqs/queuePolicy:QueuePolicy": 2,
      "aws:sns/topic:Topic": 1,
      "aws:sns/topicPolicy:TopicPolicy": 1,
      "aws:sns/topicSubscription:TopicSubscription": 1,
      "aws:cloudwatch/metricAlarm:MetricAlarm": 17,
      "aws:cloudwatch/compositeAlarm:CompositeAlarm": 1,
      "aws:cloudwatch/dashboard:Dashboard": 1,
    },
    outputs: {
      logGroupName: "/aws/events/shop-dev-objects",
      topicArn: "arn:aws:sns:us-east-1:123456789012:shop-dev-alarms",
      dashboardName: "shop-dev-alarms-us-east-1",
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
    const wrong = 'import { EncryptedLogGroup } from "@org/infra-observability";\nnew EncryptedLogGroup("app", {});';
    const [refused, ...messages] = compilerMessages([wrong, ...examples.map(([, code]) => code)]);
    expect(messages).toEqual(examples.map(() => []));
    // The compiler does look at them.
    expect(refused).toEqual([expect.stringContaining("Property 'kmsKeyArn' is missing in type '{}'")]);
  });

  it.each(examples)("%s deploys exactly what the README says", async (title, code) => {
    const { resources, outputs } = await deploy({
      project: "shop",
      config: { "aws:region": "us-east-1" },
      providers: [new SimulatedAws()],
      program: () => run(code),
    });
    const types: Record<string, number> = {};
    for (const { type } of resources.filter(({ urn }) => /org:observability:\w+\$/.test(urn))) types[type] = (types[type] ?? 0) + 1;
    expect(types).toEqual(deployed[title].types);
    expect(outputs).toEqual(deployed[title].outputs);
  });

  it("lists every alarm of the catalogue", () => {
    const section = readme.split("### `Alarms`\n")[1]?.split(/^##/m)[0] ?? "";
    const listed = [...section.matchAll(/`([a-z0-9]+(?:-[a-z0-9]+)+)`/g)].map(([, key]) => key);
    const keys = Object.values(alarmCatalogue).flatMap((rows) => rows.map(({ key }) => key));
    expect([...new Set(listed)].filter((key) => key !== "users-affected").sort()).toEqual([...new Set(keys)].sort());
  });

  it.each(["EncryptedLogGroup", "ObjectCreatedEvents", "Alarms"])("lists every argument of %s", (component) => {
    expect(argumentTable(component).sort()).toEqual(argumentsOf(component).sort());
  });
});
