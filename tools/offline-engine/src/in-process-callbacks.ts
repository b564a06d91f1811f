import type { Callbacks } from "./callbacks";
import { callbackServer } from "./pulumi-runtime";
import { RunHalted } from "./run-failure";

/**
 * Calls the functions of the program that asks, in this process. What comes in over the network belongs to no program:
 * called that way, a function would find neither its stack nor its config, nor would its secrets stay secret.
 */
export function inProcessCallbacks(): Callbacks {
  return {
    call: ({ token }, request) =>
      new Promise((resolve, reject) => {
        const server = callbackServer();
        // The program has been left where it stood.
        if (server === undefined) return reject(new RunHalted());
        const call = { request: { getToken: () => token, getRequest_asU8: () => request } };
        void server.invoke(call, (error, response) => {
          if (response === undefined) reject(new Error(error?.details));
          else resolve(response.getResponse_asU8());
        });
      }),
    close: () => undefined,
  };
}
