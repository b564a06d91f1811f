import type { ArgumentProblem } from "@org/infra-naming";
import { choiceProblems } from "./choice";
import { hasPrivateName, portsOf } from "./endpoint-services";
import type { Profile } from "./profile";

/** The services that have gateway endpoints, which are free. */
export type GatewayService = "s3" | "dynamodb";

/**
 * Who may do what through an endpoint. `own-account`: identities of this account, and whoever reads what AWS publishes
 * in S3 (packages, agents, image layers). `everything`: AWS's default, stolen credentials of any account included.
 */
export type EndpointPolicy<Document = unknown> = "own-account" | "everything" | { readonly document: Document };

/** An interface endpoint of which more has to be said than the name of its service. */
export interface InterfaceEndpoint {
  /** `email-smtp`, or in full `com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0`. */
  readonly service: string;
  /** Where it has an address, for a service that is not in every zone. @default all zones of the network */
  readonly availabilityZones?: readonly string[];
  /**
   * Whether the service's own DNS name leads to the endpoint; a service of others has one when its owner verified it.
   * @default true, and false for services of others and for `iot.data` and `iot.credentials`
   */
  readonly privateDns?: boolean;
  /** The TCP ports on which the network reaches it. @default [443], for `email-smtp` [465, 587], for `iot.data` [443, 8883] */
  readonly ports?: readonly number[];
}

export interface EndpointsArgs {
  readonly gatewayEndpoints?: readonly GatewayService[];
  readonly interfaceEndpoints?: readonly (string | InterfaceEndpoint)[];
  readonly endpointPolicies?: Readonly<Record<string, EndpointPolicy>>;
  readonly profile: Profile;
}

export interface EndpointsPlan {
  readonly gateway: readonly GatewayService[];
  readonly interface: readonly Required<InterfaceEndpoint>[];
}

const GATEWAY_SERVICES: readonly GatewayService[] = ["s3", "dynamodb"];

/** What Session Manager needs, which is how one gets into instances without any open port. Charged by the hour. */
const INTERFACE_SERVICES: Readonly<Record<Profile, readonly string[]>> = { production: ["ssm", "ssmmessages"], ephemeral: [] };

/** `ssm`, `ecr.api`, or in full `com.amazonaws.us-east-1.ssm`. */
const SERVICE = /^[a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)*$/;

function planned(endpoint: string | InterfaceEndpoint, zones: readonly string[]): Required<InterfaceEndpoint> {
  const named: InterfaceEndpoint = typeof endpoint === "string" ? { service: endpoint } : endpoint;
  const { service, availabilityZones = zones, privateDns = hasPrivateName(service), ports = portsOf(service) } = named;
  return { service, availabilityZones, privateDns, ports };
}

/** `zones` are those of the network. */
export function planEndpoints(args: EndpointsArgs, zones: readonly string[]): EndpointsPlan {
  const endpoints = args.interfaceEndpoints ?? INTERFACE_SERVICES[args.profile];
  return {
    gateway: args.gatewayEndpoints ?? GATEWAY_SERVICES,
    interface: endpoints.map((endpoint) => planned(endpoint, zones)),
  };
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

function placeProblems({ availabilityZones, ports }: Required<InterfaceEndpoint>, zones: readonly string[], argument: string): ArgumentProblem[] {
  const remedy = "use zones of availabilityZones";
  const foreign = availabilityZones.flatMap((zone, index) => {
    return choiceProblems(`${argument}.availabilityZones[${index}]`, zone, zones, { remedy });
  });
  const port = (value: number) => Number.isInteger(value) && value >= 1 && value <= 65535;
  return [
    ...foreign,
    ...(availabilityZones.length > 0
      ? []
      : [{ argument: `${argument}.availabilityZones`, rule: "must name at least one zone", value: availabilityZones, remedy: `${remedy}, or leave it out for all` }]),
    ...ports.flatMap((value, index) => {
      return port(value) ? [] : { argument: `${argument}.ports[${index}]`, rule: "must be 1 to 65535", value, remedy: "use for example 443" };
    }),
  ];
}

/** `zones` are those of the network. */
export function endpointProblems(args: EndpointsArgs, zones: readonly string[]): ArgumentProblem[] {
  const plan = planEndpoints(args, zones);
  const interfaces = plan.interface.map(({ service }) => service);
  return [
    ...plan.gateway.flatMap((service, index) => {
      return choiceProblems(`gatewayEndpoints[${index}]`, service, GATEWAY_SERVICES, { remedy: "name it in interfaceEndpoints" });
    }),
    ...repeatedProblems("gatewayEndpoints", plan.gateway),
    ...plan.interface.flatMap((endpoint, index) => {
      const argument = `interfaceEndpoints[${index}]`;
      return [...interfaceProblem(endpoint.service, argument), ...placeProblems(endpoint, zones, argument)];
    }),
    ...repeatedProblems("interfaceEndpoints", interfaces),
    ...Object.keys(args.endpointPolicies ?? {}).flatMap((service) => {
      const services = [...plan.gateway, ...interfaces];
      return choiceProblems(`endpointPolicies["${service}"]`, service, services, { remedy: "remove it, or add the endpoint" });
    }),
  ];
}
