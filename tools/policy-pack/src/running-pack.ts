import type { DeployRun, PropertyMap, ResourceState } from "@org/offline-engine";
import { type ClientUnaryCall, credentials, type ServiceError } from "@grpc/grpc-js";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  AnalyzeRequest,
  type AnalyzeResponse,
  type AnalyzerInfo,
  AnalyzeStackRequest,
  ConfigureAnalyzerRequest,
  EnforcementLevel,
  PolicyConfig,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { join } from "node:path";
import { shownOptions, shownProvider, shownResource } from "./shown-resource";

/** What an engine starts: a folder with a `PulumiPolicy.yaml`, and how. */
export interface PackStart {
  /** @default this package */
  readonly folder?: string;
  /** What is run of it: `.`, as the engine does, is the package's main file. @default the sources */
  readonly program?: string;
}

export interface Violation {
  readonly policy: string;
  readonly urn: string;
  readonly message: string;
  readonly mandatory: boolean;
}

export interface Analysis {
  readonly violations: readonly Violation[];
  /** Policies that do not apply, and why. */
  readonly notApplicable: Readonly<Record<string, string>>;
}

/** The pack in a process of its own, started and asked as Pulumi's engine does. */
export interface RunningPack {
  info(): Promise<AnalyzerInfo.AsObject>;
  /** What `--policy-pack-config` says of policies besides their levels. It takes the place of what was said before. */
  configure(config: Readonly<Record<string, PropertyMap>>): Promise<void>;
  /** Shows each resource before it is made, then the stack. */
  analyze(run: Pick<DeployRun, "resources">): Promise<Analysis>;
  /** Shows the stack alone. */
  analyzeStack(run: Pick<DeployRun, "resources">): Promise<Analysis>;
  stop(): Promise<void>;
}

const ownFolder = join(__dirname, "..");
const sources = join(ownFolder, "src", "pack-from-sources.cjs");

/** @throws Error with what the process wrote when it ends before it gives its port */
export async function startPack({ folder = ownFolder, program = sources }: PackStart = {}): Promise<RunningPack> {
  // The engine looks for the runner from the folder of the pack, and starts it there.
  const runner = createRequire(join(folder, "package.json")).resolve("@pulumi/pulumi/cmd/run-policy-pack");
  const condition = program === sources ? ["--conditions=@org/source"] : [];
  // Nothing listens at the engine's address: the pack calls the engine only to log.
  const pack = spawn(process.execPath, [...condition, runner, "127.0.0.1:1", program], { cwd: folder });
  let errors = "";
  pack.stderr.on("data", (text: Buffer) => (errors += text.toString()));
  const exited = once(pack, "exit");
  const port = await Promise.race([
    once(pack.stdout, "data").then(([text]: Buffer[]) => text.toString().trim()),
    exited.then(() => Promise.reject(new Error(`the pack ended before it gave its port: ${errors}`))),
  ]);
  const client = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure());

  const analyzeStack: RunningPack["analyzeStack"] = async ({ resources }) => {
    const request = new AnalyzeStackRequest();
    request.setResourcesList(resources.map((state) => shownResource(state)));
    return analysisOf(await answer<AnalyzeResponse>((done) => client.analyzeStack(request, done)));
  };
  const analyzeResource = (state: ResourceState) =>
    answer<AnalyzeResponse>((done) => client.analyze(analyzeRequest(state), done));

  return {
    info: async () => (await answer<AnalyzerInfo>((done) => client.getAnalyzerInfo(new Empty(), done))).toObject(),
    configure: async (config) => {
      const info = await answer<AnalyzerInfo>((done) => client.getAnalyzerInfo(new Empty(), done));
      const levels = new Map(info.getPoliciesList().map((policy) => [policy.getName(), policy.getEnforcementlevel()]));
      const request = new ConfigureAnalyzerRequest();
      for (const [policy, properties] of Object.entries(config)) {
        const own = new PolicyConfig();
        own.setEnforcementlevel(levels.get(policy) ?? EnforcementLevel.ADVISORY);
        own.setProperties(Struct.fromJavaScript({ ...properties }));
        request.getPolicyconfigMap().set(policy, own);
      }
      await answer<Empty>((done) => client.configure(request, done));
    },
    analyze: async (run) => {
      for (const state of run.resources) await analyzeResource(state);
      return analyzeStack(run);
    },
    analyzeStack,
    stop: async () => {
      client.close();
      pack.kill();
      await exited;
    },
  };
}

function analyzeRequest(state: ResourceState): AnalyzeRequest {
  const request = new AnalyzeRequest();
  request.setUrn(state.urn);
  request.setType(state.type);
  request.setName(state.urn.slice(state.urn.lastIndexOf("::") + 2));
  request.setProperties(Struct.fromJavaScript({ ...state.inputs }));
  request.setOptions(shownOptions(state));
  request.setProvider(shownProvider(state));
  return request;
}

function analysisOf(response: AnalyzeResponse): Analysis {
  return {
    violations: response.getDiagnosticsList().map((diagnostic) => ({
      policy: diagnostic.getPolicyname(),
      urn: diagnostic.getUrn(),
      message: diagnostic.getMessage(),
      mandatory: diagnostic.getEnforcementlevel() === EnforcementLevel.MANDATORY,
    })),
    notApplicable: Object.fromEntries(response.getNotApplicableList().map((policy) => [policy.getPolicyName(), policy.getReason()])),
  };
}

function answer<T>(call: (done: (error: ServiceError | null, response: T) => void) => ClientUnaryCall): Promise<T> {
  return new Promise((resolve, reject) => {
    call((error, response) => (error === null ? resolve(response) : reject(error)));
  });
}
