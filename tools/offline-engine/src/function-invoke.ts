import type { DeploymentContext } from "./deployment";
import type { InvokeResult, PropertyMap } from "./provider";
import { toProviderMap } from "./secret-values";
import { withoutUndefined } from "./wire-values";

const GET_RESOURCE = "pulumi:pulumi:getResource";

/** Calls a provider's function. What it refuses is the program's to handle: the run goes on. */
export async function invokeFunction(
  { providers, current }: DeploymentContext,
  token: string,
  args: PropertyMap,
  reference: string | undefined,
): Promise<InvokeResult> {
  if (token === GET_RESOURCE) {
    const state = current.get(String(args["urn"]));
    if (state === undefined) {
      return { failures: [{ property: "urn", reason: `no resource is registered under ${String(args["urn"])}` }] };
    }
    return { result: { urn: state.urn, id: state.id ?? "", state: state.outputs }, failures: [] };
  }
  const { provider, config } = providers.find(token, reference);
  const { result, failures } = await provider.invoke({ token, args: toProviderMap(args), config });
  return { ...(result !== undefined && { result: withoutUndefined(result) }), failures };
}
