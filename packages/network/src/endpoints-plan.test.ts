import { endpointProblems, type EndpointsArgs, planEndpoints } from "./endpoints-plan";

const zones = ["us-east-1a", "us-east-1b"];

function problemsOf(args: Omit<EndpointsArgs, "profile">): string[] {
  const problems = endpointProblems({ profile: "ephemeral", ...args }, zones);
  return problems.map(({ argument, rule, value, remedy }) => `${argument} ${rule}, got ${JSON.stringify(value)}: ${remedy}`);
}

describe("the plan of endpoints", () => {
  it("has what is free in every profile, and what is charged in production", () => {
    const everywhere = { availabilityZones: zones, privateDns: true, ports: [443] };
    expect(planEndpoints({ profile: "production" }, zones)).toEqual({
      gateway: ["s3", "dynamodb"],
      interface: [{ service: "ssm", ...everywhere }, { service: "ssmmessages", ...everywhere }],
    });
    expect(planEndpoints({ profile: "ephemeral" }, zones)).toEqual({ gateway: ["s3", "dynamodb"], interface: [] });
    expect(problemsOf({})).toEqual([]);
  });

  it("has what is named, in every profile", () => {
    const args = { gatewayEndpoints: ["s3"], interfaceEndpoints: ["ecr.api"] } as const;
    const plan = { gateway: ["s3"], interface: [{ service: "ecr.api", availabilityZones: zones, privateDns: true, ports: [443] }] };
    expect(planEndpoints({ profile: "production", ...args }, zones)).toEqual(plan);
    expect(planEndpoints({ profile: "ephemeral", ...args }, zones)).toEqual(plan);
  });

  it("knows what differs between services, and is told what it cannot know", () => {
    const service = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0";
    const own = { service, availabilityZones: ["us-east-1b"], privateDns: true, ports: [5432] };
    const interfaceOf = (endpoint: NonNullable<EndpointsArgs["interfaceEndpoints"]>[number]) => {
      return planEndpoints({ profile: "ephemeral", interfaceEndpoints: [endpoint] }, zones).interface;
    };
    expect(interfaceOf(service)).toEqual([{ service, availabilityZones: zones, privateDns: false, ports: [443] }]);
    expect(interfaceOf("iot.data")).toEqual([{ service: "iot.data", availabilityZones: zones, privateDns: false, ports: [443, 8883] }]);
    expect(interfaceOf("email-smtp")).toEqual([{ service: "email-smtp", availabilityZones: zones, privateDns: true, ports: [465, 587] }]);
    expect(interfaceOf(own)).toEqual([own]);
  });

  it("takes services in full, and those of others", () => {
    expect(problemsOf({ interfaceEndpoints: ["com.amazonaws.us-east-1.kms", "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0"] })).toEqual([]);
  });

  it("is refused where an endpoint is nowhere in the network, or behind no port", () => {
    const elsewhere = { service: "kms", availabilityZones: ["us-east-1c"], ports: [0, 443, 65536, 0.5] };
    expect(problemsOf({ interfaceEndpoints: [elsewhere, { service: "sns", availabilityZones: [] }] })).toEqual([
      'interfaceEndpoints[0].availabilityZones[0] must be one of "us-east-1a", "us-east-1b", got "us-east-1c": use zones of availabilityZones',
      "interfaceEndpoints[0].ports[0] must be 1 to 65535, got 0: use for example 443",
      "interfaceEndpoints[0].ports[2] must be 1 to 65535, got 65536: use for example 443",
      "interfaceEndpoints[0].ports[3] must be 1 to 65535, got 0.5: use for example 443",
      "interfaceEndpoints[1].availabilityZones must name at least one zone, got []: use zones of availabilityZones, or leave it out for all",
    ]);
  });

  it("is refused with everything that is wrong with it", () => {
    const gatewayEndpoints = ["s3", "s3", "sqs"] as unknown as ["s3"];
    const interfaceEndpoints = ["dynamodb", "SSM", "kms", "kms"];
    const endpointPolicies = { kms: "everything", sns: "everything" } as const;
    expect(problemsOf({ gatewayEndpoints, interfaceEndpoints, endpointPolicies })).toEqual([
      'gatewayEndpoints[2] must be one of "s3", "dynamodb", got "sqs": name it in interfaceEndpoints',
      'gatewayEndpoints[1] must be named once, got "s3": remove it, it is gatewayEndpoints[0] already',
      'interfaceEndpoints[0] must be a service without a gateway endpoint, which is free, got "dynamodb": name it in gatewayEndpoints',
      'interfaceEndpoints[1] must be the name of a service, got "SSM": use for example ssm, ecr.api or com.amazonaws.us-east-1.ssm',
      'interfaceEndpoints[3] must be named once, got "kms": remove it, it is interfaceEndpoints[2] already',
      'endpointPolicies["sns"] must be one of "s3", "s3", "sqs", "dynamodb", "SSM", "kms", "kms", got "sns": remove it, or add the endpoint',
    ]);
  });
});
