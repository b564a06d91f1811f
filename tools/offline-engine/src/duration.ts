const UNIT_SECONDS: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  "µs": 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
};

/**
 * Seconds of a duration in Go's notation, which Pulumi's `customTimeouts` use: `5m`, `1h30m`, `1.5h`.
 * @throws Error when the text is not such a duration
 */
export function durationSeconds(text: string): number {
  const part = /(\d+(?:\.\d+)?|\.\d+)(ns|us|µs|ms|s|m|h)/y;
  let seconds = 0;
  while (part.lastIndex < text.length || text === "") {
    const match = part.exec(text);
    if (match === null) {
      throw new Error(`\`${text}\` is not a duration: write a number with a unit, for example 30s, 5m or 1h30m`);
    }
    seconds += Number(match[1]) * (UNIT_SECONDS[match[2] ?? ""] ?? 0);
  }
  return seconds;
}
