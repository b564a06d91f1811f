import pc from "picocolors";

export type Colour = "red" | "green" | "yellow" | "magenta" | "cyan" | "dim" | "bold";

/** Colours a text, or returns it as it is where there are no colours. */
export type Palette = Readonly<Record<Colour, (text: string) => string>>;

/** The colours of a stream. */
export function paletteOf(enabled: boolean): Palette {
  const { red, green, yellow, magenta, cyan, dim, bold } = pc.createColors(enabled);
  return { red, green, yellow, magenta, cyan, dim, bold };
}

/**
 * Whether a stream gets colours: NO_COLOR (no-color.org) forbids them, FORCE_COLOR=1..3 asks for them, else terminals do.
 * `FORCE_COLOR=true` counts for nothing: Nx sets it for every task, also when its own output goes to a file.
 */
export function wantsColour(stream: { readonly isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  if (env["NO_COLOR"] !== undefined && env["NO_COLOR"] !== "") return false;
  if (env["FORCE_COLOR"] === "0") return false;
  if (/^[123]$/.test(env["FORCE_COLOR"] ?? "")) return true;
  return stream.isTTY === true && env["TERM"] !== "dumb";
}
