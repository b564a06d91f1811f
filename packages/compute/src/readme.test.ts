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

/** What the compiler says of programs that stand in this package's folder, by their titles. */
function compilerMessages(programs: Readonly<Record<string, string>>): Record<string, string[]> {
  const base = ts.readConfigFile(resolve(folder, "../../tsconfig.base.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(base.config, ts.sys, folder);
  const only = { ...options, noEmit: true, composite: false, declaration: false, declarationMap: false, noUnusedLocals: false };
  const codeOf = new Map(Object.entries(programs).map(([title, code]) => [resolve(folder, `${title}.ts`), code]));
  const host = ts.createCompilerHost(only);
  const onDisk = { fileExists: host.fileExists, readFile: host.readFile };
  host.fileExists = (path) => codeOf.has(path) || onDisk.fileExists(path);
  host.readFile = (path) => codeOf.get(path) ?? onDisk.readFile(path);
  const program = ts.createProgram([...codeOf.keys()], only, host);
  return Object.fromEntries(
    Object.keys(programs).map((title) => {
      const source = program.getSourceFile(resolve(folder, `${title}.ts`));
      const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      return [title, diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"))];
    }),
  );
}

const deployed: Readonly<Record<string, { types: Record<string, number>; outputs: Record<string, unknown> }>> = {
  "Smallest example": {
    types: {
      "aws:ec2/securityGroup:SecurityGroup": 1,
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": 1,
      "aws:lb/loadBalancer:LoadBalancer": 1,
      "aws:lb/targetGroup:TargetGroup": 2,
      "aws:lb/listener:Listener": 1,
    },
    outputs: { url: expect.stringMatching(/^shop-dev-web-\w{8}-\d+\.us-east-1\.elb\.amazonaws\.com$/) },
  },
  "Realistic example": {
    types: {
      "aws:ec2/securityGroup:SecurityGroup": 2,
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": 2,
      "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": 2,
      "aws:lb/loadBalancer:LoadBalancer": 1,
      "aws:lb/targetGroup:TargetGroup": 2,
      "aws:lb/listener:Listener": 1,
      "aws:lb/listenerRule:ListenerRule": 1,
      "aws:iam/role:Role": 1,
      "aws:iam/policy:Policy": 1,
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment": 1,
      "aws:iam/instanceProfile:InstanceProfile": 1,
      "aws:ec2/launchTemplate:LaunchTemplate": 1,
      "aws:autoscaling/group:Group": 2,
      "aws:autoscaling/policy:Policy": 1,
    },
    outputs: {
      url: expect.stringMatching(/^shop-dev-web-\w{8}-\d+\.us-east-1\.elb\.amazonaws\.com$/),
      groups: ["shop-dev-primary", "shop-dev-secondary"],
    },
  },
};

/** Names of what an arguments interface holds, its own and what it extends. */
function argumentsOf(component: string): string[] {
  const read = (file: string, name: string): string[] => {
    const path = resolve(__dirname, file);
    const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2022);
    const declaration = source.statements.find(
      (statement): statement is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(statement) && statement.name.text === name,
    );
    return (declaration?.members ?? []).map((member) => member.name?.getText(source) ?? "");
  };
  const file = component.replace(/(?!^)[A-Z]/g, "-$&").toLowerCase();
  const inherited = component === "Fleet" ? read("warm-up.ts", "WarmUpArgs") : [];
  return [...read(`${file}.ts`, `${component}Args`), ...inherited].filter((name) => name !== "naming" && name !== "tags");
}

function argumentTable(component: string): string[] {
  const section = readme.split(`### \`${component}\`\n`)[1]?.split(/^##/m)[0] ?? "";
  const firstCells = [...section.matchAll(/^\| (`.*?) \|/gm)].map(([, cell]) => cell);
  return firstCells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name));
}

// The compiler reads the types of every module that the examples import.
jest.setTimeout(60_000);

describe("README.md", () => {
  it("has the examples that are tested here", () => {
    expect(examples.map(([title]) => title)).toEqual(Object.keys(deployed));
  });

  it("has examples that compile, by a compiler that would see what does not", () => {
    const wrong = 'import { Fleet } from "@org/infra-compute";\nnew Fleet("web", { minSize: "2" });';
    expect(compilerMessages({ ...Object.fromEntries(examples), wrong })).toEqual({
      "Smallest example": [],
      "Realistic example": [],
      wrong: ["Type 'string' is not assignable to type 'number'."],
    });
  });

  it.each(examples)("%s deploys exactly what the README says that it creates", async (title, code) => {
    const { resources, outputs } = await deploy({
      project: "shop",
      config: { "shop:originSecret": "0123456789abcdef0123456789abcdef" },
      secretKeys: ["shop:originSecret"],
      providers: [new SimulatedAws()],
      program: () => run(code) as Record<string, unknown>,
    });
    const types: Record<string, number> = {};
    for (const { type } of resources.filter(({ urn, type }) => urn.includes("org:compute:") && type.startsWith("aws:"))) {
      types[type] = (types[type] ?? 0) + 1;
    }
    expect(types).toEqual(deployed[title].types);
    expect(outputs).toEqual(deployed[title].outputs);
  });

  it.each(["ApplicationLoadBalancer", "InstanceRole", "InstanceTemplate", "Fleet"])(
    "tells every argument of %s and no others",
    (component) => {
      expect(argumentTable(component).sort()).toEqual(argumentsOf(component).sort());
    },
  );
});
