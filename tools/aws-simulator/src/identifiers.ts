import { createHash } from "node:crypto";

const BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz";
const UPPER_ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const MIXED_ALPHANUMERIC = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/**
 * What AWS would draw at random, drawn from a seed: the same world, seed and URN give the same identifiers.
 * Each call gives the next value of its kind.
 */
export class Identifiers {
  readonly #seed: string;
  #counter = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  #digest(): Buffer {
    this.#counter += 1;
    return createHash("sha256").update(`${this.#seed}\0${this.#counter}`).digest();
  }

  #draw(alphabet: string, length: number): string {
    let text = "";
    while (text.length < length) {
      for (const byte of this.#digest()) {
        if (text.length === length) break;
        text += alphabet[byte % alphabet.length];
      }
    }
    return text;
  }

  /** Lower-case hexadecimal digits. */
  hex(length: number): string {
    let text = "";
    while (text.length < length) text += this.#digest().toString("hex");
    return text.slice(0, length);
  }

  /** `<prefix>-0<16 hex>`, the form of the EC2 ids of today. */
  ec2(prefix: string): string {
    return `${prefix}-0${this.hex(16)}`;
  }

  /** A random (version 4) UUID. */
  uuid(): string {
    const hex = this.hex(32);
    const variant = "89ab"[Number.parseInt(hex.charAt(16), 16) % 4];
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  /** Decimal digits; the first is not 0. */
  digits(length: number): string {
    const text = this.#draw("0123456789", length);
    return text.startsWith("0") ? `1${text.slice(1)}` : text;
  }

  /** Lower-case letters and digits. */
  base36(length: number): string {
    return this.#draw(BASE36, length);
  }

  /** Upper-case letters and digits: CloudFront and IAM ids. */
  upper(length: number): string {
    return this.#draw(UPPER_ALPHANUMERIC, length);
  }

  /** Letters of both cases and digits: the end of a secret's ARN. */
  alphanumeric(length: number): string {
    return this.#draw(MIXED_ALPHANUMERIC, length);
  }

  /** An integer of 0 to `below` - 1. */
  integer(below: number): number {
    return this.#digest().readUInt32BE(0) % below;
  }
}
