import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassphraseSecrets, passphraseOf } from "./passphrase-secrets";

/** Of pulumi/pulumi, pkg/secrets/passphrase/manager_test.go; its passphrase is `password`. */
const UPSTREAM_SALT = "v1:fozI5u6B030=:v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==";

describe("passphrase secrets", () => {
  it("accepts the passphrase of Pulumi's own test vector", async () => {
    const secrets = new PassphraseSecrets({ passphrase: "password", salt: UPSTREAM_SALT });
    await secrets.prepare();
    expect(secrets.salt).toBe(UPSTREAM_SALT);
    expect(secrets.unseal(secrets.seal("v", "p"), "other place")).toBe("v");
  });

  it("refuses another passphrase, whether the key is derived ahead or when needed", async () => {
    const message =
      "the passphrase of this stack's secrets is wrong: set PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE";
    const ahead = new PassphraseSecrets({ passphrase: "wrong", salt: UPSTREAM_SALT });
    await expect(ahead.prepare()).rejects.toThrow(message);
    const whenNeeded = new PassphraseSecrets({ passphrase: "wrong", salt: UPSTREAM_SALT });
    expect(() => whenNeeded.seal("v", "p")).toThrow(message);
  });

  it("refuses a salt that is not one", async () => {
    const secrets = new PassphraseSecrets({ passphrase: "", salt: "fozI5u6B030=:v1:F+6ZduL:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==" });
    await expect(secrets.prepare()).rejects.toThrow(
      "the encryption salt is malformed: it must read v1:<salt>:v1:<nonce>:<ciphertext>",
    );
  });

  it("makes no salt, for which it would have to derive the key, before the first secret", () => {
    const secrets = new PassphraseSecrets({ passphrase: "lazy" });
    expect(secrets.salt).toBeUndefined();
    secrets.seal("first", "p");
    expect(secrets.salt).toMatch(/^v1:[A-Za-z0-9+/]{11}=:v1:[A-Za-z0-9+/]{16}:[A-Za-z0-9+/]{30}==$/);
  });

  it("gives a salt with which another instance reads what this one wrote", () => {
    const one = new PassphraseSecrets({ passphrase: "" });
    const ciphertext = one.seal("grüße", "p");
    const other = new PassphraseSecrets({ passphrase: "", salt: one.salt ?? "" });
    expect(other.unseal(ciphertext, "p")).toBe("grüße");
  });

  it("keeps the ciphertext of what does not change, and only of that", () => {
    const secrets = new PassphraseSecrets({ passphrase: "password", salt: UPSTREAM_SALT });
    const first = secrets.seal("one", "p");
    expect(first).toMatch(/^v1:[A-Za-z0-9+/]{16}:[A-Za-z0-9+/]+=*$/);
    expect(secrets.seal("one", "p")).toBe(first);
    expect(secrets.seal("one", "q")).not.toBe(first);
    expect(secrets.seal("two", "p")).not.toBe(first);
  });

  it("keeps a ciphertext that it has read", () => {
    const writer = new PassphraseSecrets({ passphrase: "" });
    const ciphertext = writer.seal("same", "p");
    const reader = new PassphraseSecrets({ passphrase: "", salt: writer.salt ?? "" });
    expect(reader.unseal(ciphertext, "p")).toBe("same");
    expect(reader.seal("same", "p")).toBe(ciphertext);
  });

  it("names the place of a ciphertext that was changed", () => {
    const secrets = new PassphraseSecrets({ passphrase: "" });
    const [version, nonce, text = ""] = secrets.seal("value", "p").split(":");
    const changed = `${version}:${nonce}:${text.startsWith("A") ? "B" : "A"}${text.slice(1)}`;
    const message = "the secret at there was not encrypted with this stack's passphrase: set it again";
    expect(() => secrets.unseal(changed, "there")).toThrow(message);
    expect(() => secrets.unseal("v1:AAAA", "there")).toThrow(message);
    expect(() => secrets.unseal("v2:AAAA:AAAA", "there")).toThrow(message);
  });
});

describe("the passphrase of the environment", () => {
  const folder = mkdtempSync(join(tmpdir(), "passphrase-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it("is the variable's value, even an empty one, before the file's", () => {
    const file = join(folder, "unread");
    expect(passphraseOf({ PULUMI_CONFIG_PASSPHRASE: "p", PULUMI_CONFIG_PASSPHRASE_FILE: file })).toBe("p");
    expect(passphraseOf({ PULUMI_CONFIG_PASSPHRASE: "", PULUMI_CONFIG_PASSPHRASE_FILE: file })).toBe("");
  });

  it("is the trimmed content of the file that is named", () => {
    const file = join(folder, "passphrase");
    writeFileSync(file, "  from file\n");
    expect(passphraseOf({ PULUMI_CONFIG_PASSPHRASE_FILE: file })).toBe("from file");
  });

  it("is empty when nothing is said", () => {
    expect(passphraseOf({})).toBe("");
  });

  it("is an error when the file cannot be read", () => {
    const file = join(folder, "absent");
    expect(() => passphraseOf({ PULUMI_CONFIG_PASSPHRASE_FILE: file })).toThrow(
      `PULUMI_CONFIG_PASSPHRASE_FILE names ${file}, which cannot be read (ENOENT)`,
    );
  });
});
