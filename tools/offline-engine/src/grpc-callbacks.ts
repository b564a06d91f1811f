import { type ServiceError, credentials, status } from "@grpc/grpc-js";
import { CallbacksClient } from "@pulumi/pulumi/proto/callback_grpc_pb";
import { CallbackInvokeRequest } from "@pulumi/pulumi/proto/callback_pb";
import type { Callbacks } from "./callbacks";
import { RunHalted } from "./run-failure";

/** Calls the server that the SDK starts in the program's process for the first callback. */
export function grpcCallbacks(): Callbacks {
  const clients = new Map<string, CallbacksClient>();
  const clientFor = (target: string): CallbacksClient => {
    const known = clients.get(target);
    if (known !== undefined) return known;
    const client = new CallbacksClient(target, credentials.createInsecure());
    clients.set(target, client);
    return client;
  };
  return {
    call: ({ target, token }, request) => {
      const message = new CallbackInvokeRequest();
      message.setToken(token);
      message.setRequest(request);
      return new Promise((resolve, reject) => {
        clientFor(target).invoke(message, (error, response) => {
          if (error === null) resolve(response.getResponse_asU8());
          else reject(isGone(error) ? new RunHalted() : new Error(error.details));
        });
      });
    },
    close() {
      for (const client of clients.values()) client.close();
    },
  };
}

/** The program's process has ended, or is being ended: whoever ended it says why. */
function isGone({ code }: ServiceError): boolean {
  return code === status.UNAVAILABLE || code === status.CANCELLED;
}
