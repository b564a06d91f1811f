/** `Pulumi.yaml` of a program in `index.ts`. */
export const PULUMI_YAML = "name: proj\nruntime:\n  name: nodejs\n  options:\n    typescript: true\nmain: index.ts\n";

/** A TypeScript program that registers things of package `test`. */
export function programText(body: string): string {
  return `
import * as pulumi from "@pulumi/pulumi";
class Thing extends pulumi.CustomResource {
  declare readonly arn: pulumi.Output<string>;
  constructor(name: string, args: Record<string, unknown> = {}, opts: pulumi.CustomResourceOptions = {}) {
    super("test:index/thing:Thing", name, { arn: undefined, ...args }, opts);
  }
}
${body}
`;
}
