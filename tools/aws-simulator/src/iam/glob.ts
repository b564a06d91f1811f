/**
 * Whether the text matches a pattern in which `*` stands for any run of characters and `?` for exactly one.
 * Linear in practice and never exponential: policies come from users, so a regular expression built of one could hang.
 */
export function matchesGlob(pattern: string, text: string): boolean {
  let patternAt = 0;
  let textAt = 0;
  let lastStar = -1;
  let retryAt = 0;
  while (textAt < text.length) {
    const wanted = pattern[patternAt];
    if (wanted === "*") {
      lastStar = patternAt++;
      retryAt = textAt;
    } else if (wanted !== undefined && (wanted === "?" || wanted === text[textAt])) {
      patternAt++;
      textAt++;
    } else if (lastStar >= 0) {
      patternAt = lastStar + 1;
      textAt = ++retryAt;
    } else {
      return false;
    }
  }
  while (pattern[patternAt] === "*") patternAt++;
  return patternAt === pattern.length;
}

/**
 * Whether an ARN matches a pattern as `ArnLike` compares them: each of the six parts on its own, so that a `*` in the
 * region never swallows the account.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export function matchesArn(pattern: string, arn: string): boolean {
  const patternParts = arnParts(pattern);
  const parts = arnParts(arn);
  if (patternParts === undefined || parts === undefined) return matchesGlob(pattern, arn);
  return patternParts.every((part, index) => matchesGlob(part, parts[index] ?? ""));
}

/** The six parts of an ARN (the resource part keeps its colons), or undefined when the text is no ARN. */
export function arnParts(text: string): readonly string[] | undefined {
  const parts = text.split(":");
  if (parts[0] !== "arn" || parts.length < 6) return undefined;
  return [...parts.slice(0, 5), parts.slice(5).join(":")];
}
