import { SimulatedAws } from "@org/aws-simulator";
import { deploy } from "@org/offline-engine";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as ts from "typescript";
import { planNetwork } from "./network-plan";

const readme = readFileSync(resolve(__dirname, "../README.md"), "utf8");
const examples = [...readme.matchAll(/^## (\w+ example)\n+```ts\n(.*?)^```/gms)].map(([, title, code]) => [title, code]);

/** Runs an example as the index.ts of a program, and returns what it exports. */
function run(code: string): unknown {
  const module = { exports: {} };
  new Function("require", "exports", ts.transpile(code, { module: ts.ModuleKind.CommonJS }))(require, module.exports);
  return module.exports;
}

/** What the compiler says about the examples, each as a file beside the sources. */
function complaints(codes: readonly string[]): string[] {
  const files = new Map(codes.map((code, index) => [resolve(__dirname, `readme-example-${index}.ts`), code]));
  const config = ts.readConfigFile(resolve(__dirname, "../../../tsconfig.base.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, resolve(__dirname, ".."));
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => files.has(name) || fileExists(name);
  host.readFile = (name) => files.get(name) ?? readFile(name);
  host.getSourceFile = (name, language, ...rest) => {
    const code = files.get(name);
    return code === undefined ? getSourceFile(name, language, ...rest) : ts.createSourceFile(name, code, language);
  };
  const program = ts.createProgram([...files.keys()], { ...options, noEmit: true, composite: false, noUnusedLocals: false }, host);
  return [...files.keys()]
    .flatMap((name) => ts.getPreEmitDiagnostics(program, program.getSourceFile(name)))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

/** The table of arguments as the sources have it: name, type, default and description of each. */
function argumentsTable(): string {
  const path = resolve(__dirname, "network-args.ts");
  const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ES2022, true);
  const declared = source.statements.filter(ts.isInterfaceDeclaration).filter(({ name }) => name.text === "NetworkArgs");
  const rows = declared.flatMap(({ members }) => members.filter(ts.isPropertySignature)).map((member) => {
    const [comment] = ts.getJSDocCommentsAndTags(member).filter(ts.isJSDoc);
    const [tag] = ts.getJSDocTags(member).filter(({ tagName }) => tagName.text === "default");
    const oneLine = (text: ts.JSDoc["comment"]) => (ts.getTextOfJSDocComment(text) ?? "").replace(/\s+/g, " ").trim();
    const type = (member.type?.getText() ?? "").replace(/readonly /g, "").replace(/\s+/g, " ").replace(/Readonly<(.*)>$/, "$1");
    const shown = member.name.getText() === "transform" ? "functions by resource" : `\`${type.replace(/\|/g, "\\|")}\``;
    return `| \`${member.name.getText()}\` | ${shown} | ${oneLine(tag?.comment)} | ${oneLine(comment.comment)} |`;
  });
  return ["| argument | type | default | |", "|---|---|---|---|", ...rows].join("\n");
}

const deployed: Readonly<Record<string, { types: Record<string, number>; outputs: Record<string, unknown> }>> = {
  "Smallest example": {
    types: {
      "aws:cloudwatch/logGroup:LogGroup": 1,
      "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": 1,
      "aws:ec2/eip:Eip": 2,
      "aws:ec2/flowLog:FlowLog": 1,
      "aws:ec2/internetGateway:InternetGateway": 1,
      "aws:ec2/natGateway:NatGateway": 2,
      "aws:ec2/route:Route": 4,
      "aws:ec2/routeTable:RouteTable": 4,
      "aws:ec2/routeTableAssociation:RouteTableAssociation": 4,
      "aws:ec2/securityGroup:SecurityGroup": 1,
      "aws:ec2/subnet:Subnet": 4,
      "aws:ec2/vpc:Vpc": 1,
      "aws:ec2/vpcEndpoint:VpcEndpoint": 4,
      "aws:iam/policy:Policy": 1,
      "aws:iam/role:Role": 1,
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment": 1,
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": 1,
    },
    outputs: { vpcId: expect.stringMatching(/^vpc-\w{17}$/) },
  },
  "Realistic example": {
    types: {
      "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": 1,
      "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway": 1,
      "aws:ec2/eip:Eip": 1,
      "aws:ec2/flowLog:FlowLog": 1,
      "aws:ec2/internetGateway:InternetGateway": 1,
      "aws:ec2/natGateway:NatGateway": 1,
      "aws:ec2/route:Route": 12,
      "aws:ec2/routeTable:RouteTable": 9,
      "aws:ec2/routeTableAssociation:RouteTableAssociation": 9,
      "aws:ec2/securityGroup:SecurityGroup": 1,
      "aws:ec2/subnet:Subnet": 9,
      "aws:ec2/vpc:Vpc": 1,
      "aws:ec2/vpcEndpoint:VpcEndpoint": 3,
      "aws:s3/bucket:Bucket": 1,
      "aws:s3/bucketPolicy:BucketPolicy": 1,
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": 1,
    },
    outputs: {
      databaseBlock: "10.20.20.0/22",
      egressIps: [expect.stringMatching(/^\d+\.\d+\.\d+\.\d+$/)],
      layout: [
        { zone: "euw1-az1", tier: "public", cidrBlock: "10.20.16.0/22", usableAddresses: 1019 },
        { zone: "euw1-az1", tier: "private", cidrBlock: "10.20.0.0/20", usableAddresses: 4091 },
        { zone: "euw1-az2", tier: "public", cidrBlock: "10.20.48.0/22", usableAddresses: 1019 },
        { zone: "euw1-az2", tier: "private", cidrBlock: "10.20.32.0/20", usableAddresses: 4091 },
      ],
    },
  },
};

describe("README.md", () => {
  it("has the examples that are tested here", () => {
    expect(examples.map(([title]) => title)).toEqual(Object.keys(deployed));
  });

  it("has examples that compile", () => {
    const wrong = 'export const wrong: number = "text";';
    expect(complaints([...examples.map(([, code]) => code), wrong])).toEqual(["Type 'string' is not assignable to type 'number'."]);
  }, 120_000);

  it.each(examples)("%s deploys exactly what the README says that it creates", async (title, code) => {
    const { resources, outputs } = await deploy({
      project: "shop",
      config: { "aws:region": title === "Realistic example" ? "eu-west-1" : "us-east-1" },
      providers: [new SimulatedAws()],
      program: () => run(code),
    });
    const types: Record<string, number> = {};
    for (const { type } of resources.filter(({ type }) => type.startsWith("aws:"))) types[type] = (types[type] ?? 0) + 1;
    expect(types).toEqual(deployed[title].types);
    expect(outputs).toEqual(deployed[title].outputs);
  });

  it("has the table of arguments that the sources have", () => {
    expect(readme).toContain(argumentsTable());
  });

  it("shows the message that a wrong network gets", () => {
    const message = /```text\n(.*?)\n```/s.exec(readme)?.[1];
    expect(() => planNetwork({ region: "us-east-1", cidrBlock: "10.0.0.0/24", availabilityZones: ["us-east-1a"] })).toThrow(message);
    expect(message).toContain("Network: 2 invalid arguments");
  });
});
