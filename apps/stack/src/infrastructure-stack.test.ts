import type { DeployRun } from "@org/offline-engine";
import { ComponentResource } from "@pulumi/pulumi";
import { deployStack } from "./deployed-stack.fixture";
import { InfrastructureStack } from "./infrastructure-stack";

describe("InfrastructureStack", () => {
  let run: DeployRun;

  beforeAll(async () => {
    run = await deployStack();
  });

  const resource = (type: string, name: string) => run.resource(type, name);

  it("is a reusable component class with typed arguments and options", async () => {
    const stack = resource("org:infra:InfrastructureStack", "infra");

    expect(InfrastructureStack.prototype).toBeInstanceOf(ComponentResource);
    expect(stack.urn).toBe("urn:pulumi:test::infra::org:infra:InfrastructureStack::infra");
    expect(stack.custom).toBe(false);
  });

  it("has nothing missing: every resource of the design, in the expected number", () => {
    const counts: Record<string, number> = {};
    for (const { type } of run.resources.filter(({ custom }) => custom)) counts[type] = (counts[type] ?? 0) + 1;

    expect(counts).toEqual({
      "pulumi:providers:aws": 1,
      "aws:appautoscaling/policy:Policy": 4,
      "aws:appautoscaling/target:Target": 4,
      "aws:autoscaling/group:Group": 2,
      "aws:autoscaling/policy:Policy": 2,
      "aws:backup/plan:Plan": 1,
      "aws:backup/selection:Selection": 1,
      "aws:backup/vault:Vault": 1,
      "aws:cloudfront/distribution:Distribution": 1,
      "aws:cloudfront/monitoringSubscription:MonitoringSubscription": 1,
      "aws:cloudwatch/compositeAlarm:CompositeAlarm": 1,
      "aws:cloudwatch/dashboard:Dashboard": 1,
      "aws:cloudwatch/eventRule:EventRule": 3,
      "aws:cloudwatch/eventTarget:EventTarget": 3,
      "aws:cloudwatch/logGroup:LogGroup": 3,
      "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": 1,
      "aws:cloudwatch/metricAlarm:MetricAlarm": 32,
      "aws:dynamodb/table:Table": 2,
      "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": 1,
      "aws:ec2/eip:Eip": 2,
      "aws:ec2/flowLog:FlowLog": 1,
      "aws:ec2/internetGateway:InternetGateway": 1,
      "aws:ec2/launchTemplate:LaunchTemplate": 1,
      "aws:ec2/natGateway:NatGateway": 2,
      "aws:ec2/route:Route": 4,
      "aws:ec2/routeTable:RouteTable": 4,
      "aws:ec2/routeTableAssociation:RouteTableAssociation": 4,
      "aws:ec2/securityGroup:SecurityGroup": 3,
      "aws:ec2/subnet:Subnet": 4,
      "aws:ec2/vpc:Vpc": 1,
      "aws:ec2/vpcEndpoint:VpcEndpoint": 4,
      "aws:iam/instanceProfile:InstanceProfile": 1,
      "aws:iam/policy:Policy": 3,
      "aws:iam/role:Role": 3,
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment": 3,
      "aws:kms/alias:Alias": 2,
      "aws:kms/key:Key": 2,
      "aws:lb/listener:Listener": 1,
      "aws:lb/loadBalancer:LoadBalancer": 1,
      "aws:lb/targetGroup:TargetGroup": 2,
      "aws:s3/bucket:Bucket": 2,
      "aws:s3/bucketAcl:BucketAcl": 1,
      "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": 2,
      "aws:s3/bucketNotification:BucketNotification": 2,
      "aws:s3/bucketOwnershipControls:BucketOwnershipControls": 2,
      "aws:s3/bucketPolicy:BucketPolicy": 2,
      "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": 2,
      "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": 2,
      "aws:s3/bucketVersioning:BucketVersioning": 2,
      "aws:secretsmanager/secret:Secret": 1,
      "aws:secretsmanager/secretPolicy:SecretPolicy": 1,
      "aws:secretsmanager/secretVersion:SecretVersion": 1,
      "aws:sns/topic:Topic": 1,
      "aws:sns/topicPolicy:TopicPolicy": 1,
      "aws:sqs/queue:Queue": 2,
      "aws:sqs/queuePolicy:QueuePolicy": 2,
      "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": 2,
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": 3,
      "aws:wafv2/webAcl:WebAcl": 1,
      "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": 1,
    });
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
        ...["secondaryDynamoTableName", "networkLayout", "egressIps", "bypassProtection", "url"],
        ...["alarmTopicArn", "dashboardName", "backupVaultName"],
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

  it("marks the secret's value as a secret, and leaves it out of what AWS answers", () => {
    const [version] = run.resourcesOf("aws:secretsmanager/secretVersion:SecretVersion");
    const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: expect.any(String) };

    expect(version.inputs["secretStringWo"]).toEqual(secret);
    expect(version.outputs["secretStringWo"]).toBeUndefined();
    expect(JSON.stringify(version.outputs)).not.toContain((version.inputs["secretStringWo"] as { value: string }).value);
  });

  it("protects what holds data in production", async () => {
    const protectedTypes = run.resources.filter((state) => state.protect).map(({ type }) => type);

    expect(protectedTypes.sort()).toEqual([
      ...["aws:backup/vault:Vault", "aws:dynamodb/table:Table", "aws:dynamodb/table:Table"],
      ...["aws:ec2/eip:Eip", "aws:ec2/eip:Eip", "aws:kms/key:Key", "aws:kms/key:Key"],
    ]);
    expect(resource("aws:lb/loadBalancer:LoadBalancer", "infra-alb-load-balancer").inputs["enableDeletionProtection"]).toBe(true);
  });

  it("keeps what is global in us-east-1 when its home is another region", async () => {
    const eu = await deployStack({ region: "eu-west-1", availabilityZones: ["eu-west-1a", "eu-west-1b"] });
    const abroad = eu.resources.filter(({ inputs }) => inputs["region"] === "us-east-1").map(({ type }) => type);

    expect([...new Set(abroad)].sort()).toEqual([
      "aws:cloudwatch/eventRule:EventRule",
      "aws:cloudwatch/eventTarget:EventTarget",
      "aws:cloudwatch/logGroup:LogGroup",
      "aws:cloudwatch/metricAlarm:MetricAlarm",
      "aws:kms/alias:Alias",
      "aws:kms/key:Key",
      "aws:sns/topic:Topic",
      "aws:sns/topicPolicy:TopicPolicy",
      "aws:sqs/queue:Queue",
      "aws:sqs/queuePolicy:QueuePolicy",
      "aws:wafv2/webAcl:WebAcl",
      "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
    ]);
    expect(eu.outputs["webAclArn"]).toContain(":us-east-1:");
  });
});
