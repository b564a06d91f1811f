import type { Resource } from "@pulumi/pulumi";
import type { Severity } from "./events";
import { loadOnDemand } from "./load-on-demand";
import { getLocalStore } from "./pulumi-runtime";

/** Receives what a program logs. */
export type LogSink = (entry: { readonly severity: Severity; readonly message: string; readonly urn?: string }) => void;

const sinks = new WeakMap<object, LogSink>();
let routed = false;

/**
 * Sends what the program of the current store logs to `sink`. The SDK itself logs to an engine, in one line for the
 * whole process, in which a single message about a resource that never comes to be would hold up all later ones.
 */
export function sendLogTo(sink: LogSink): void {
  const store = getLocalStore();
  if (store === undefined) throw new Error("no Pulumi store: the program must run inside one");
  sinks.set(store, sink);
  if (routed) return;
  routed = true;
  const log = loadOnDemand("@pulumi/pulumi/log") as LogModule;
  route(log, "info", "info");
  route(log, "warn", "warning");
  route(log, "error", "error");
}

type LogModule = typeof import("@pulumi/pulumi/log");

function route(log: LogModule, name: "info" | "warn" | "error", severity: Severity): void {
  const original = log[name];
  const routedLog: typeof original = (message, resource, streamId, ephemeral) => {
    const store = getLocalStore();
    const sink = store === undefined ? undefined : sinks.get(store);
    if (sink === undefined) return original(message, resource, streamId, ephemeral);
    return deliver(sink, severity, message, resource);
  };
  Object.defineProperty(log, name, { value: routedLog, configurable: true, enumerable: true, writable: true });
}

async function deliver(sink: LogSink, severity: Severity, message: string, resource?: Resource): Promise<void> {
  if (resource === undefined) sink({ severity, message });
  else resource.urn.apply((urn) => sink({ severity, message, urn }));
}
