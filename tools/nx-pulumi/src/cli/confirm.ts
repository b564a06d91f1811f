import { createInterface } from "node:readline";

/** Asks a yes-or-no question in a terminal; anything but `y` or `yes`, Ctrl-C and the end of the input included, is a no. */
export function confirm(question: string, input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<boolean> {
  return new Promise((resolve) => {
    const terminal = createInterface({ input, output });
    let answer = false;
    terminal.question(`${question} (y/N) `, (text) => {
      answer = /^y(es)?$/i.test(text.trim());
      terminal.close();
    });
    terminal.on("SIGINT", () => terminal.close());
    terminal.on("close", () => resolve(answer));
  });
}
