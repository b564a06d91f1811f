import { credentials } from "@grpc/grpc-js";
import { CallbacksClient } from "@pulumi/pulumi/proto/callback_grpc_pb";
import { CallbackInvokeRequest, type CallbackInvokeResponse } from "@pulumi/pulumi/proto/callback_pb";
import {
  TransformInvokeOptions,
  TransformInvokeRequest,
  TransformInvokeResponse,
  TransformRequest,
  TransformResponse,
} from "@pulumi/pulumi/proto/resource_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { CallbackTarget, ResourceGoal } from "./resource-goal";
import { goalWithOptions, optionsOfGoal } from "./transform-options";
import type { InvokeCall, TransformCalls } from "./transforms";
import { mapFromStruct } from "./wire-values";

/** Calls the program's callback server, which the SDK starts for the first transform. */
export function grpcTransformCalls(): TransformCalls {
  const clients = new Map<string, CallbacksClient>();

  const call = async ({ target, token }: CallbackTarget, request: Uint8Array): Promise<Uint8Array> => {
    let client = clients.get(target);
    if (client === undefined) {
      client = new CallbacksClient(target, credentials.createInsecure());
      clients.set(target, client);
    }
    const message = new CallbackInvokeRequest();
    message.setToken(token);
    message.setRequest(request);
    const response = await invoke(client, message);
    return response.getResponse_asU8();
  };

  return {
    async resource(callback, goal) {
      const response = TransformResponse.deserializeBinary(await call(callback, requestOf(goal).serializeBinary()));
      const inputs = mapFromStruct(response.getProperties());
      const options = response.getOptions();
      return options === undefined ? { ...goal, inputs } : goalWithOptions({ ...goal, inputs }, options);
    },
    async invoke(callback, given) {
      const request = invokeRequestOf(given);
      const response = TransformInvokeResponse.deserializeBinary(await call(callback, request.serializeBinary()));
      const args = response.getArgs();
      return withInvokeOptions(
        args === undefined ? given : { ...given, args: mapFromStruct(args) },
        response.getOptions(),
      );
    },
    close() {
      for (const client of clients.values()) client.close();
    },
  };
}

function invoke(client: CallbacksClient, message: CallbackInvokeRequest): Promise<CallbackInvokeResponse> {
  return new Promise((resolve, reject) => {
    client.invoke(message, (error, response) => {
      if (error === null) resolve(response);
      else reject(new Error(`a transform failed: ${error.details}`));
    });
  });
}

function requestOf(goal: ResourceGoal): TransformRequest {
  const request = new TransformRequest();
  request.setType(goal.type);
  request.setName(goal.name);
  request.setCustom(goal.custom);
  request.setParent(goal.parent ?? "");
  request.setProperties(Struct.fromJavaScript(goal.inputs));
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
