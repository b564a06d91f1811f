import { isUnknown } from "@org/offline-engine";
import type { PropertyValue } from "@org/offline-engine";
import { valuesAt } from "./property-path";
import type { PropertyPath } from "./property-path";
import type { Rule } from "./rule";

interface ConstraintArgs {
  readonly id: string;
  readonly source: string;
  readonly path: PropertyPath;
  /** AWS's name of the request member. */
  readonly member: string;
  /** Error code. @default "ValidationException" */
  readonly code?: string;
  /** AWS's message where it is not the one of its validation layer. */
  readonly message?: (value: PropertyValue) => string;
}

/** The words of the validation layer that stands before most AWS services. */
export function constraintMessage(value: PropertyValue, member: string, constraint: string): string {
  return `1 validation error detected: Value '${String(value)}' at '${member}' failed to satisfy constraint: ${constraint}`;
}

/** The rule that a value is one of a fixed set. */
export function oneOfRule(args: ConstraintArgs & { readonly values: readonly (string | number)[] }): Rule {
  const allowed = new Set<PropertyValue>(args.values);
  return constraintRule(args, {
    fits: (value) => allowed.has(value),
    constraint: () => `Member must satisfy enum value set: [${args.values.join(", ")}]`,
    remedy: `Set \`${args.path}\` to one of ${args.values.join(", ")}.`,
  });
}

/** The rule that a number lies between two bounds, both allowed; `also` lists values outside them. */
export function rangeRule(
  args: ConstraintArgs & { readonly min: number; readonly max: number; readonly also?: readonly number[] },
): Rule {
  const also = args.also ?? [];
  return constraintRule(args, {
    fits: (value) =>
      typeof value !== "number" || also.includes(value) || (value >= args.min && value <= args.max),
    constraint: (value) =>
      typeof value === "number" && value < args.min
        ? `Member must have value greater than or equal to ${args.min}`
        : `Member must have value less than or equal to ${args.max}`,
    remedy: `Set \`${args.path}\` to ${also.length > 0 ? `${also.join(", ")}, or ` : ""}${args.min} to ${args.max}.`,
  });
}

interface Constraint {
  fits(value: PropertyValue): boolean;
  constraint(value: PropertyValue): string;
  readonly remedy: string;
}

function constraintRule(args: ConstraintArgs, constraint: Constraint): Rule {
  return {
    id: args.id,
    source: args.source,
    cause: "The value is outside what the API accepts.",
    remedy: constraint.remedy,
    reads: [args.path],
    refuse: ({ inputs }) => {
      const bad = valuesAt(inputs, args.path).find(({ value }) => !isUnknown(value) && !constraint.fits(value));
      if (bad === undefined) return undefined;
      return {
        code: args.code ?? "ValidationException",
        message:
          args.message?.(bad.value) ?? constraintMessage(bad.value, args.member, constraint.constraint(bad.value)),
        remedy: bad.at === args.path ? constraint.remedy : `${constraint.remedy} It stands at \`${bad.at}\`.`,
      };
    },
  };
}
