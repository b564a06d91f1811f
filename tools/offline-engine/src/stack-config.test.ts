import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserError } from "./engine";
import { PassphraseSecrets } from "./passphrase-secrets";
import { readStackConfig, type StackConfig } from "./stack-config";

/** Its passphrase is `password`. */
const SALT = "v1:fozI5u6B030=:v1:F+6ZduKKd8G0/V7L:PGMFeIzwobWRKmEAzUdaQHqC5mMRIQ==";
const PROJECT = "name: infra\nruntime: nodejs\n";

let projectDir: string;
beforeEach(() => {
  projectDir = mkdtempSync(join(tmpdir(), "stack-config-"));
});
afterEach(() => rmSync(projectDir, { recursive: true }));

function write(project: string, stack?: string): void {
  writeFileSync(join(projectDir, "Pulumi.yaml"), project);
  if (stack !== undefined) writeFileSync(join(projectDir, "Pulumi.dev.yaml"), stack);
}

function read(passphrase = "password"): Promise<StackConfig> {
  return readStackConfig({ projectDir, stack: "dev", passphrase });
}

async function refusal(): Promise<string> {
  const error: unknown = await read().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(UserError);
  return (error as UserError).message.replace(`${projectDir}/`, "");
}

function secure(text: string): string {
  return new PassphraseSecrets({ passphrase: "password", salt: SALT }).seal(text, "test");
}

describe("the config of a stack", () => {
  it("qualifies keys with the project's name and makes every value a text", async () => {
    write(
      PROJECT,
      `config:
  environment: dev
  aws:region: us-east-1
  other:config:legacy: v
  number: 6
  fraction: 1.10
  account: 123456789012
  on: true
  empty:
  zones: [a, b]
  tags: { a: 1, b: { c: null } }
`,
    );
    expect((await read()).config).toEqual({
      "infra:environment": "dev",
      "aws:region": "us-east-1",
      "other:legacy": "v",
      "infra:number": "6",
      "infra:fraction": "1.1",
      "infra:account": "123456789012",
      "infra:on": "true",
      "infra:empty": "",
      "infra:zones": '["a","b"]',
      "infra:tags": '{"a":1,"b":{"c":null}}',
    });
  });

  it("has the project's facts", async () => {
    write("name: infra\ndescription: d\nruntime:\n  name: nodejs\n  options: { typescript: true }\nmain: src/main.ts\n", "");
    expect(await read()).toEqual({
      project: { name: "infra", description: "d", runtime: "nodejs", runtimeOptions: { typescript: true }, main: "src/main.ts" },
      config: {},
      secretKeys: [],
    });
  });

  it("is empty when the stack has no file", async () => {
    write(PROJECT);
    expect((await read()).config).toEqual({});
  });

  it("decrypts secrets, alone or within an object, and names their keys", async () => {
    write(
      PROJECT,
      `encryptionsalt: ${SALT}
config:
  password: { secure: "${secure("hunter22")}" }
  database:
    user: admin
    password:
      secure: ${secure("hunter33")}
  secure: plain
`,
    );
    const { config, secretKeys, encryptionSalt } = await read();
    expect(config).toEqual({
      "infra:password": "hunter22",
      "infra:database": '{"user":"admin","password":"hunter33"}',
      "infra:secure": "plain",
    });
    expect(secretKeys).toEqual(["infra:password", "infra:database"]);
    expect(encryptionSalt).toBe(SALT);
  });

  it("needs no passphrase when nothing is secret", async () => {
    write(PROJECT, `encryptionsalt: ${SALT}\nconfig: { a: b }\n`);
    expect((await read("wrong")).config).toEqual({ "infra:a": "b" });
  });

  it("takes defaults from the project's file and lets the stack's go before", async () => {
    write(
      `${PROJECT}config:
  aws:region: eu-west-1
  size: { type: integer, default: 3 }
  zone: { value: a }
  tags: { type: object, default: { x: 1 } }
  owner: { type: string, description: who }
`,
      "config: { aws:region: us-east-1, owner: me }\n",
    );
    expect((await read()).config).toEqual({
      "aws:region": "us-east-1",
      "infra:size": "3",
      "infra:zone": "a",
      "infra:tags": '{"x":1}',
      "infra:owner": "me",
    });
  });
});

describe("a mistake in the config is one sentence with file and line:", () => {
  it.each<[string, string, string | undefined, string]>([
    ["not YAML", PROJECT, "config:\n  a: [1\n", "Pulumi.dev.yaml:3: not valid YAML: "],
    ["a key twice", PROJECT, "config:\n  a: 1\n  a: 2\n", "Pulumi.dev.yaml:3: not valid YAML: Map keys must be unique"],
    [
      "a key twice, once with its namespace",
      PROJECT,
      "config:\n  a: 1\n\n  infra:a: 2\n",
      "Pulumi.dev.yaml:4: `infra:a` is set twice: it also is at Pulumi.dev.yaml:2",
    ],
    ["a malformed key", PROJECT, "config:\n  a:b:c: 1\n", "Pulumi.dev.yaml:2: `a:b:c` is not a config key: write `key` or `namespace:key`"],
    ["a list for the config", PROJECT, "config: [a]\n", 'Pulumi.dev.yaml:1: `config` must be a map, got ["a"]'],
    ["a text for the file", PROJECT, "hello\n", "Pulumi.dev.yaml:1: expected a map of settings"],
    [
      "another secrets provider",
      PROJECT,
      "config: {}\nsecretsprovider: awskms://alias/x\n",
      'Pulumi.dev.yaml:2: the secrets provider "awskms://alias/x" cannot be used offline, only "passphrase": run `pulumi stack change-secrets-provider passphrase` first',
    ],
    [
      "a secret without a salt",
      PROJECT,
      "config:\n  a:\n    secure: v1:x:y\n",
      "Pulumi.dev.yaml:2: `infra:a` is a secret, and the file has no `encryptionsalt`: set it again",
    ],
    [
      "a secret of another key",
      PROJECT,
      `encryptionsalt: ${SALT}\nconfig:\n  a:\n    secure: v1:AAAAAAAAAAAAAAAA:AAAAAAAAAAAAAAAAAAAAAAAA\n`,
      "Pulumi.dev.yaml:3: `infra:a` cannot be read: the secret at config infra:a was not encrypted with this stack's passphrase: set it again",
    ],
    ["a project without a name", "runtime: nodejs\n", undefined, "Pulumi.yaml: `name` is missing: give the project a name"],
    ["a name that is no text", "name: 5\nruntime: nodejs\n", undefined, "Pulumi.yaml:1: `name` must be a text, got 5"],
    [
      "a runtime without a name",
      "name: infra\nruntime:\n  options: {}\n",
      undefined,
      "Pulumi.yaml:2: `runtime` must be a name, or a map with `name` and `options`",
    ],
    [
      "a declared value that is missing",
      `${PROJECT}config:\n  owner: { type: string }\n`,
      "config: {}\n",
      "Pulumi.yaml:4: `infra:owner` has no default: set it in Pulumi.dev.yaml",
    ],
  ])("%s", async (_, project, stack, message) => {
    write(project, stack);
    const found = (await refusal()).replaceAll(`${projectDir}/`, "");
    if (message.endsWith(": ")) expect(found.startsWith(message)).toBe(true);
    else expect(found.split("\n")[0]).toBe(message);
  });

  it("a wrong passphrase, at the first secret", async () => {
    write(PROJECT, `encryptionsalt: ${SALT}\nconfig:\n  a: b\n  c: { secure: "${secure("x")}" }\n`);
    await expect(read("wrong")).rejects.toThrow(
      "Pulumi.dev.yaml:4: `infra:c` cannot be read: the passphrase of this stack's secrets is wrong",
    );
  });

  it("no project at all", async () => {
    await expect(read()).rejects.toThrow(`there is no Pulumi.yaml in ${projectDir}: name the folder of a Pulumi project`);
  });
});
