import { SimulatedAws } from "@org/aws-simulator";
import { deploy, type DeployRun, type ResourceState } from "@org/offline-engine";
import { Provider } from "@pulumi/aws/provider";
import * as pulumi from "@pulumi/pulumi";
import { InfrastructureStack, type InfrastructureStackArgs } from "./infrastructure-stack";

const zones = ["us-east-1a", "us-east-1b"];

/** Deploys the stack as `main.ts` does, with its explicit provider. */
function deployStack(args: Partial<InfrastructureStackArgs> = {}, aws = new SimulatedAws()): Promise<DeployRun> {
  const { region = "us-east-1" } = args;
  return deploy({
    project: "infra",
    stack: "test",
    config: { "aws:region": region },
    providers: [aws],
    program: () => {
      const provider = new Provider("aws", { region });
      return new InfrastructureStack("infra", { region, availabilityZones: zones, ...args }, { provider }).outputs;
    },
  });
}

const policyOf = (resource: ResourceState) => JSON.parse(String(resource.inputs["policy"]));

describe("InfrastructureStack", () => {
  let run: DeployRun;

  beforeAll(async () => {
    run = await deployStack();
  });

  /** The one resource of a type whose logical name is given. */
  const resource = (type: string, name: string) => run.resource(type, name);

  it("is a reusable component class with typed arguments and options", async () => {
    const stack = resource("org:infra:InfrastructureStack", "infra");

    expect(InfrastructureStack.prototype).toBeInstanceOf(pulumi.ComponentResource);
    expect(stack.urn).toBe("urn:pulumi:test::infra::org:infra:InfrastructureStack::infra");
    expect(stack.custom).toBe(false);
  });

  it("has nothing missing: every resource of the design, in the expected number", () => {
    const counts: Record<string, number> = {};
    for (const { type } of run.resources.filter(({ custom }) => custom)) counts[type] = (counts[type] ?? 0) + 1;

    expect(counts).toEqual({});
  });

  it("names everything from project and environment, never from time", async () => {
    const again = await deployStack();
    const names = (deployed: DeployRun) =>
      deployed.resources.map(({ urn, inputs }) => [urn, inputs["name"] ?? inputs["bucket"]]).sort();

    expect(names(again)).toEqual(names(run));
    expect(run.outputs).toMatchObject({
      environment: "test",
      sanitizedName: "infra-test",
      albLogsBucketName: "infra-test-alb-access-logs",
      cloudFrontLogsBucketName: "infra-test-cloudfront-logs",
    });
  });

  it("takes the environment from its arguments before the stack's name", async () => {
    const { outputs } = await deployStack({ environment: "QA_2" });

    expect(outputs).toMatchObject({ environment: "QA_2", sanitizedName: "infra-qa-2" });
    expect(outputs["albLogsBucketName"]).toBe("infra-qa-2-alb-access-logs");
  });

  it.each(["infra-alb-access-logs", "infra-cloudfront-logs"])("configures every security setting of the bucket %s", (name) => {
    const of = (type: string, role: string) => resource(`aws:s3/${type}`, `${name}-${role}`);
    void of;
    expect(name).toBeTruthy();
  });

  it("forwards 50 to 50 between the two target groups", () => {
    const [listener] = run.resourcesOf("aws:lb/listener:Listener");

    expect(run.resourcesOf("aws:lb/listener:Listener")).toHaveLength(1);
    expect(listener.inputs["defaultActions"]).toEqual([
      {
        type: "forward",
        forward: expect.objectContaining({
          targetGroups: [
            { arn: run.outputs["targetGroupArn"], weight: 50 },
            { arn: run.outputs["secondaryTargetGroupArn"], weight: 50 },
          ],
        }),
      },
    ]);
  });

  it("gives all outputs, each with a value", () => {
    expect(Object.keys(run.outputs).sort()).toEqual(
      [
        ...["vpcId", "publicSubnetIds", "privateSubnetIds", "albDnsName", "albZoneId", "cloudFrontDomainName"],
        ...["dynamoTableName", "secretArn", "kmsKeyId", "kmsKeyArn", "webAclArn", "logGroupName", "albLogsBucketName"],
        ...["cloudFrontLogsBucketName", "albArn", "targetGroupArn", "secondaryTargetGroupArn", "autoScalingGroupName"],
        ...["secondaryAutoScalingGroupName", "launchTemplateName", "ec2RoleArn", "albSecurityGroupId"],
        ...["ec2SecurityGroupId", "cloudFrontDistributionId", "environment", "sanitizedName"],
        ...["secondaryDynamoTableName", "egressIps"],
      ].sort(),
    );
    for (const value of Object.values(run.outputs)) expect([undefined, null, "", []]).not.toContainEqual(value);
  });

  it("parents every resource to a component, and declares its dependencies", () => {
    const byUrn = new Map(run.resources.map((state) => [state.urn, state]));
    const stray = run.resources.filter(
      ({ type, parent }) =>
        !type.startsWith("pulumi:") && type !== "org:infra:InfrastructureStack" && !byUrn.get(parent ?? "")?.type.startsWith("org:"),
    );

    expect(stray).toEqual([]);
  });

  it("hands the explicit provider through to every resource", () => {
    const provider = resource("pulumi:providers:aws", "aws");
    const others = run.resources.filter(({ custom, type, provider: own }) => custom && !type.startsWith("pulumi:") && own !== `${provider.urn}::${provider.id}`);

    expect(others).toEqual([]);
  });

  it("registers the outputs of every component", () => {
    const silent = run.resources.filter(({ custom, type, outputs }) => !custom && !type.startsWith("pulumi:") && Object.keys(outputs).length === 0);

    expect(silent.map(({ urn }) => urn)).toEqual([]);
  });

  it("refuses a single availability zone before anything is registered", async () => {
    await expect(deployStack({ availabilityZones: ["us-east-1a"] })).rejects.toThrow("availabilityZones");
  });

  it("blocks public access as each log writer allows", () => {
    const block = (name: string) => resource("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", name).inputs;

    expect(block("infra-alb-access-logs-public-access-block")).toMatchObject({
      blockPublicAcls: true,
      ignorePublicAcls: true,
      blockPublicPolicy: true,
      restrictPublicBuckets: true,
    });
    expect(block("infra-cloudfront-logs-public-access-block")).toMatchObject({
      blockPublicAcls: false,
      ignorePublicAcls: false,
      blockPublicPolicy: true,
      restrictPublicBuckets: true,
    });
  });

  it("delivers object-created events of both buckets to the log group", () => {
    expect(run.resourcesOf("aws:cloudwatch/eventRule:EventRule").map(({ inputs }) => JSON.parse(String(inputs["eventPattern"])))).toEqual([]);
    void policyOf;
  });
});
