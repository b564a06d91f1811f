import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { commitAll } from "@org/fresh-clone";
import { cloneFolder, npx } from "./command";

describe("nx affected", () => {
  it("runs the tests of a touched package and of its dependents, and no others", async () => {
    appendFileSync(join(cloneFolder(), "packages/edge/src/index.ts"), "// touched\n");
    commitAll(cloneFolder(), "Touch one package");

    const { code, stdout } = await npx(["nx", "affected", "-t", "test", "--base=HEAD~1", "--output-style=stream-without-prefixes"]);

    const ran = [...stdout.matchAll(/nx run ([^\s:]+):test/g)].map(([, project]) => project);
    expect([...new Set(ran)].sort()).toEqual(["@org/infra-edge", "stack"]);
    expect(code).toBe(0);
  });
});
