import * as ts from "typescript";

/** A type as the sources write it, with what its type parameters stand for there. */
export interface WrittenType {
  readonly node: ts.TypeNode | ts.InterfaceDeclaration;
  readonly parameters: Parameters;
}

type Parameters = ReadonlyMap<ts.Symbol, WrittenType>;

/** A property of an object type. */
export interface Member {
  readonly name: string;
  readonly optional: boolean;
  readonly type: WrittenType;
  readonly declaration: ts.PropertySignature;
}

/**
 * Follows types from name to declaration, by their nodes: unlike the compiler's own types, nodes keep the order and the
 * names that the author chose.
 */
export class WrittenTypes {
  readonly #checker: ts.TypeChecker;

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  /** What a module exports, by name. */
  exportsOf(source: ts.SourceFile): Map<string, ts.Declaration> {
    const module = this.#checker.getSymbolAtLocation(source);
    const symbols = module === undefined ? [] : this.#checker.getExportsOfModule(module);
    const declarations = symbols.flatMap((symbol): [string, ts.Declaration][] => {
      const declaration = this.#original(symbol)?.declarations?.[0];
      return declaration === undefined ? [] : [[symbol.name, declaration]];
    });
    return new Map(declarations);
  }

  /** The type that an interface or an alias declares; its parameters are what they are by default. */
  declared(declaration: ts.Declaration): WrittenType {
    if (ts.isInterfaceDeclaration(declaration)) return { node: declaration, parameters: this.#parameters(declaration, [], new Map()) };
    if (ts.isTypeAliasDeclaration(declaration)) return { node: declaration.type, parameters: this.#parameters(declaration, [], new Map()) };
    throw new Error(`expected an interface or a type, got ${declaration.getText()}`);
  }

  /** What a type is short for: that of a name, of parentheses, of `readonly`. Undefined when it stands for itself. */
  behind({ node, parameters }: WrittenType): WrittenType | undefined {
    if (ts.isParenthesizedTypeNode(node)) return { node: node.type, parameters };
    if (ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.ReadonlyKeyword) return { node: node.type, parameters };
    if (!ts.isTypeReferenceNode(node)) return undefined;
    const [first] = node.typeArguments ?? [];
    if (node.typeName.getText() === "Readonly") return { node: first, parameters };
    const declaration = this.declarationOf({ node });
    const parameter = declaration && parameters.get(this.#symbolOf(declaration));
    if (declaration === undefined || parameter !== undefined) return parameter;
    const inner = this.#parameters(declaration, node.typeArguments ?? [], parameters);
    if (ts.isInterfaceDeclaration(declaration)) return { node: declaration, parameters: inner };
    return ts.isTypeAliasDeclaration(declaration) ? { node: declaration.type, parameters: inner } : undefined;
  }

  /** Where the name of a type is declared, if that is in the package itself. */
  declarationOf({ node }: Pick<WrittenType, "node">): ts.Declaration | undefined {
    return ts.isTypeReferenceNode(node) ? this.#declarationOf(node.typeName) : undefined;
  }

  /** The types of which a value has one; each as the parts of an intersection, mostly one. */
  alternatives(type: WrittenType): WrittenType[][] {
    const { node, parameters } = type;
    if (ts.isUnionTypeNode(node)) return node.types.flatMap((one) => this.alternatives({ node: one, parameters }));
    if (ts.isIntersectionTypeNode(node)) {
      const parts = node.types.map((part) => this.alternatives({ node: part, parameters }));
      return parts.reduce((all, part) => all.flatMap((left) => part.map((right) => [...left, ...right])), [[]]);
    }
    const behind = this.behind(type);
    return behind === undefined ? [[type]] : this.alternatives(behind);
  }

  /** Those alternatives that are objects of the package itself. */
  objects(type: WrittenType): WrittenType[][] {
    return this.alternatives(type).filter((parts) => parts.every(({ node }) => isObject(node)));
  }

  /** What a list, a record or an `Input` holds, and how a path to it goes on. */
  held(type: WrittenType, path = ""): { readonly path: string; readonly type: WrittenType } {
    const { node, parameters } = type;
    const behind = this.behind(type);
    if (behind !== undefined) return this.held(behind, path);
    if (ts.isArrayTypeNode(node)) return this.held({ node: node.elementType, parameters }, `${path}[*]`);
    if (!ts.isTypeReferenceNode(node)) return { path, type };
    const [first, second] = node.typeArguments ?? [];
    const name = nameOf(node);
    if (name === "Record") return this.held({ node: second, parameters }, `${path}[*]`);
    return name === "Input" || name === "Partial" ? this.held({ node: first, parameters }, path) : { path, type };
  }

  /** The properties of an object, inherited ones included; those that must not be given are none. */
  members(parts: readonly WrittenType[]): Member[] {
    const members = parts.flatMap((part) => {
      const { node, parameters } = this.#picked(part);
      return this.#checker.getPropertiesOfType(this.#checker.getTypeAtLocation(node)).flatMap((symbol): Member[] => {
        const declaration = symbol.declarations?.find(ts.isPropertySignature);
        if (declaration?.type === undefined || isNothing(declaration.type)) return [];
        const optional = declaration.questionToken !== undefined;
        return [{ name: symbol.name, optional, type: { node: declaration.type, parameters }, declaration }];
      });
    });
    return members.filter(({ name }, index) => members.findIndex((member) => member.name === name) === index);
  }

  /** The names that `keyof typeof x` stands for. */
  keys({ type }: ts.TypeOperatorNode): string[] {
    return this.#checker.getPropertiesOfType(this.#checker.getTypeAtLocation(type)).map(({ name }) => `"${name}"`);
  }

  /** Of `Pick` and `Omit` the compiler knows the members, and their first argument what the parameters are. */
  #picked(part: WrittenType): WrittenType {
    const { node, parameters } = part;
    const base = ts.isTypeReferenceNode(node) ? this.behind({ node: node.typeArguments?.[0] ?? node, parameters }) : undefined;
    return { node, parameters: base?.parameters ?? parameters };
  }

  #parameters(declaration: ts.Declaration, given: readonly ts.TypeNode[], outer: Parameters): Parameters {
    if (!ts.isInterfaceDeclaration(declaration) && !ts.isTypeAliasDeclaration(declaration)) return outer;
    const own = (declaration.typeParameters ?? []).flatMap((parameter, index): [ts.Symbol, WrittenType][] => {
      const node = given[index] ?? parameter.default ?? parameter.constraint;
      return node === undefined ? [] : [[this.#symbolOf(parameter), { node, parameters: outer }]];
    });
    const clauses = ts.isInterfaceDeclaration(declaration) ? (declaration.heritageClauses ?? []).flatMap(({ types }) => types) : [];
    const inherited = clauses.flatMap(({ expression, typeArguments = [] }) => {
      const base = this.#declarationOf(expression);
      return base === undefined ? [] : [...this.#parameters(base, typeArguments, new Map(own))];
    });
    return new Map([...own, ...inherited]);
  }

  #declarationOf(name: ts.Node): ts.Declaration | undefined {
    const declaration = this.#original(this.#checker.getSymbolAtLocation(name))?.declarations?.[0];
    return declaration?.getSourceFile().isDeclarationFile === true ? undefined : declaration;
  }

  #symbolOf(declaration: ts.Declaration): ts.Symbol {
    const symbol = this.#checker.getSymbolAtLocation(ts.getNameOfDeclaration(declaration) ?? declaration);
    if (symbol === undefined) throw new Error(`expected a name, got ${declaration.getText()}`);
    return symbol;
  }

  #original(symbol: ts.Symbol | undefined): ts.Symbol | undefined {
    const imported = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0;
    return imported ? this.#checker.getAliasedSymbol(symbol) : symbol;
  }
}

/** The name of a type without that of its module: `Input` of `pulumi.Input<string>`. */
export function nameOf({ typeName }: ts.TypeReferenceNode): string {
  return ts.isQualifiedName(typeName) ? typeName.right.text : typeName.text;
}

/** Whether a type keeps only some members of another. */
export function isSelection(node: ts.Node): node is ts.TypeReferenceNode {
  return ts.isTypeReferenceNode(node) && ["Pick", "Omit"].includes(nameOf(node));
}

function isObject(node: ts.Node): boolean {
  return ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node) || isSelection(node);
}

function isNothing({ kind }: ts.TypeNode): boolean {
  return kind === ts.SyntaxKind.UndefinedKeyword || kind === ts.SyntaxKind.NeverKeyword;
}
