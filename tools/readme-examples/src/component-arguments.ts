import { resolve } from "node:path";
import * as ts from "typescript";
import { type WrittenType, WrittenTypes } from "./written-type";

/** What the components of a package take. */
export interface ComponentArguments {
  readonly types: WrittenTypes;
  /** By name, `NetworkArgs`, of every class that the package exports with arguments so named. */
  readonly byName: ReadonlyMap<string, WrittenType>;
}

const options: ts.CompilerOptions = {
  lib: ["lib.es5.d.ts"],
  types: [],
  noEmit: true,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

/** Reads the sources of the package in a folder, from its index. Tables show types by name, so no other package is read. */
export function componentArguments(folder: string): ComponentArguments {
  const index = resolve(folder, "src/index.ts");
  const host = ts.createCompilerHost(options);
  host.resolveModuleNameLiterals = (literals, file) =>
    literals.map(({ text }) => (text.startsWith(".") ? ts.resolveModuleName(text, file, options, host) : { resolvedModule: undefined }));
  const program = ts.createProgram([index], options, host);
  const source = program.getSourceFile(index);
  if (source === undefined) throw new Error(`${index} does not exist`);
  const types = new WrittenTypes(program.getTypeChecker());
  const exported = types.exportsOf(source);
  const components = [...exported].filter(([, declaration]) => ts.isClassDeclaration(declaration)).map(([name]) => name);
  const named = components.flatMap((component): [string, WrittenType][] => {
    const declaration = exported.get(`${component}Args`);
    return declaration === undefined ? [] : [[`${component}Args`, types.declared(declaration)]];
  });
  return { types, byName: new Map(named) };
}
