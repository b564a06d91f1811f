import type { DeployRun } from "@org/offline-engine";
import { deployNetwork, ec2 } from "./deployed-network.fixture";
import { ownAccountPolicy } from "./endpoint-policy";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";

function policyOf(run: DeployRun, name: string): unknown {
  const { policy } = ec2(run, "VpcEndpoint", name).inputs;
  return policy === undefined ? undefined : JSON.parse(String(policy));
}

describe("interface endpoints", () => {
  let run: DeployRun;

  beforeAll(async () => {
    run = await deployNetwork({ interfaceEndpoints: ["secretsmanager", "ecr.api"] });
  });

  it("are in the private subnet of every zone, under the service's own name", () => {
    const privateSubnets = ["us-east-1a", "us-east-1b"].map((zone) => ec2(run, "Subnet", `network-private-${zone}`).id);
    expect(run.resourcesOf(ENDPOINT)).toHaveLength(4);
    expect(ec2(run, "VpcEndpoint", "network-endpoint-ecr.api").inputs).toMatchObject({
      vpcId: ec2(run, "Vpc").id,
      vpcEndpointType: "Interface",
      serviceName: "com.amazonaws.us-east-1.ecr.api",
      subnetIds: privateSubnets,
      securityGroupIds: [ec2(run, "SecurityGroup", "network-endpoints").id],
      privateDnsEnabled: true,
      tags: { Name: "infra-dev-network-endpoint-ecr.api" },
    });
  });

  it("are behind one group that lets in TLS from the network and nothing else", () => {
    const group = ec2(run, "SecurityGroup", "network-endpoints");
    expect(group.inputs).toMatchObject({
      name: "infra-dev-network-endpoints",
      description: "Interface endpoints: lets in TLS from the network only",
      vpcId: ec2(run, "Vpc").id,
    });
    expect(group.inputs).not.toHaveProperty("ingress");
    expect(group.inputs).not.toHaveProperty("egress");
    const rules = run.resources.filter(({ type }) => type.startsWith("aws:vpc/securityGroup"));
    expect(rules.map(({ inputs }) => inputs)).toMatchObject([
      { securityGroupId: group.id, ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "10.0.0.0/16" },
    ]);
  });

  it("are none, and no group, where none are named", async () => {
    const none = await deployNetwork({ profile: "production", interfaceEndpoints: [], flowLogs: { kind: "none" } });
    expect(none.resourcesOf(ENDPOINT)).toHaveLength(2);
    expect(none.resourcesOf("aws:ec2/securityGroup:SecurityGroup")).toEqual([]);
  });
});

describe("gateway endpoints", () => {
  it("are those that are named", async () => {
    const run = await deployNetwork({ gatewayEndpoints: ["s3"] });
    expect(run.resourcesOf(ENDPOINT).map(({ inputs }) => inputs.serviceName)).toEqual(["com.amazonaws.us-east-1.s3"]);
  });
});

describe("the endpoints' peers", () => {
  it("are the prefix lists of the gateways and the group of the interfaces", async () => {
    const run = await deployNetwork({ interfaceEndpoints: ["ssm"] });
    const prefixListId = (service: string) => ec2(run, "VpcEndpoint", `network-${service}`).outputs.prefixListId;
    expect(run.outputs.endpointPeers).toEqual({
      prefixListIds: { s3: prefixListId("s3"), dynamodb: prefixListId("dynamodb") },
      securityGroupIds: { endpoints: ec2(run, "SecurityGroup", "network-endpoints").id },
    });
    expect(prefixListId("s3")).toMatch(/^pl-/);
  });

  it("are none without endpoints", async () => {
    const run = await deployNetwork({ gatewayEndpoints: [] });
    expect(run.outputs.endpointPeers).toEqual({ prefixListIds: {}, securityGroupIds: {} });
  });
});

describe("the policy of an endpoint", () => {
  const ownIdentities = {
    Sid: "OwnIdentities",
    Effect: "Allow",
    Principal: "*",
    Action: "*",
    Resource: "*",
    Condition: { StringEquals: { "aws:PrincipalAccount": "123456789012" } },
  };

  it("lets identities of the own account through, and everybody to what AWS publishes in S3", async () => {
    const run = await deployNetwork({ interfaceEndpoints: ["ssm"] });
    const onlyOwn = { Version: "2012-10-17", Statement: [ownIdentities] };
    expect(policyOf(run, "network-dynamodb")).toEqual(onlyOwn);
    expect(policyOf(run, "network-endpoint-ssm")).toEqual(onlyOwn);
    expect(policyOf(run, "network-s3")).toEqual({
      Version: "2012-10-17",
      Statement: [
        ownIdentities,
        {
          Sid: "PublishedByAws",
          Effect: "Allow",
          Principal: "*",
          Action: "s3:GetObject",
          Resource: [
            "arn:aws:s3:::al2023-repos-us-east-1-de612dc2/*",
            "arn:aws:s3:::amazonlinux-2-repos-us-east-1/*",
            "arn:aws:s3:::amazonlinux.us-east-1.amazonaws.com/*",
            "arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*",
            "arn:aws:s3:::aws-ssm-us-east-1/*",
            "arn:aws:s3:::amazon-ssm-us-east-1/*",
            "arn:aws:s3:::amazon-ssm-packages-us-east-1/*",
            "arn:aws:s3:::aws-ssm-document-attachments-us-east-1/*",
            "arn:aws:s3:::patch-baseline-snapshot-us-east-1/*",
            "arn:aws:s3:::us-east-1-birdwatcher-prod/*",
            "arn:aws:s3:::amazoncloudwatch-agent-us-east-1/*",
            "arn:aws:s3:::aws-codedeploy-us-east-1/*",
          ],
        },
      ],
    });
  });

  it("is AWS's own or the user's own where that is asked for", async () => {
    const document = JSON.stringify({ Version: "2012-10-17", Statement: [] });
    const run = await deployNetwork({ endpointPolicies: { s3: "everything", dynamodb: { document } } });
    expect(policyOf(run, "network-s3")).toBeUndefined();
    expect(policyOf(run, "network-dynamodb")).toEqual({ Version: "2012-10-17", Statement: [] });
  });

  it("is for the account that is named", async () => {
    const run = await deployNetwork({ accountId: "210987654321" });
    expect(policyOf(run, "network-dynamodb")).toMatchObject({
      Statement: [{ Condition: { StringEquals: { "aws:PrincipalAccount": "210987654321" } } }],
    });
  });

  it("is written for its partition", () => {
    expect(ownAccountPolicy("s3", "cn-north-1", "123456789012")).toContain("arn:aws-cn:s3:::al2023-repos-cn-north-1-de612dc2/*");
  });
});
