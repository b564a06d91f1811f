import type { ArgumentProblem } from "@org/infra-naming";

/** Processor architecture in the words of EC2. */
export type Architecture = "arm64" | "x86_64";

/** What the instance type runs on: Graviton families carry a `g` behind their generation (`t4g`, `m7gd`, `c6gn`). */
export function architectureOf(instanceType: string): Architecture {
  const [family] = instanceType.split(".");
  return family === "a1" || /^[a-z]+\d+g[a-z]*$/.test(family) ? "arm64" : "x86_64";
}

/** Families of which EC2 refuses some or all sizes when they ask for EBS optimization; all later ones always have it. */
const withoutEbsOptimization = /^(t1|t2|m1|m2|m3|c1|c3|g2|i2|r3)\./;

export function takesEbsOptimization(instanceType: string): boolean {
  return !withoutEbsOptimization.test(instanceType);
}

export function instanceTypeProblems(argument: string, instanceType: string): ArgumentProblem[] {
  if (/^[a-z][a-z0-9-]*\.[a-z0-9-]+$/.test(instanceType)) return [];
  return [
    {
      argument,
      rule: "must be a family and a size with a dot between them",
      value: instanceType,
      remedy: "use for example t3.micro or t4g.small",
    },
  ];
}
