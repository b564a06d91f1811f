import type { PropertyValue } from "./provider";
import { secretTexts } from "./secret-values";

/** Replaces secret texts, wherever they appear in a message, by `[secret]`. */
export class SecretMask {
  readonly #texts = new Set<string>();

  /** Learns every secret that the value contains. */
  learn(value: PropertyValue | undefined): void {
    secretTexts(value, this.#texts);
  }

  learnText(text: string): void {
    if (text.length >= 4) this.#texts.add(text);
  }

  apply(message: string): string {
    let masked = message;
    // Longest first: one secret may be part of another.
    const texts = [...this.#texts].filter((text) => masked.includes(text)).sort((a, b) => b.length - a.length);
    for (const text of texts) masked = masked.replaceAll(text, "[secret]");
    return masked;
  }
}
