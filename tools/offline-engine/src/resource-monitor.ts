import type {
  ExistsResourceRequest,
  ReadResourceRequest,
  RegisterErrorHookRequest,
  RegisterResourceHookRequest,
  RegisterResourceOutputsRequest,
  RegisterResourceRequest,
  ResourceInvokeRequest,
} from "@pulumi/pulumi/proto/resource_pb";
import type { Deployment } from "./deployment";
import type { InvokeResult, PropertyMap } from "./provider";
import { goalFromRequest, readGoalFromRequest } from "./request-goals";
import type { ResourceState } from "./resource-state";
import type { Transforms } from "./transforms";
import { mapFromStruct } from "./wire-values";

/** Numbers of Pulumi's `ResourceMonitorFeature`. */
const FEATURES = {
  secrets: 0,
  resourceReferences: 1,
  outputValues: 2,
  aliasSpecs: 3,
  replacementTrigger: 4,
  deletedWith: 5,
  replaceWith: 6,
  transforms: 7,
  invokeTransforms: 8,
  // Named, and then refused: to a program that uses hooks where they are not named, the SDK itself says "please update
  // the Pulumi CLI", which helps nobody here.
  resourceHooks: 10,
  errorHooks: 11,
} as const;

/** What this engine can do, as the program asks for it. */
export const SUPPORTED_FEATURES: readonly number[] = Object.values(FEATURES);

export interface RegisterReply {
  readonly urn: string;
  /** Empty when not known yet. */
  readonly id: string;
  readonly outputs: PropertyMap;
  /** What is missing in `outputs` is unknown, and not what the program gave. */
  readonly unknown: boolean;
}

export interface ReadReply {
  readonly urn: string;
  readonly outputs: PropertyMap;
}

/** Answers what a program asks, whatever way the questions come: over gRPC or in process. */
export class ResourceMonitor {
  readonly #deployment: Deployment;
  readonly #preview: boolean;
  readonly #transforms: Transforms;
  readonly #projectUrl: string | undefined;

  constructor(args: {
    readonly deployment: Deployment;
    readonly preview: boolean;
    readonly transforms: Transforms;
    /** File URL of the project's folder, ending in `/`. @default source positions stay whole file URLs */
    readonly projectUrl?: string;
  }) {
    this.#deployment = args.deployment;
    this.#preview = args.preview;
    this.#transforms = args.transforms;
    this.#projectUrl = args.projectUrl;
  }

  async registerResource(request: RegisterResourceRequest): Promise<RegisterReply> {
    const given = goalFromRequest(request, this.#projectUrl);
    const goal = await this.#transforms.ofResource(given).catch((error: unknown) => {
      throw this.#deployment.refuse(given, error);
    });
    const { state, skipped } = await this.#deployment.register(goal);
    this.#transforms.remember(state.urn, given);
    return {
      urn: state.urn,
      id: state.id ?? "",
      outputs: this.#visibleOutputs(state),
      unknown: skipped,
    };
  }

  async readResource(request: ReadResourceRequest): Promise<ReadReply> {
    const state = await this.#deployment.read(readGoalFromRequest(request, this.#projectUrl));
    return { urn: state.urn, outputs: this.#visibleOutputs(state) };
  }

  /** @throws RunHalted always: to leave a hook out in silence would deploy something else than the program says */
  async registerHook(request: RegisterResourceHookRequest | RegisterErrorHookRequest): Promise<never> {
    throw this.#deployment.refuseProgram(
      `the offline engine runs no resource hooks, and \`${request.getName()}\` is one`,
      "Leave the hook out here, or run this stack with Pulumi's own engine.",
    );
  }

  async existsResource(request: ExistsResourceRequest): Promise<boolean> {
    const provider = request.getProvider();
    return this.#deployment.exists(request.getType(), request.getId(), {
      inputs: mapFromStruct(request.getProperties()),
      ...(provider !== "" && { provider }),
      version: request.getVersion(),
      pluginDownloadUrl: request.getPlugindownloadurl(),
    });
  }

  registerResourceOutputs(request: RegisterResourceOutputsRequest): void {
    this.#deployment.registerOutputs(request.getUrn(), mapFromStruct(request.getOutputs()));
  }

  async invoke(request: ResourceInvokeRequest): Promise<InvokeResult> {
    const provider = request.getProvider();
    const call = await this.#transforms.ofInvoke({
      token: request.getTok(),
      args: mapFromStruct(request.getArgs()),
      ...(provider !== "" && { provider }),
      version: request.getVersion(),
      pluginDownloadUrl: request.getPlugindownloadurl(),
    });
    return this.#deployment.invoke(call.token, call.args, call);
  }

  /** A local component answers nothing: its outputs are the program's own. */
  #visibleOutputs(state: ResourceState): PropertyMap {
    if (!state.custom) return {};
    // In a preview the SDK takes what is missing for unknown, even when it was given as an input.
    return this.#preview ? { ...state.inputs, ...state.outputs } : state.outputs;
  }
}
