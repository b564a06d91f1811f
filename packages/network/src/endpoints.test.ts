import { SimulatedAws } from "@org/aws-simulator";
import type { DeployRun, InvokeRequest, InvokeResult } from "@org/offline-engine";
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
      description: "Interface endpoints: lets in the network on their ports only",
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

describe("an interface endpoint that needs more than a name", () => {
  it("is in the zones that its service is in, and reached on its own ports", async () => {
    const run = await deployNetwork({
      interfaceEndpoints: ["kms", "sns", { service: "email-smtp", availabilityZones: ["us-east-1b"] }],
    });
    expect(ec2(run, "VpcEndpoint", "network-endpoint-email-smtp").inputs).toMatchObject({
      subnetIds: [ec2(run, "Subnet", "network-private-us-east-1b").id],
      privateDnsEnabled: true,
    });
    const rules = run.resources.filter(({ type }) => type === "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
    expect(rules.map(({ urn }) => urn.split("::").pop())).toEqual(["network-endpoints-tls", "network-endpoints-tcp-465", "network-endpoints-tcp-587"]);
    const description = (port: number) => (port === 443 ? "TLS from the network" : `Port ${port} from the network`);
    expect(rules.map(({ inputs }) => inputs)).toMatchObject(
      [443, 465, 587].map((port) => ({ ipProtocol: "tcp", fromPort: port, toPort: port, cidrIpv4: "10.0.0.0/16", description: description(port) })),
    );
  });

  it("has neither a private name nor a policy where the service is that of others, unless it is said", async () => {
    const service = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0";
    const plain = ec2(await deployNetwork({ interfaceEndpoints: [service] }), "VpcEndpoint", `network-endpoint-${service}`);
    expect(plain.inputs).toMatchObject({ serviceName: service, privateDnsEnabled: false });
    expect(plain.inputs).not.toHaveProperty("policy");
    const told = await deployNetwork({
      interfaceEndpoints: [{ service, privateDns: true, ports: [5432] }],
      endpointPolicies: { [service]: "own-account" },
    });
    expect(ec2(told, "VpcEndpoint", `network-endpoint-${service}`).inputs.privateDnsEnabled).toBe(true);
    expect(policyOf(told, `network-endpoint-${service}`)).toMatchObject({ Statement: [{ Sid: "OwnIdentities" }] });
    expect(told.resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule").inputs.fromPort).toBe(5432);
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

/** Counts how often it is asked whose account this is. */
class AskedAws extends SimulatedAws {
  asked = 0;

  override invoke(request: InvokeRequest): InvokeResult {
    this.asked += request.token === "aws:index/getCallerIdentity:getCallerIdentity" ? 1 : 0;
    return super.invoke(request);
  }
}

describe("the account of an endpoint's policy", () => {
  it.each([
    ["is asked for once, for all policies", { profile: "production" }, 1],
    ["is not asked for where it is named", { profile: "production", accountId: "210987654321" }, 0],
    ["is not asked for where no policy is about it", { endpointPolicies: { s3: "everything", dynamodb: "everything" } }, 0],
  ] as const)("%s", async (_title, args, asked) => {
    const aws = new AskedAws();
    await deployNetwork(args, { aws });
    expect(aws.asked).toBe(asked);
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

  it("lets those ask for roles of the account who have no identity yet", async () => {
    const run = await deployNetwork({ interfaceEndpoints: ["sts"] });
    expect(policyOf(run, "network-endpoint-sts")).toEqual({
      Version: "2012-10-17",
      Statement: [
        ownIdentities,
        {
          Sid: "FirstCredentials",
          Effect: "Allow",
          Principal: "*",
          Action: ["sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML"],
          Resource: "arn:aws:iam::123456789012:role/*",
        },
      ],
    });
  });

  it("lets everybody call the account's private APIs, whose authorizers see the call only behind the endpoint", async () => {
    const run = await deployNetwork({ interfaceEndpoints: ["execute-api"] });
    expect(policyOf(run, "network-endpoint-execute-api")).toEqual({
      Version: "2012-10-17",
      Statement: [
        ownIdentities,
        {
          Sid: "OwnApis",
          Effect: "Allow",
          Principal: "*",
          Action: ["execute-api:Invoke"],
          Resource: "arn:aws:execute-api:us-east-1:123456789012:*",
        },
      ],
    });
  });

  it.each(["batch", "cognito-idp"])("is AWS's own where no other is taken, or none lets people sign in: %s", async (service) => {
    const run = await deployNetwork({ interfaceEndpoints: [service] });
    expect(policyOf(run, `network-endpoint-${service}`)).toBeUndefined();
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
