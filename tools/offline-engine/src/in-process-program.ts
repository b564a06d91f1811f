import { type LogSink, sendLogTo } from "./in-process-log";
import { type ProgramSettings, inOwnStore, runStack } from "./pulumi-runtime";
import { withRejectionsCaught } from "./rejection-guard";

/** How a program ended. */
export type ProgramEnd =
  | { readonly kind: "completed" }
  | { readonly kind: "threw"; readonly error: unknown }
  /** It was left where it stood, since the run halted. */
  | { readonly kind: "abandoned" };

/**
 * Runs a program in this process.
 * @param halted resolves when the run halts: then the program is not waited for any longer
 */
export function runInProcess(args: {
  readonly program: () => unknown;
  readonly settings: ProgramSettings;
  readonly log: LogSink;
  readonly halted: Promise<void>;
}): Promise<ProgramEnd> {
  const { program, settings, log, halted } = args;
  let reject: (error: unknown) => void = () => undefined;
  const rejected = new Promise<ProgramEnd>((resolve) => {
    reject = (error) => resolve({ kind: "threw", error });
  });
  return withRejectionsCaught(
    (error) => reject(error),
    () =>
      inOwnStore(settings, () => {
        sendLogTo(log);
        const completed = runStack(program).then(
          (): ProgramEnd => ({ kind: "completed" }),
          (error: unknown): ProgramEnd => ({ kind: "threw", error }),
        );
        return Promise.race([completed, rejected, halted.then((): ProgramEnd => ({ kind: "abandoned" }))]);
      }),
  );
}
