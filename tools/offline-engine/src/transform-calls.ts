import {
  TransformInvokeOptions,
  TransformInvokeRequest,
  TransformInvokeResponse,
  TransformRequest,
  TransformResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Callbacks } from "./callbacks";
import { withOutputValues } from "./output-values";
import type { CallbackTarget, ResourceGoal } from "./resource-goal";
import { goalWithOptions, optionsOfGoal } from "./transform-options";
import type { InvokeCall } from "./transforms";
import { mapFromStruct } from "./wire-values";

/** A transform changes what the program wants before the engine acts on it. */
export class TransformCalls {
  readonly #callbacks: Callbacks;

  constructor(callbacks: Callbacks) {
    this.#callbacks = callbacks;
  }

  async resource(callback: CallbackTarget, goal: ResourceGoal): Promise<ResourceGoal> {
    const request = requestOf(goal);
    const response = TransformResponse.deserializeBinary(await this.#callbacks.call(callback, request.serializeBinary()));
    const inputs = mapFromStruct(response.getProperties());
    const options = response.getOptions();
    return options === undefined ? { ...goal, inputs } : goalWithOptions({ ...goal, inputs }, options);
  }

  async invoke(callback: CallbackTarget, given: InvokeCall): Promise<InvokeCall> {
    const request = invokeRequestOf(given).serializeBinary();
    const response = TransformInvokeResponse.deserializeBinary(await this.#callbacks.call(callback, request));
    const args = response.getArgs();
    return withInvokeOptions(
      args === undefined ? given : { ...given, args: mapFromStruct(args) },
      response.getOptions(),
    );
  }
}

function requestOf(goal: ResourceGoal): TransformRequest {
  const request = new TransformRequest();
  request.setType(goal.type);
  request.setName(goal.name);
  request.setCustom(goal.custom);
  request.setParent(goal.parent ?? "");
  // As in Pulumi, the transforms of parents and of the stack alone are not told what depends on what.
  const dependencies = goal.transforms.length > 0 ? goal.propertyDependencies : {};
  request.setProperties(Struct.fromJavaScript(withOutputValues(goal.inputs, dependencies)));
  request.setOptions(optionsOfGoal(goal));
  return request;
}

function invokeRequestOf(given: InvokeCall): TransformInvokeRequest {
  const request = new TransformInvokeRequest();
  request.setToken(given.token);
  request.setArgs(Struct.fromJavaScript(given.args));
  const options = new TransformInvokeOptions();
  options.setProvider(given.provider ?? "");
  options.setVersion(given.version);
  options.setPluginDownloadUrl(given.pluginDownloadUrl);
  request.setOptions(options);
  return request;
}

function withInvokeOptions(given: InvokeCall, options: TransformInvokeOptions | undefined): InvokeCall {
  if (options === undefined) return given;
  const provider = options.getProvider();
  return {
    token: given.token,
    args: given.args,
    ...(provider !== "" && { provider }),
    version: options.getVersion(),
    pluginDownloadUrl: options.getPluginDownloadUrl(),
  };
}
