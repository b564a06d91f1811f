import { readdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { withArgumentTables } from "./argument-tables";

// `npm run tables -w @org/readme-examples` runs this file.
const packages = resolve(__dirname, "../../../packages");
for (const folder of readdirSync(packages)) {
  const readme = resolve(packages, folder, "README.md");
  const { text, untabled } = withArgumentTables(readme);
  writeFileSync(readme, text);
  for (const name of untabled) {
    console.error(`packages/${folder}/README.md has no table of ${name}: put <!-- arguments: ${name} --><!-- /arguments --> into it`);
    process.exitCode = 1;
  }
}
