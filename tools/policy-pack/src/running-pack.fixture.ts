import type { DeployRun, ResourceState } from "@org/offline-engine";
import { type ClientUnaryCall, credentials, type ServiceError } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  AnalyzerProviderResource,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
  type AnalyzeResponse,
  type AnalyzerInfo,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const folder = join(__dirname, "..");

/** The pack in a process of its own, started and asked as Pulumi's engine does. */
export interface RunningPack {
  info(): Promise<AnalyzerInfo.AsObject>;
  /** Violations as `<urn> <message>`, and the policies that do not apply, as `<policy>: <reason>`. */
  analyze(run: DeployRun): Promise<{ violations: string[]; notApplicable: string[] }>;
  stop(): Promise<void>;
}

export async function startPack(): Promise<RunningPack> {
  const runner = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
  const program = join(__dirname, "from-sources.fixture.cjs");
  // Nothing listens at the engine's address: the pack calls the engine only to log.
  const pack = spawn(process.execPath, ["--conditions=@org/source", runner, "127.0.0.1:1", program], { cwd: folder });
  let errors = "";
  pack.stderr.on("data", (text: Buffer) => (errors += text.toString()));
  const exited = once(pack, "exit");
  const port = await Promise.race([
    once(pack.stdout, "data").then(([text]: Buffer[]) => text.toString().trim()),
    exited.then(() => Promise.reject(new Error(`the pack ended before it gave its port: ${errors}`))),
  ]);
  const client = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure());
  return {
    info: async () => (await answer<AnalyzerInfo>((done) => client.getAnalyzerInfo(new Empty(), done))).toObject(),
    analyze: async (run) => {
      const request = new AnalyzeStackRequest();
      request.setResourcesList(run.resources.map((state) => shown(state)));
      const response = await answer<AnalyzeResponse>((done) => client.analyzeStack(request, done));
      return {
        violations: response.getDiagnosticsList().map((diagnostic) => `${diagnostic.getUrn()} ${diagnostic.getMessage()}`),
        notApplicable: response.getNotApplicableList().map((policy) => `${policy.getPolicyName()}: ${policy.getReason()}`),
      };
    },
    stop: async () => {
      client.close();
      pack.kill();
      await exited;
    },
  };
}

/** A resource as an engine shows it: the outputs, among which AWS's provider puts the id, and the provider of what is no component. */
function shown(state: ResourceState): AnalyzerResource {
  const resource = new AnalyzerResource();
  resource.setUrn(state.urn);
  resource.setType(state.type);
  resource.setName(state.urn.slice(state.urn.lastIndexOf("::") + 2));
  resource.setProperties(Struct.fromJavaScript(state.id ? { ...state.outputs, id: state.id } : { ...state.outputs }));
  resource.setOptions(new AnalyzerResourceOptions());
  resource.setParent(state.parent ?? "");
  resource.setDependenciesList([...state.dependencies]);
  if (state.provider === undefined) return resource;
  const provider = new AnalyzerProviderResource();
  provider.setUrn(state.provider.slice(0, state.provider.lastIndexOf("::")));
  provider.setProperties(Struct.fromJavaScript({}));
  resource.setProvider(provider);
  return resource;
}

function answer<T>(call: (done: (error: ServiceError | null, response: T) => void) => ClientUnaryCall): Promise<T> {
  return new Promise((resolve, reject) => {
    call((error, response) => (error === null ? resolve(response) : reject(error)));
  });
}
