import type { CallbackTarget } from "./resource-goal";

/** Calls functions of the program back. What goes over and comes back are serialized messages. */
export interface Callbacks {
  /**
   * @throws Error with the program's own message when the function fails
   * @throws RunHalted when the program can no longer be asked
   */
  call(callback: CallbackTarget, request: Uint8Array): Promise<Uint8Array>;
  /** Ends the connection. */
  close(): void;
}
