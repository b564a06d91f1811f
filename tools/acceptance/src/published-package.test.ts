import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const workspace = join(__dirname, "..", "..", "..");
const packages = readdirSync(join(workspace, "packages")).sort();

interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

describe("npm pack", () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "org-infra-pack-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("finds the six packages", () => {
    expect(packages).toEqual(["compute", "data", "edge", "naming", "network", "observability"]);
  });

  it.each(packages)("of %s holds the compiled code, its types, the README and the manifest, nothing else", (name) => {
    const [packed] = pack(name);
    const paths = packed.files.map(({ path }) => path);

    expect(paths.filter((path) => !/^dist\/[\w-]+\.(js|d\.ts)$/.test(path)).sort()).toEqual(["README.md", "package.json"]);
    expect(paths).toContain("dist/index.js");
    expect(paths.filter((path) => path.includes(".test."))).toEqual([]);
    for (const path of paths.filter((file) => file.endsWith(".js"))) {
      expect(paths).toContain(path.replace(/\.js$/, ".d.ts"));
    }
  });

  it.each(packages)("of %s is clean for publint and for attw", (name) => {
    const [packed] = pack(name);
    const tarball = join(folder, packed.filename);

    expect(run("publint", ["--strict", tarball])).toContain("All good!");
    expect(run("attw", [tarball, "--no-emoji"])).toContain("No problems found");
  });

  it.each(packages)("of %s asks for nothing at run time but naming, with Pulumi as a peer", (name) => {
    const manifest = JSON.parse(readFileSync(join(workspace, "packages", name, "package.json"), "utf8"));

    expect(Object.keys(manifest.dependencies ?? {})).toEqual(name === "naming" ? [] : ["@org/infra-naming"]);
    expect(Object.keys(manifest.peerDependencies)).toEqual(
      name === "naming" ? ["@pulumi/pulumi"] : ["@pulumi/aws", "@pulumi/pulumi"],
    );
  });

  function pack(name: string): [Packed] {
    const args = ["pack", "--json", "--pack-destination", folder, "-w", `packages/${name}`];
    return JSON.parse(execFileSync("npm", args, { cwd: workspace, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
  }

  function run(tool: string, args: readonly string[]): string {
    return execFileSync(join(workspace, "node_modules", ".bin", tool), args, { cwd: workspace, encoding: "utf8" });
  }
});
