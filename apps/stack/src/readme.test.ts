import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { configKeys } from "./config";
import { deployStack } from "./deployed-stack.fixture";

/** What stands under a heading of README.md. */
function section(heading: string): string {
  return readFileSync(resolve(__dirname, "../README.md"), "utf8").split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? "";
}

describe("README.md", () => {
  it("tells every config key, in the order of the schema", () => {
    const told = [...section("Configuration").matchAll(/^\| `(.*?)` \|/gm)].map(([, key]) => key);
    expect(told).toEqual(["aws:region", ...configKeys]);
  });

  it("names every output of a stack in production", async () => {
    const { outputs } = await deployStack({ profile: "production" });
    const named = [...section("Outputs").matchAll(/`(.*?)`/g)].map(([, name]) => name);
    expect(named.sort()).toEqual(Object.keys(outputs).sort());
  });
});
