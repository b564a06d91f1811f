import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cloneFolder, npx } from "./command";
import { forgetDeployment } from "./local-stack";

/** The `npx` commands in the code blocks of a README, without the comments behind them. */
function commands(readme: string): string[] {
  const text = readFileSync(join(cloneFolder(), readme), "utf8");
  const blocks = [...text.matchAll(/^```\n([^]*?)^```/gm)].map(([, block]) => block);
  return blocks
    .flatMap((block) => block.split("\n"))
    .map((line) => line.replace(/\s+#.*$/, "").replace(/^npm ci && /, ""))
    .filter((line) => line.startsWith("npx "))
    .map((line) => line.slice("npx ".length));
}

describe("the commands of the README", () => {
  beforeAll(forgetDeployment);

  it.each([
    [
      "README.md",
      [
        "nx run stack:up",
        "nx run stack:preview --config zoneCount=3",
        "nx run stack:outputs",
        "nx run stack:destroy",
      ],
    ],
    [
      "apps/stack/README.md",
      ["nx run stack:preview", "nx run stack:up", "nx run stack:outputs", "nx run stack:refresh", "nx run stack:destroy"],
    ],
  ])("%s work as they stand there, one after the other", async (readme, expected) => {
    expect(commands(readme)).toEqual(expected);
    for (const command of expected) {
      const { code, stdout, stderr } = await npx(command.split(" "));
      expect(`${command} ended with ${code}\n${code === 0 ? "" : stdout + stderr}`).toBe(`${command} ended with 0\n`);
    }
  });
});
