import { createHash } from "node:crypto";

/** Without vowels no hash can spell a word that AWS reserves (`aws`, `an`) or one that nobody wants in a name. */
const ALPHABET = "bcdfghjkmnpqrstvwxz0123456789";

/**
 * Eight characters of 29 are 38 bits: a thousand names of one type collide with a probability of one in a million.
 * Never six: a secret's ARN ends in a hyphen and six characters of its own, and a name that ends like that is ambiguous.
 */
const HASH_LENGTH = 8;

/** Whether a name ends in what could be a hash of ours. */
export const HASH_ENDING = new RegExp(`-[${ALPHABET}]{${HASH_LENGTH}}$`);

/** What a hash takes of a name's length, with the hyphen before it. */
export const HASH_ENDING_LENGTH = HASH_LENGTH + 1;

/** A stable hash of any strings: the same on every machine, in every run and in every version of this package. */
export function nameHash(parts: readonly (string | readonly string[])[]): string {
  // JSON keeps ["a", "b"] and ["ab"] apart, and unpaired surrogates too, which UTF-8 would fold into one.
  const digest = createHash("sha256").update(JSON.stringify(parts)).digest();
  let number = digest.readBigUInt64BE();
  let hash = "";
  while (hash.length < HASH_LENGTH) {
    hash += ALPHABET[Number(number % BigInt(ALPHABET.length))];
    number /= BigInt(ALPHABET.length);
  }
  return hash;
}
