import { createCipheriv, createDecipheriv, pbkdf2, pbkdf2Sync, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { UserError } from "./engine";

/** Pulumi's own parameters (pkg/secrets/passphrase and sdk/go/common/resource/config/crypt.go). */
const ITERATIONS = 1_000_000;
const KEY_BYTES = 32;
const SALT_BYTES = 8;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = "aes-256-gcm";
/** What the salt carries encrypted, so that a wrong passphrase is noticed. */
const VERIFIER = "pulumi";
const SALT_PATTERN = /^v1:([A-Za-z0-9+/]+=*):(v1:[^:]+:[^:]+)$/;

/** A stack's config, its state and the stacks that it refers to often have one salt: no process derives a key twice. */
const derivedKeys = new Map<string, Buffer>();

function cacheKey(passphrase: string, salt: Buffer): string {
  return `${salt.toString("base64")}:${passphrase}`;
}

/** Encrypts and decrypts a stack's secrets as Pulumi's passphrase provider does. */
export class PassphraseSecrets {
  readonly #passphrase: string;
  #salt: string | undefined;
  #key: Buffer | undefined;
  #preparation: Promise<void> | undefined;
  /** By place: what is there, so that what does not change keeps its ciphertext and the state does not churn. */
  readonly #known = new Map<string, { readonly plaintext: string; readonly ciphertext: string }>();

  /**
   * Derives nothing yet: a stack without secrets never pays the 0.3 s that a key costs.
   * @param salt as found in a checkpoint's `secrets_providers.state.salt` or as `encryptionsalt` of the stack's file;
   *   made with the first secret when absent.
   */
  constructor({ passphrase, salt }: { readonly passphrase: string; readonly salt?: string }) {
    this.#passphrase = passphrase;
    this.#salt = salt;
  }

  /** `v1:<salt>:<verifier>`; undefined as long as there is none and no secret was met. */
  get salt(): string | undefined {
    return this.#salt;
  }

  /**
   * Derives the key beside the event loop, so that the next {@link PassphraseSecrets.seal} or
   * {@link PassphraseSecrets.unseal} does not block it.
   * @throws UserError when the passphrase is wrong or the salt malformed.
   */
  prepare(): Promise<void> {
    this.#preparation ??= this.#derive();
    return this.#preparation;
  }

  /**
   * Encrypts. The same text at the same place gives the same ciphertext again.
   * @param place names the value within the stack: a URN and a property path.
   */
  seal(plaintext: string, place: string): string {
    const known = this.#known.get(place);
    if (known?.plaintext === plaintext) return known.ciphertext;
    const ciphertext = encrypt(this.#requireKey(), plaintext);
    this.#known.set(place, { plaintext, ciphertext });
    return ciphertext;
  }

  /** @throws UserError when the text was not encrypted with this key. */
  unseal(ciphertext: string, place: string): string {
    const known = this.#known.get(place);
    if (known?.ciphertext === ciphertext) return known.plaintext;
    const plaintext = decrypt(this.#requireKey(), ciphertext);
    if (plaintext === undefined) {
      throw new UserError(`the secret at ${place} was not encrypted with this stack's passphrase: set it again`);
    }
    this.#known.set(place, { plaintext, ciphertext });
    return plaintext;
  }

  async #derive(): Promise<void> {
    const salt = this.#saltBytes();
    const derived = derivedKeys.get(cacheKey(this.#passphrase, salt));
    const key = derived ?? (await promisify(pbkdf2)(this.#passphrase, salt, ITERATIONS, KEY_BYTES, "sha256"));
    if (this.#key === undefined) this.#accept(key, salt);
  }

  #requireKey(): Buffer {
    if (this.#key !== undefined) return this.#key;
    const salt = this.#saltBytes();
    const derived = derivedKeys.get(cacheKey(this.#passphrase, salt));
    return this.#accept(derived ?? pbkdf2Sync(this.#passphrase, salt, ITERATIONS, KEY_BYTES, "sha256"), salt);
  }

  #saltBytes(): Buffer {
    if (this.#salt === undefined) return randomBytes(SALT_BYTES);
    const match = SALT_PATTERN.exec(this.#salt);
    if (match === null) {
      throw new UserError("the encryption salt is malformed: it must read v1:<salt>:v1:<nonce>:<ciphertext>");
    }
    return Buffer.from(match[1] ?? "", "base64");
  }

  #accept(key: Buffer, salt: Buffer): Buffer {
    const verifier = this.#salt?.split(":").slice(2).join(":");
    if (verifier !== undefined && decrypt(key, verifier) !== VERIFIER) {
      throw new UserError(
        "the passphrase of this stack's secrets is wrong: set PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE",
      );
    }
    this.#salt ??= `v1:${salt.toString("base64")}:${encrypt(key, VERIFIER)}`;
    this.#key = key;
    derivedKeys.set(cacheKey(this.#passphrase, salt), key);
    return key;
  }
}

/**
 * The passphrase that the environment gives, as Pulumi reads it: `PULUMI_CONFIG_PASSPHRASE`, else the trimmed content of
 * the file that `PULUMI_CONFIG_PASSPHRASE_FILE` names, else the empty one.
 * @throws UserError when that file cannot be read.
 */
export function passphraseOf(environment: Readonly<Record<string, string | undefined>>): string {
  const passphrase = environment["PULUMI_CONFIG_PASSPHRASE"];
  if (passphrase !== undefined) return passphrase;
  const file = environment["PULUMI_CONFIG_PASSPHRASE_FILE"];
  if (file === undefined || file === "") return "";
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UserError(`PULUMI_CONFIG_PASSPHRASE_FILE names ${file}, which cannot be read (${code})`);
  }
}

function encrypt(key: Buffer, plaintext: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce);
  const text = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `v1:${nonce.toString("base64")}:${text.toString("base64")}`;
}

/** Undefined when the text is malformed or not encrypted with this key. */
function decrypt(key: Buffer, ciphertext: string): string | undefined {
  const [version, nonce, text, ...rest] = ciphertext.split(":");
  if (version !== "v1" || nonce === undefined || text === undefined || rest.length > 0) return undefined;
  const bytes = Buffer.from(text, "base64");
  if (bytes.length < TAG_BYTES) return undefined;
  try {
    const decipher = createDecipheriv(CIPHER, key, Buffer.from(nonce, "base64"));
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
    return decipher.update(bytes.subarray(0, bytes.length - TAG_BYTES), undefined, "utf8") + decipher.final("utf8");
  } catch {
    return undefined;
  }
}
