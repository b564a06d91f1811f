import type { DeployRun } from "@org/offline-engine";
import { deployNetwork, ec2 } from "./deployed-network.fixture";

/** What there is of AWS, by type and logical name. */
function children(run: DeployRun): string[] {
  return run.resources.filter(({ type }) => type.startsWith("aws:")).map(({ type, urn }) => `${type.split(":")[2]} ${urn.split("::")[3]}`);
}

describe("the profile of a network", () => {
  let production: DeployRun;
  let ephemeral: DeployRun;

  beforeAll(async () => {
    production = await deployNetwork({ profile: undefined });
    ephemeral = await deployNetwork();
  });

  it("is production unless it is said: with the flow log and its role, and the endpoints of Session Manager", () => {
    expect(children(ephemeral)).toHaveLength(25);
    expect(children(production)).toHaveLength(34);
    expect(children(production).filter((child) => !children(ephemeral).includes(child)).sort()).toEqual([
      "FlowLog network-flow-log",
      "LogGroup network-flow-log",
      "Policy network-flow-log",
      "Role network-flow-log",
      "RolePolicyAttachment network-flow-log",
      "SecurityGroup network-endpoints",
      "SecurityGroupIngressRule network-endpoints-tls",
      "VpcEndpoint network-endpoint-ssm",
      "VpcEndpoint network-endpoint-ssmmessages",
    ]);
  });

  it("protects the addresses of production, and nothing else", () => {
    const kept = (run: DeployRun) => run.resources.filter(({ protect }) => protect === true).map(({ urn }) => urn.split("::")[3]);
    expect(kept(production).sort()).toEqual(["network-nat-us-east-1a", "network-nat-us-east-1b"]);
    expect(kept(ephemeral)).toEqual([]);
  });

  it("changes no address", () => {
    expect(production.outputs.layout).toEqual(ephemeral.outputs.layout);
  });

  it("tags what it adds like everything else", () => {
    const tags = { Project: "infra", Environment: "dev", ManagedBy: "pulumi" };
    const untaggable = ["aws:ec2/route:Route", "aws:ec2/routeTableAssociation:RouteTableAssociation", "aws:iam/rolePolicyAttachment:RolePolicyAttachment"];
    const taggable = production.resources.filter(({ type }) => type.startsWith("aws:") && !untaggable.includes(type));
    expect(taggable).toHaveLength(25);
    for (const { inputs } of taggable) {
      expect(inputs.tags).toMatchObject({ ...tags, Name: expect.stringMatching(/^infra-dev-network/) });
    }
    expect(ec2(production, "VpcEndpoint", "network-endpoint-ssm").inputs.privateDnsEnabled).toBe(true);
  });
});
