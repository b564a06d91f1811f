import type { ArgumentProblem } from "@org/infra-naming";

/** Countries by their ISO 3166-1 alpha-2 codes: only some get in, or all but some. */
export type Countries =
  | { readonly allow: readonly string[]; readonly block?: never }
  | { readonly block: readonly string[]; readonly allow?: never };

/** How many codes a geo match statement of WAF takes, and a distribution: as many as ISO 3166 has. */
const mostCodes = { webAcl: 50, distribution: 249 };

export interface CountryList {
  readonly kind: "allow" | "block";
  /** Sorted, each once: another order would look like a change. */
  readonly codes: readonly string[];
}

export function countryList(countries: Countries): CountryList {
  const kind = countries.allow === undefined ? "block" : "allow";
  return { kind, codes: [...new Set(countries.allow ?? countries.block)].sort() };
}

/**
 * What is wrong with the argument `countries`.
 * https://docs.aws.amazon.com/waf/latest/APIReference/API_GeoMatchStatement.html and
 * https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_GeoRestriction.html
 */
export function countriesProblems(user: keyof typeof mostCodes, countries: Countries): ArgumentProblem[] {
  const { kind, codes } = countryList(countries);
  const problems: ArgumentProblem[] = codes
    .filter((code) => !/^[A-Z]{2}$/.test(code))
    .map((value) => ({
      argument: `countries.${kind}`,
      rule: "must hold ISO 3166-1 alpha-2 codes in capitals",
      value,
      remedy: "use for example DE; the United Kingdom is GB",
    }));
  if (codes.length === 0 || codes.length > mostCodes[user]) {
    problems.push({
      argument: `countries.${kind}`,
      rule: `must hold 1 to ${mostCodes[user]} countries`,
      value: `${codes.length} countries`,
      remedy: "leave countries out to let every country in, or turn the list round",
    });
  }
  return problems;
}
