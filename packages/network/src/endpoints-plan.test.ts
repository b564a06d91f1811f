import { endpointProblems, type EndpointsArgs, planEndpoints, serviceNameOf } from "./endpoints-plan";

function problemsOf(args: Omit<EndpointsArgs, "profile">): string[] {
  const problems = endpointProblems({ profile: "ephemeral", ...args });
  return problems.map(({ argument, rule, value, remedy }) => `${argument} ${rule}, got ${JSON.stringify(value)}: ${remedy}`);
}

describe("the plan of endpoints", () => {
  it("has what is free in every profile, and what is charged in production", () => {
    expect(planEndpoints({ profile: "production" })).toEqual({ gateway: ["s3", "dynamodb"], interface: ["ssm", "ssmmessages"] });
    expect(planEndpoints({ profile: "ephemeral" })).toEqual({ gateway: ["s3", "dynamodb"], interface: [] });
    expect(problemsOf({})).toEqual([]);
  });

  it("has what is named, in every profile", () => {
    const args = { gatewayEndpoints: ["s3"], interfaceEndpoints: ["ecr.api"] } as const;
    expect(planEndpoints({ profile: "production", ...args })).toEqual({ gateway: ["s3"], interface: ["ecr.api"] });
    expect(planEndpoints({ profile: "ephemeral", ...args })).toEqual({ gateway: ["s3"], interface: ["ecr.api"] });
  });

  it("knows services by their short names and by their full ones", () => {
    expect(serviceNameOf("ecr.api", "eu-west-1")).toBe("com.amazonaws.eu-west-1.ecr.api");
    expect(serviceNameOf("com.amazonaws.eu-west-1.ecr.api", "eu-west-1")).toBe("com.amazonaws.eu-west-1.ecr.api");
    expect(serviceNameOf("cn.com.amazonaws.cn-north-1.ecr.api", "cn-north-1")).toBe("cn.com.amazonaws.cn-north-1.ecr.api");
    expect(problemsOf({ interfaceEndpoints: ["com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0"] })).toEqual([]);
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
