import {
  Server,
  ServerCredentials,
  type ServiceDefinition,
  type UntypedServiceImplementation,
  type sendUnaryData,
  status,
} from "@grpc/grpc-js";
import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import { EngineService } from "@pulumi/pulumi/proto/engine_grpc_pb";
import {
  GetRootResourceResponse,
  type LogRequest,
  RequirePulumiVersionResponse,
  SetRootResourceResponse,
} from "@pulumi/pulumi/proto/engine_pb";
import { CheckFailure } from "@pulumi/pulumi/proto/provider_pb";
import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import {
  DeploymentInfo,
  type ExistsResourceRequest,
  ExistsResourceResponse,
  ReadResourceResponse,
  type ReadResourceRequest,
  type RegisterErrorHookRequest,
  type RegisterResourceHookRequest,
  RegisterResourceResponse,
  type RegisterResourceOutputsRequest,
  type RegisterResourceRequest,
  type ResourceInvokeRequest,
  ResourceInvokeResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { errorText } from "./error-text";
import type { Severity } from "./events";
import { type ResourceMonitor, SUPPORTED_FEATURES } from "./resource-monitor";
import { ReportedFailure, RunHalted } from "./run-failure";
import type { Transforms } from "./transforms";

/** As Pulumi raises it: one message may carry a whole function's code. */
const MESSAGE_LIMIT = 400 * 1024 * 1024;

/** What the program's process is answered by. */
export interface MonitorBackend {
  readonly project: string;
  readonly stack: string;
  readonly organization: string;
  readonly preview: boolean;
  readonly monitor: ResourceMonitor;
  readonly transforms: Transforms;
  readonly log: (entry: {
    readonly severity: Severity;
    readonly message: string;
    readonly urn?: string;
    readonly ephemeral: boolean;
  }) => void;
  /** The program has come to its end: resolves when the run has done what follows from that. */
  readonly programEnded: () => Promise<void>;
}

export interface MonitorServer {
  /** `host:port` */
  readonly address: string;
  close(): void;
}

/**
 * Serves the two services that a program's process talks to, on loopback.
 * @param backend may come later than the server: what is asked before waits for it
 */
export async function serveMonitor(backend: Promise<MonitorBackend>): Promise<MonitorServer> {
  const server = new Server({
    "grpc.max_receive_message_length": MESSAGE_LIMIT,
    "grpc.max_send_message_length": MESSAGE_LIMIT,
  });
  server.addService(ResourceMonitorService, implementation(ResourceMonitorService, monitorMethods(backend)));
  server.addService(EngineService, implementation(EngineService, engineMethods(backend)));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) resolve(bound);
      else reject(error);
    });
  });
  return { address: `127.0.0.1:${port}`, close: () => server.forceShutdown() };
}

type Methods = Readonly<Record<string, (request: never) => Promise<object>>>;

function monitorMethods(backend: Promise<MonitorBackend>): Methods {
  return {
    getDeploymentInfo: async () => {
      const { project, stack, organization, preview } = await backend;
      const info = new DeploymentInfo();
      info.setProject(project);
      info.setStack(stack);
      info.setOrganization(organization);
      info.setDryrun(preview);
      info.setSupportedfeaturesList([...SUPPORTED_FEATURES]);
      return info;
    },
    registerResource: async (request: RegisterResourceRequest) => {
      const { urn, id, outputs, unknown } = await (await backend).monitor.registerResource(request);
      const response = new RegisterResourceResponse();
      response.setUrn(urn);
      response.setId(id);
      response.setObject(Struct.fromJavaScript(outputs));
      response.setUnknown(unknown);
      return response;
    },
    readResource: async (request: ReadResourceRequest) => {
      const { urn, outputs } = await (await backend).monitor.readResource(request);
      const response = new ReadResourceResponse();
      response.setUrn(urn);
      response.setProperties(Struct.fromJavaScript(outputs));
      return response;
    },
    existsResource: async (request: ExistsResourceRequest) => {
      const response = new ExistsResourceResponse();
      response.setExists(await (await backend).monitor.existsResource(request));
      return response;
    },
    invoke: async (request: ResourceInvokeRequest) => {
      const { result, failures } = await (await backend).monitor.invoke(request);
      const response = new ResourceInvokeResponse();
      if (result !== undefined) response.setReturn(Struct.fromJavaScript(result));
      response.setFailuresList(
        failures.map(({ property, reason }) => {
          const failure = new CheckFailure();
          failure.setProperty(property ?? "");
          failure.setReason(reason);
          return failure;
        }),
      );
      return response;
    },
    registerResourceOutputs: async (request: RegisterResourceOutputsRequest) => {
      (await backend).monitor.registerResourceOutputs(request);
      return new Empty();
    },
    registerStackTransform: async (callback: Callback) => {
      (await backend).transforms.addStackTransform({ target: callback.getTarget(), token: callback.getToken() });
      return new Empty();
    },
    registerStackInvokeTransform: async (callback: Callback) => {
      (await backend).transforms.addInvokeTransform({ target: callback.getTarget(), token: callback.getToken() });
      return new Empty();
    },
    registerResourceHook: async (request: RegisterResourceHookRequest) =>
      (await backend).monitor.registerHook(request),
    registerErrorHook: async (request: RegisterErrorHookRequest) => (await backend).monitor.registerHook(request),
    signalAndWaitForShutdown: async () => {
      await (await backend).programEnded();
      return new Empty();
    },
  };
}

const SEVERITIES: readonly Severity[] = ["debug", "info", "warning", "error"];

function engineMethods(backend: Promise<MonitorBackend>): Methods {
  return {
    log: async (request: LogRequest) => {
      const severity = SEVERITIES[request.getSeverity()] ?? "info";
      const urn = request.getUrn();
      (await backend).log({
        severity,
        message: request.getMessage(),
        ...(urn !== "" && { urn }),
        ephemeral: request.getEphemeral(),
      });
      return new Empty();
    },
    setRootResource: () => Promise.resolve(new SetRootResourceResponse()),
    getRootResource: () => Promise.resolve(new GetRootResourceResponse()),
    // This engine has no version of its own that a program could ask for: it follows the program's SDK.
    requirePulumiVersion: () => Promise.resolve(new RequirePulumiVersionResponse()),
  };
}

function implementation(service: ServiceDefinition, methods: Methods): UntypedServiceImplementation {
  const handlers: UntypedServiceImplementation = {};
  for (const name of Object.keys(service)) {
    const method = methods[name];
    handlers[name] = (call: { readonly request: unknown }, reply: sendUnaryData<object>) => {
      if (method === undefined) {
        reply({ code: status.UNIMPLEMENTED, details: `the offline engine does not offer ${name}` });
        return;
      }
      method(call.request as never).then(
        (response) => reply(null, response),
        (error: unknown) => {
          // A run that is ending answers nobody: the program is ended where it stands, as the real engine ends it. Any
          // answer would only make it say a second time, and less clearly, what has been reported already.
          if (error instanceof ReportedFailure || error instanceof RunHalted) return;
          reply({ code: status.UNKNOWN, details: errorText(error) });
        },
      );
    };
  }
  return handlers;
}
