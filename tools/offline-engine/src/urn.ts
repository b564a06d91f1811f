/** Type of the resource that is the root of every stack. */
export const STACK_TYPE = "pulumi:pulumi:Stack";

const PREFIX = "urn:pulumi:";

/** What a URN is made of. */
export interface UrnParts {
  readonly stack: string;
  readonly project: string;
  /** Types of the ancestors and of the resource itself, joined by `$`, without the stack's. */
  readonly qualifiedType: string;
  readonly name: string;
}

/** `urn:pulumi:<stack>::<project>::<qualified type>::<name>`. */
export function formatUrn({ stack, project, qualifiedType, name }: UrnParts): string {
  return `${PREFIX}${stack}::${project}::${qualifiedType}::${name}`;
}

/** The URN of a child of `parent` (a URN, or undefined for a resource without parent). */
export function childUrn(args: {
  readonly stack: string;
  readonly project: string;
  readonly parent: string | undefined;
  readonly type: string;
  readonly name: string;
}): string {
  const { stack, project, parent, type, name } = args;
  const parentType = parent === undefined || parent === "" ? "" : parseUrn(parent).qualifiedType;
  const qualifiedType = parentType === "" || parentType === STACK_TYPE ? type : `${parentType}$${type}`;
  return formatUrn({ stack, project, qualifiedType, name });
}

/**
 * Takes a URN apart. A name may itself contain `::`.
 * @throws Error when the text is not a URN.
 */
export function parseUrn(urn: string): UrnParts {
  const project = urn.indexOf("::");
  const type = project < 0 ? -1 : urn.indexOf("::", project + 2);
  const name = type < 0 ? -1 : urn.indexOf("::", type + 2);
  if (!urn.startsWith(PREFIX) || name < 0) {
    throw new Error(`\`${urn}\` is not a URN: it must read urn:pulumi:<stack>::<project>::<type>::<name>`);
  }
  return {
    stack: urn.slice(PREFIX.length, project),
    project: urn.slice(project + 2, type),
    qualifiedType: urn.slice(type + 2, name),
    name: urn.slice(name + 2),
  };
}

/** The resource's own type, without its ancestors'. */
export function typeOfUrn(urn: string): string {
  const { qualifiedType } = parseUrn(urn);
  return qualifiedType.slice(qualifiedType.lastIndexOf("$") + 1);
}

/** The resource's logical name. */
export function nameOfUrn(urn: string): string {
  return parseUrn(urn).name;
}
