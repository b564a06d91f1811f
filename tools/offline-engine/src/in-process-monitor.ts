import type {
  ExistsResourceRequest,
  ReadResourceRequest,
  RegisterErrorHookRequest,
  RegisterResourceHookRequest,
  RegisterResourceOutputsRequest,
  RegisterResourceRequest,
  ResourceInvokeRequest,
} from "@pulumi/pulumi/proto/resource_pb";
import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import { errorText } from "./error-text";
import { loadOnDemand } from "./load-on-demand";
import type { PropertyMap } from "./provider";
import { type ResourceMonitor, SUPPORTED_FEATURES } from "./resource-monitor";
import { ReportedFailure, RunHalted } from "./run-failure";
import type { Transforms } from "./transforms";

const UNIMPLEMENTED = 12;
const UNKNOWN_ERROR = 2;

type Reply = (error: object | null, response?: object) => void;

/**
 * The monitor as the SDK sees it within one process: the same method names as the gRPC client's, the answers plain
 * objects with the getters that the SDK reads, which saves building messages only to take them apart again.
 */
export function inProcessMonitor(monitor: ResourceMonitor, transforms: Transforms): object {
  const methods: Readonly<Record<string, (request: never, reply: Reply) => void>> = {
    getDeploymentInfo: (_: unknown, reply) => reply(null, { getSupportedfeaturesList: () => SUPPORTED_FEATURES }),
    registerResource: (request: RegisterResourceRequest, reply) =>
      answer(monitor.registerResource(request), reply, ({ urn, id, outputs, unknown }) => ({
        getUrn: () => urn,
        getId: () => id,
        getObject: () => structOf(outputs),
        getPropertydependenciesMap: () => undefined,
        getResult: () => 0,
        getUnknown: () => unknown,
      })),
    readResource: (request: ReadResourceRequest, reply) =>
      answer(monitor.readResource(request), reply, ({ urn, outputs }) => ({
        getUrn: () => urn,
        getProperties: () => structOf(outputs),
        getUnknown: () => false,
      })),
    existsResource: (request: ExistsResourceRequest, reply) =>
      answer(monitor.existsResource(request), reply, (exists) => ({ getExists: () => exists, getUnknown: () => false })),
    invoke: (request: ResourceInvokeRequest, reply) =>
      answer(monitor.invoke(request), reply, ({ result, failures }) => ({
        getReturn: () => (result === undefined ? undefined : invokeResult(result)),
        getFailuresList: () =>
          failures.map(({ property, reason }) => ({ getProperty: () => property ?? "", getReason: () => reason })),
        getUnknown: () => false,
      })),
    registerResourceOutputs: (request: RegisterResourceOutputsRequest, reply) =>
      answer(Promise.resolve().then(() => monitor.registerResourceOutputs(request)), reply, () => ({})),
    registerStackTransform: (callback: Callback, reply) => {
      transforms.addStackTransform({ target: callback.getTarget(), token: callback.getToken() });
      reply(null, {});
    },
    registerStackInvokeTransform: (callback: Callback, reply) => {
      transforms.addInvokeTransform({ target: callback.getTarget(), token: callback.getToken() });
      reply(null, {});
    },
    registerResourceHook: (request: RegisterResourceHookRequest, reply) =>
      answer(monitor.registerHook(request), reply, () => ({})),
    registerErrorHook: (request: RegisterErrorHookRequest, reply) =>
      answer(monitor.registerHook(request), reply, () => ({})),
    signalAndWaitForShutdown: (_: unknown, reply) => reply(null, {}),
  };
  const { ResourceMonitorService } = loadOnDemand("@pulumi/pulumi/proto/resource_grpc_pb") as MonitorProtocol;
  // Its names and no others: what the SDK finds beyond them, it takes for hooks of a mock.
  const names = Object.keys(ResourceMonitorService);
  return Object.fromEntries(names.map((name) => [name, methods[name] ?? refuse(name)]));
}

type MonitorProtocol = typeof import("@pulumi/pulumi/proto/resource_grpc_pb");

function refuse(name: string) {
  return (_: unknown, reply: Reply): void => reply(errorOf(UNIMPLEMENTED, `the offline engine does not offer ${name}`));
}

function answer<T>(work: Promise<T>, reply: Reply, render: (value: T) => object): void {
  work.then(
    (value) => reply(null, render(value)),
    (error: unknown) => {
      // A run that is ending answers nobody: the program is left where it stands, as the real engine leaves it. An
      // error here would only come back as a second, less telling one.
      if (error instanceof ReportedFailure || error instanceof RunHalted) return;
      reply(errorOf(UNKNOWN_ERROR, errorText(error)));
    },
  );
}

function errorOf(code: number, details: string): Error {
  return Object.assign(new Error(details), { code, details });
}

function structOf(values: PropertyMap): object {
  return { toJavaScript: () => values };
}

function invokeResult(result: PropertyMap): object {
  // `getResource` is the one function whose answer the SDK takes apart as a message.
  const field = (value: unknown): object => ({
    toJavaScript: () => value,
    getStructValue: () => structOf(value as PropertyMap),
  });
  return { toJavaScript: () => result, getFieldsMap: () => ({ get: (key: string) => field(result[key]) }) };
}
