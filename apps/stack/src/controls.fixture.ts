import { checkConformance, controlsDocument } from "@org/conformance";
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { deployStack } from "./deployed-stack.fixture";

/** Where the document of the controls stands. */
export const controlsPath = resolve(__dirname, "../../../docs/controls.md");

/** Judges the stack in both profiles. */
export async function controlsOfStack() {
  const preview = await deployStack({ profile: "production" }, { preview: true });
  return {
    production: checkConformance(await deployStack({ profile: "production" }), { preview }),
    ephemeral: checkConformance(await deployStack({ profile: "ephemeral" })),
  };
}

// `npm run controls -w @org/conformance` runs this file.
if (require.main === module) {
  void controlsOfStack().then((reports) => writeFileSync(controlsPath, controlsDocument(reports)));
}
