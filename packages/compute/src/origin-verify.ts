import { type ArgumentProblem, assertNoProblems } from "@org/infra-naming";
import { type Input, type Output, output, secret } from "@pulumi/pulumi";

/**
 * Proof that a request came through your own distribution: a header whose value only the distribution and the listener
 * know. CloudFront's addresses alone prove little, as every customer's distributions share them.
 *
 * To rotate without downtime, name both values, the one in use and the one before, and send the first.
 *
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html
 */
export interface OriginVerify {
  /** Letters, digits and hyphens, at most 40: a load balancer drops headers with other characters. */
  readonly headerName: string;
  /** 1 to 5 secrets, each of 1 to 128 characters without `*` and `?`, which would match anything. */
  readonly values: readonly Input<string>[];
}

export function originVerifyProblems(argument: string, { headerName, values }: OriginVerify): ArgumentProblem[] {
  const problems: ArgumentProblem[] = [];
  if (!/^[A-Za-z0-9-]{1,40}$/.test(headerName) || headerName.toLowerCase() === "host") {
    problems.push({
      argument: `${argument}.headerName`,
      rule: "must be 1 to 40 letters, digits and hyphens, and not Host",
      value: headerName,
      remedy: "use for example X-Origin-Verify",
    });
  }
  if (values.length < 1 || values.length > 5) {
    problems.push({
      argument: `${argument}.values`,
      rule: "must be 1 to 5 values",
      value: `${values.length} values`,
      remedy: "pass the current value and, while it is rotated, the previous one",
    });
  }
  const plain = values.map((value, index) => (typeof value === "string" ? valueProblems(`${argument}.values[${index}]`, value) : []));
  return [...problems, ...plain.flat()];
}

/**
 * The values for the condition of a rule, secret, and judged as soon as they are known.
 *
 * @throws ArgumentError when one of them would match what it should not
 */
export function verifiedValues(subject: string, { values }: OriginVerify): Output<string[]> {
  const judged = output([...values]).apply((known) => {
    assertNoProblems(
      subject,
      known.flatMap((value, index) => valueProblems(`originVerify.values[${index}]`, value)),
    );
    return known;
  });
  return secret(judged);
}

function valueProblems(argument: string, value: string): ArgumentProblem[] {
  if (value.length >= 1 && value.length <= 128 && !/[*?]/.test(value)) return [];
  return [
    {
      argument,
      rule: "must have 1 to 128 characters without * and ?, which match anything",
      // The value itself is a secret.
      value: `text of ${value.length} characters`,
      remedy: "generate it from letters and digits",
    },
  ];
}
