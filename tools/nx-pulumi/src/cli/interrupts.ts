const CTRL_C = "\u0003";

/** The signals of a process, and the keys of its terminal. */
export interface InterruptSources {
  readonly signals: Pick<NodeJS.Process, "on" | "off">;
  readonly keys: {
    readonly isTTY?: boolean;
    setRawMode?(raw: boolean): unknown;
    on(event: "data", listener: (data: Buffer | string) => void): unknown;
    off(event: "data", listener: (data: Buffer | string) => void): unknown;
    resume(): unknown;
    pause(): unknown;
  };
}

export interface Interrupts {
  /** Aborted by the first interrupt. */
  readonly signal: AbortSignal;
  /** Gives terminal and signals back. */
  release(): void;
}

/**
 * Turns the first interrupt into an aborted signal, and the second into a call of `onSecond`.
 *
 * In a terminal Ctrl-C is read as a key (raw mode), so that it reaches this process only: as a signal it would also end
 * Nx and the program at once, before the operation in flight is finished and its end is told.
 * SIGTERM and SIGHUP, which Nx sends after a SIGINT of its own, are first interrupts and never second ones.
 */
export function watchInterrupts(
  { signals, keys }: InterruptSources,
  { onFirst, onSecond }: { onFirst: () => void; onSecond: () => void },
): Interrupts {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) return;
    controller.abort();
    onFirst();
  };
  const interrupt = (): void => {
    if (controller.signal.aborted) onSecond();
    else stop();
  };
  const key = (data: Buffer | string): void => {
    for (const character of data.toString()) if (character === CTRL_C) interrupt();
  };
  const raw = keys.isTTY === true && keys.setRawMode !== undefined;
  signals.on("SIGINT", interrupt);
  signals.on("SIGTERM", stop);
  signals.on("SIGHUP", stop);
  if (raw) {
    keys.setRawMode?.(true);
    keys.on("data", key);
    keys.resume();
  }
  return {
    signal: controller.signal,
    release() {
      signals.off("SIGINT", interrupt);
      signals.off("SIGTERM", stop);
      signals.off("SIGHUP", stop);
      if (raw) {
        keys.off("data", key);
        keys.setRawMode?.(false);
        keys.pause();
      }
    },
  };
}
