import { writeSync } from "node:fs";
import { createOfflineEngine } from "../offline-engine";
import { FileCloud } from "./file-cloud.fixture";

/**
 * The process that the convergence test kills: one `up` of the program in a folder.
 * Writes `.` for every change of the cloud, and in the end the run's summary.
 */
async function main(folder: string, round: string): Promise<void> {
  const engine = createOfflineEngine({
    projectDir: folder,
    stack: "dev",
    root: folder,
    passphrase: "",
    providers: () => [new FileCloud(folder, { slowness: 4, onCall: () => writeSync(1, ".") })],
  });
  const messages: string[] = [];
  const summary = await engine.up({
    config: { round },
    onEvent: ({ diagnosticEvent }) => {
      if (diagnosticEvent !== undefined && diagnosticEvent.severity !== "debug") messages.push(diagnosticEvent.message);
    },
  });
  writeSync(1, `\n${JSON.stringify({ ...summary, messages })}\n`);
}

const [folder = "", round = ""] = process.argv.slice(2);
void main(folder, round);
