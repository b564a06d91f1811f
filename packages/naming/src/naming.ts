import { getProject, getStack } from "@pulumi/pulumi";
import { ArgumentError, assertNoProblems } from "./argument-error";
import { nameRules } from "./name-rules";
import { physicalName, type PhysicalNameOptions, sanitized } from "./physical-name";
import { asTagValue, tagProblems } from "./tag-limits";

/** Whose resources are named. */
export interface NamingArgs {
  /** What is deployed: `infra`. Not empty. */
  readonly project: string;
  /** Which instance of it: `dev`, `prod`, `pr-12`. Not empty. */
  readonly environment: string;
}

/**
 * The names and tags of one environment of one project. Immutable; two with the same arguments give the same names.
 *
 * A name depends on the environment, the type and the role alone: no time, no randomness, nothing that is named
 * besides. A second deployment finds what the first one made, and adding a resource never renames another.
 */
export class Naming {
  readonly project: string;
  readonly environment: string;
  /** `<project>-<environment>` in lower case, with everything outside a-z, 0-9 and - replaced by -. */
  readonly sanitizedName: string;
  /** The component whose name is left out of names; see {@link within}. */
  readonly #component: string | undefined;

  /** @throws ArgumentError when the project or the environment is empty */
  constructor(args: NamingArgs, component?: string) {
    assertNoProblems(
      "Naming",
      (["project", "environment"] as const)
        .filter((argument) => args[argument] === "")
        .map((argument) => {
          return { argument, rule: "must not be empty", value: args[argument], remedy: `use for example ${EXAMPLES[argument]}` };
        }),
    );
    this.project = args.project;
    this.environment = args.environment;
    this.sanitizedName = sanitized(`${args.project}-${args.environment}`);
    this.#component = component;
  }

  /** The naming of the running Pulumi program: its project's name, and its stack's name as the environment. */
  static ofStack(): Naming {
    return new Naming({ project: getProject(), environment: getStack() });
  }

  /**
   * The same names for the children of a component that composes others. The logical names of its children start with
   * its own name, the physical ones need not: within `infra`, the role `infra-access-logs` is named as `access-logs` is.
   * A role that does not start so is refused, as it could ask for the name of one that does.
   */
  within(component: string): Naming {
    return new Naming(this, component);
  }

  /**
   * The physical (AWS) name of a resource: `${sanitizedName}-${role}` wherever the type takes that.
   *
   * Where it does not (too long, a reserved start or ending) or where the role has to be changed to be legal, the name
   * is cut and ends in a hyphen and eight characters of hash, so that two roles never share a name.
   *
   * @param type the Pulumi type token: `aws:lb/targetGroup:TargetGroup`
   * @param role what the resource is for, best in lower-case words with hyphens: every type takes those as they are
   * @throws ArgumentError for a type without a rule, an empty role, a role of another component (see {@link within}),
   * or a prefix that no legal name can have
   */
  physicalName(type: string, role: string, options: PhysicalNameOptions = {}): string {
    if (!Object.hasOwn(nameRules, type)) {
      throw new ArgumentError("physicalName", [
        {
          argument: "type",
          rule: "must be the token of a Pulumi type whose names AWS's rules are known for",
          value: type,
          remedy: "use for example aws:s3/bucket:Bucket; a type that has no name in AWS gets nameTags() instead",
        },
      ]);
    }
    if (role === "") {
      throw new ArgumentError("physicalName", [
        { argument: "role", rule: "must not be empty", value: role, remedy: "say what the resource is for, for example web" },
      ]);
    }
    return physicalName(nameRules[type], this, this.#ownRole(role), options);
  }

  #ownRole(role: string): string {
    if (this.#component === undefined) return role;
    const start = `${this.#component}-`;
    if (role.startsWith(start) && role !== start) return role.slice(start.length);
    throw new ArgumentError("role", [
      {
        argument: "role",
        rule: `must start with ${start}, the name of the component that it is within`,
        value: role,
        remedy: `use childName("${this.#component}", "web") for the child's logical name`,
      },
    ]);
  }

  /**
   * The tags of every resource: `Project`, `Environment`, `ManagedBy` (always "pulumi") and `extra`, which wins.
   *
   * @throws ArgumentError when AWS would refuse them (more than 50, reserved or forbidden characters, too long, keys
   * that differ only in case)
   */
  tags(extra: Readonly<Record<string, string>> = {}): Record<string, string> {
    const tags = {
      Project: asTagValue(this.project),
      Environment: asTagValue(this.environment),
      ManagedBy: "pulumi",
      ...extra,
    };
    assertNoProblems("tags", tagProblems(tags));
    return tags;
  }

  /** `tags(extra)` and the `Name` that AWS's console shows: `${sanitizedName}-${role}`. */
  nameTags(role: string, extra: Readonly<Record<string, string>> = {}): Record<string, string> {
    return this.tags({ Name: asTagValue(`${this.sanitizedName}-${this.#ownRole(role)}`), ...extra });
  }
}

const EXAMPLES = { project: "infra", environment: "dev" };
