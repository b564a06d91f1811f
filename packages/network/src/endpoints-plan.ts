import type { ArgumentProblem } from "@org/infra-naming";
import { choiceProblems } from "./choice";
import type { Profile } from "./profile";

/** The services that have gateway endpoints, which are free. */
export type GatewayService = "s3" | "dynamodb";

/**
 * Who may do what through an endpoint. `own-account`: identities of this account, and whoever reads what AWS publishes
 * in S3 (packages, agents, image layers). `everything`: AWS's default, stolen credentials of any account included.
 */
export type EndpointPolicy<Document = unknown> = "own-account" | "everything" | { readonly document: Document };

export interface EndpointsArgs {
  readonly gatewayEndpoints?: readonly GatewayService[];
  readonly interfaceEndpoints?: readonly string[];
  readonly endpointPolicies?: Readonly<Record<string, EndpointPolicy>>;
  readonly profile: Profile;
}

export interface EndpointsPlan {
  readonly gateway: readonly GatewayService[];
  readonly interface: readonly string[];
}

const GATEWAY_SERVICES: readonly GatewayService[] = ["s3", "dynamodb"];

/** What Session Manager needs, which is how one gets into instances without any open port. Charged by the hour. */
const INTERFACE_SERVICES: Readonly<Record<Profile, readonly string[]>> = { production: ["ssm", "ssmmessages"], ephemeral: [] };

/** `ssm`, `ecr.api`, or in full `com.amazonaws.us-east-1.ssm`. */
const SERVICE = /^[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)*$/;

export function planEndpoints(args: EndpointsArgs): EndpointsPlan {
  return {
    gateway: args.gatewayEndpoints ?? GATEWAY_SERVICES,
    interface: args.interfaceEndpoints ?? INTERFACE_SERVICES[args.profile],
  };
}

/** The name by which AWS knows the service of a region. */
export function serviceNameOf(service: string, region: string): string {
  return /(^|\.)com\.amazonaws\./.test(service) ? service : `com.amazonaws.${region}.${service}`;
}

function repeatedProblems(argument: string, services: readonly string[]): ArgumentProblem[] {
  return services.flatMap((service, index) => {
    const first = services.indexOf(service);
    const name = `${argument}[${index}]`;
    return first === index
      ? []
      : { argument: name, rule: "must be named once", value: service, remedy: `remove it, it is ${argument}[${first}] already` };
  });
}

function interfaceProblem(service: string, argument: string): ArgumentProblem[] {
  if (GATEWAY_SERVICES.some((free) => free === service)) {
    return [{ argument, rule: "must be a service without a gateway endpoint, which is free", value: service, remedy: "name it in gatewayEndpoints" }];
  }
  if (SERVICE.test(service)) {
    return [];
  }
  return [{ argument, rule: "must be the name of a service", value: service, remedy: "use for example ssm, ecr.api or com.amazonaws.us-east-1.ssm" }];
}

export function endpointProblems(args: EndpointsArgs): ArgumentProblem[] {
  const plan = planEndpoints(args);
  const services = [...plan.gateway, ...plan.interface];
  return [
    ...plan.gateway.flatMap((service, index) => {
      return choiceProblems(`gatewayEndpoints[${index}]`, service, GATEWAY_SERVICES, { remedy: "name it in interfaceEndpoints" });
    }),
    ...repeatedProblems("gatewayEndpoints", plan.gateway),
    ...plan.interface.flatMap((service, index) => interfaceProblem(service, `interfaceEndpoints[${index}]`)),
    ...repeatedProblems("interfaceEndpoints", plan.interface),
    ...Object.keys(args.endpointPolicies ?? {}).flatMap((service) => {
      return choiceProblems(`endpointPolicies["${service}"]`, service, services, { remedy: "remove it, or add the endpoint" });
    }),
  ];
}
