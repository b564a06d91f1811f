import { isUnknown } from "@org/offline-engine";
import type { InvokeRequest, InvokeResult } from "@org/offline-engine";
import { Identifiers } from "./identifiers";
import type { FunctionDefinition, InvokeContext } from "./invoke-function";
import { providerConfiguration } from "./provider-configuration";
import { partitionOf } from "./regions";
import type { World } from "./world";

/** The account that is asked. */
export interface InvokeAccount {
  readonly world: World;
  readonly accountId: string;
  readonly seed: string;
  readonly region: string;
  /** How many questions there were before this one. */
  readonly call: number;
}

/** Answers a data source's question. A data source that is not simulated is a failure, which names it. */
export function invokeFunction(
  functions: ReadonlyMap<string, FunctionDefinition>,
  request: InvokeRequest,
  account: InvokeAccount,
): InvokeResult {
  const definition = functions.get(request.token);
  if (definition === undefined) {
    return { failures: [{ reason: `${request.token} is not simulated: pass its result in as a plain value.` }] };
  }
  const answer = definition.invoke(contextOf(request, account));
  return Array.isArray(answer) ? { failures: answer } : { result: answer, failures: [] };
}

function contextOf(request: InvokeRequest, { world, accountId, seed, region: fallback, call }: InvokeAccount): InvokeContext {
  const asked = request.args["region"];
  const configured = providerConfiguration(request.config).region;
  const region = typeof asked === "string" && !isUnknown(asked) ? asked : (configured ?? fallback);
  const question = `${seed}\0${request.token}\0${region}\0${JSON.stringify(request.args)}`;
  return {
    args: request.args,
    accountId,
    region,
    partition: partitionOf(region),
    identifiers: new Identifiers(question),
    fresh: new Identifiers(`${question}\0${world.now()}\0${call}`),
    find(type, idOrArn) {
      const byArn = world.findByArn(idOrArn);
      if (byArn?.type === type) return byArn;
      return world.get(type, region, idOrArn) ?? world.get(type, "", idOrArn);
    },
    objectsOf: (type) => world.ofType(type).filter((object) => object.region === region || object.region === ""),
  };
}
