import type { Exception } from "@org/conformance";
import type { PolicyConfigSchema } from "@pulumi/policy";

/** What a configuration of the pack may say of each policy, besides how it is enforced. */
export interface PolicyConfig {
  readonly exceptions?: readonly ConfiguredException[];
}

interface ConfiguredException {
  readonly reason: string;
  /** A regular expression of logical names. @default all */
  readonly resources?: string;
}

/** {@link PolicyConfig} for Pulumi, which refuses a configuration that is otherwise. */
export const configSchema: PolicyConfigSchema = {
  properties: {
    exceptions: {
      type: "array",
      description: "Resources that need not meet the control.",
      items: {
        type: "object",
        properties: {
          reason: { type: "string", minLength: 1, description: "Why they need not." },
          resources: { type: "string", format: "regex", description: "A regular expression of their logical names; all when absent." },
        },
        required: ["reason"],
        additionalProperties: false,
      },
    },
  },
};

/** The exceptions from a control that a configuration makes. */
export function configuredExceptions(control: string, { exceptions = [] }: PolicyConfig): Exception[] {
  return exceptions.map(({ reason, resources }) => ({
    controls: [control],
    reason,
    ...(resources === undefined ? {} : { resources: new RegExp(resources) }),
  }));
}
