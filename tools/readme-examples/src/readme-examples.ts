import { SimulatedAws } from "@org/aws-simulator";
import { deploy, type DeployOptions, type DeployRun } from "@org/offline-engine";
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import * as ts from "typescript";

/** A block of TypeScript in a README. */
export interface ReadmeExample {
  /** The heading that it stands under. */
  readonly title: string;
  readonly code: string;
  /** Runs it as the index.ts of a program of the project `shop`; what it exports are the stack's outputs. */
  deployed(options?: Partial<Omit<DeployOptions, "program">>): Promise<DeployRun>;
}

/**
 * Every block marked `ts` in a README, in order.
 * @throws Error when there is none
 */
export function readmeExamples(readme: string): ReadmeExample[] {
  const examples: ReadmeExample[] = [];
  let title = "";
  for (const [, heading, code] of readFileSync(readme, "utf8").matchAll(/^#+ (.*?)$|^```ts\n([^]*?)^```/gm)) {
    if (code === undefined) title = heading;
    else examples.push({ title, code, deployed: (options) => deployed(code, options) });
  }
  if (examples.length === 0) throw new Error(`${readme} has no example: expected a block that starts with \`\`\`ts`);
  return examples;
}

/** What the compiler says of examples, each as a file beside the README; empty when they compile. */
export function compilerComplaints(readme: string, codes: readonly string[]): string[] {
  const folder = dirname(readme);
  const files = new Map(codes.map((code, index) => [resolve(folder, `readme-example-${index}.ts`), code]));
  const base = ts.findConfigFile(folder, ts.sys.fileExists, "tsconfig.base.json") ?? "tsconfig.base.json";
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(base, ts.sys.readFile).config, ts.sys, folder);
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path) ?? readFile(path);
  // An example may make a resource and name it for nobody but its reader.
  const forReaders = { noEmit: true, composite: false, declaration: false, declarationMap: false, noUnusedLocals: false };
  const program = ts.createProgram([...files.keys()], { ...options, ...forReaders }, host);
  return [...files.keys()]
    .flatMap((path) => ts.getPreEmitDiagnostics(program, program.getSourceFile(path)))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

function deployed(code: string, options: Partial<Omit<DeployOptions, "program">> = {}): Promise<DeployRun> {
  return deploy({ project: "shop", providers: [new SimulatedAws()], ...options, program: () => run(code) });
}

/** In this module's own realm, so that the example meets the same Pulumi as the engine. */
function run(code: string): unknown {
  const module = { exports: {} };
  new Function("require", "exports", ts.transpile(code, { module: ts.ModuleKind.CommonJS }))(require, module.exports);
  return module.exports;
}
