import * as ts from "typescript";
import { docComment } from "./doc-comment";
import { isSelection, nameOf, type WrittenType, type WrittenTypes } from "./written-type";

/** Literals that take more room than this are told by the name of their type. */
const longestLiterals = 70;

/** A type as a table shows it: what has rows of its own by its name, everything else in full. */
export function typeText(types: WrittenTypes, type: WrittenType): string {
  const { node, parameters } = type;
  const inner = (one: ts.TypeNode) => typeText(types, { node: one, parameters });
  if (isNamed(types, type)) return nameOf(type.node as ts.TypeReferenceNode);
  const behind = types.behind(type);
  if (behind !== undefined) return typeText(types, behind);
  if (ts.isUnionTypeNode(node)) return node.types.map(inner).join(" | ");
  if (ts.isIntersectionTypeNode(node)) return node.types.filter(ts.isTypeReferenceNode).map(inner).join(" & ");
  if (ts.isArrayTypeNode(node)) return listOf(inner(node.elementType));
  if (ts.isFunctionTypeNode(node)) return `(${node.parameters.map(({ name }) => name.getText()).join(", ")}) => ${inner(node.type)}`;
  if (isSelection(node)) return inner(node.typeArguments?.[0] ?? node);
  if (ts.isTypeReferenceNode(node)) {
    const { typeArguments = [] } = node;
    return nameOf(node) + (typeArguments.length === 0 ? "" : `<${typeArguments.map(inner).join(", ")}>`);
  }
  if (isKeys(node)) return types.keys(node).join(" | ");
  return ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node) ? shape(types, type) : node.getText();
}

/** The literals that a type too long for its column stands for; none for any other type. */
export function longLiterals(types: WrittenTypes, type: WrittenType): string[] {
  const literals = types.alternatives(type).map(([{ node }]) => (isKeys(node) ? types.keys(node) : ts.isLiteralTypeNode(node) ? [node.getText()] : []));
  if (literals.some((some) => some.length === 0)) return [];
  return literals.flat().join(" | ").length > longestLiterals ? literals.flat() : [];
}

/** Whether there is more to say of any member than its name and type. */
export function isDocumented(types: WrittenTypes, objects: readonly (readonly WrittenType[])[]): boolean {
  return objects.some((parts) =>
    types.members(parts).some(({ declaration, type }) => {
      const { text, defaultText } = docComment(declaration);
      return text !== "" || defaultText !== undefined || isDocumented(types, types.objects(types.held(type).type));
    }),
  );
}

function isNamed(types: WrittenTypes, type: WrittenType): boolean {
  const declaration = types.declarationOf(type);
  if (declaration === undefined || ts.isTypeParameterDeclaration(declaration)) return false;
  const objects = types.objects(type);
  const onlyObjects = objects.length === types.alternatives(type).length;
  return onlyObjects ? isDocumented(types, objects) : longLiterals(types, type).length > 0;
}

function listOf(element: string): string {
  const isUnion = element.replace(/<.*?>|\{.*?\}/g, "").includes(" | ");
  return isUnion ? `(${element})[]` : `${element}[]`;
}

function shape(types: WrittenTypes, object: WrittenType): string {
  const members = types.members([object]).map(({ name, optional, type }) => `${name}${optional ? "?" : ""}: ${typeText(types, type)}`);
  return `{ ${members.join(", ")} }`;
}

function isKeys(node: ts.Node): node is ts.TypeOperatorNode {
  return ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.KeyOfKeyword;
}
