import { ArgumentError } from "./argument-error";
import { HASH_ENDING, HASH_ENDING_LENGTH, nameHash } from "./name-hash";
import { brokenRules, type NameRule } from "./name-rule";

/** What else goes into a physical name. */
export interface PhysicalNameOptions {
  /**
   * The inputs whose change replaces the resource, for types that AWS cannot replace under the same name while the
   * predecessor is in use (a target group's port, protocol, ...). A hash of them becomes part of the name, always.
   * Plain values only: a name made of Outputs is not known in a preview.
   */
  readonly replaceKey?: readonly string[];
  /** What the name has to start with for AWS to take it where it is used: `aws-waf-logs-`, `/aws/events/`. */
  readonly prefix?: string;
}

/** Who the name is for. */
export interface NameOwner {
  readonly project: string;
  readonly environment: string;
  readonly sanitizedName: string;
}

/** Characters that every type takes. */
const UNIVERSAL = /^[a-z0-9-]+$/;

/** Lower case, with everything else that is not a-z, 0-9 or - replaced by -. */
export function sanitized(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9-]/gu, "-");
}

/** Words joined by single hyphens: what remains legal for every type when more is put behind it. */
function words(text: string): string {
  return sanitized(text).split("-").filter(Boolean).join("-");
}

/** Both ends stay readable: the owner gives way first, but the role never takes more than half because of its length. */
function cutToFit(owner: string, role: string, length: number): string {
  const roleLength = Math.max(length - owner.length - 1, Math.min(role.length, Math.floor(length / 2)));
  const ownerLength = Math.max(length - Math.min(role.length, roleLength) - 1, 0);
  return words(`${owner.slice(0, ownerLength)}-${role.slice(0, roleLength)}`);
}

/**
 * `${prefix}${sanitizedName}-${role}`, when that is legal and no other role can have it; else readable parts of it with
 * a hash of what was asked for. The result depends on the arguments alone, never on what else is named.
 *
 * @throws ArgumentError when the prefix makes every name illegal or leaves no room for one
 */
export function physicalName(rule: NameRule, owner: NameOwner, role: string, options: PhysicalNameOptions): string {
  const required = rule.requiredPrefix ?? "";
  const given = options.prefix ?? "";
  const prefix = given.startsWith(required) ? given : `${required}${given}`;
  const isLegal = (name: string) => brokenRules(rule, name).length === 0;

  const plain = `${prefix}${owner.sanitizedName}-${role}`;
  const isFaithful = options.replaceKey === undefined && UNIVERSAL.test(role);
  // A role that ends like a hash could ask for the name that another role was given with its hash.
  if (isFaithful && isLegal(plain) && !HASH_ENDING.test(plain) && !rule.avoidedEnding?.test(plain)) {
    return plain;
  }

  const hash = nameHash([owner.project, owner.environment, role, ...(options.replaceKey ? [options.replaceKey] : [])]);
  const room = rule.maxLength - prefix.length - HASH_ENDING_LENGTH;
  // A guard stands before names that would start as the type forbids ("internal-", "aws").
  const candidates = ["", "x-"].map((guard) => {
    const readable = cutToFit(words(owner.sanitizedName), words(role), room - guard.length);
    return `${prefix}${guard}${readable || "x"}-${hash}`;
  });
  const name = candidates.find(isLegal);
  if (name === undefined) {
    // Without a prefix one of them is legal, so the prefix is what breaks the rule.
    throw new ArgumentError("physicalName", [
      {
        argument: "prefix",
        rule: `must leave room for a legal name, which must ${brokenRules(rule, candidates[0]).join(" and ")}`,
        value: given,
        remedy: "use a shorter prefix, of characters that the type allows",
      },
    ]);
  }
  return name;
}
