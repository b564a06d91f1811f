import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import * as pulumi from "@pulumi/pulumi";

/** A key encrypts in its own region alone; AWS says so only at deployment, and not always in these words. */
export function keyRegionProblems(argument: string, keyArn: pulumi.Input<string>, region: string): ArgumentProblem[] {
  const keyRegion = typeof keyArn === "string" ? /^arn:[a-z-]+:kms:([a-z0-9-]+):/.exec(keyArn)?.[1] : undefined;
  if (keyRegion === undefined || keyRegion === region) return [];
  return [
    {
      argument,
      rule: `must be a key of ${region}: a key encrypts in its own region alone`,
      value: keyArn,
      remedy: `pass a key, or a replica of a multi-Region key, of ${region}`,
    },
  ];
}

/**
 * The same check for a key that becomes known later.
 *
 * @throws ArgumentError when the key is known and is of another region
 */
export function keyOfRegion(
  subject: string,
  argument: string,
  keyArn: pulumi.Input<string>,
  region: string,
): pulumi.Output<string> {
  return pulumi.output(keyArn).apply((known) => {
    assertNoProblems(subject, keyRegionProblems(argument, known, region));
    return known;
  });
}
