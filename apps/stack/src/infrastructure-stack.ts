import { ApplicationLoadBalancer, Fleet, InstanceRole, InstanceTemplate } from "@org/infra-compute";
import { EncryptionKey, GeneratedSecret, LogBucket, Table } from "@org/infra-data";
import { Distribution, OriginVerification, WebAcl } from "@org/infra-edge";
import { childName, Naming } from "@org/infra-naming";
import { Network } from "@org/infra-network";
import { Alarms, EncryptedLogGroup, ObjectCreatedEvents } from "@org/infra-observability";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import * as pulumi from "@pulumi/pulumi";
import { alarmSubjects } from "./alarm-subjects";
import { configuredEnvironment } from "./config";
import type { FleetSize, InfrastructureStackArgs } from "./infrastructure-stack-args";
import { type InfrastructureStackOutputs, stackOutputs } from "./stack-outputs";

export type { FleetSize, InfrastructureStackArgs } from "./infrastructure-stack-args";

/** Where CloudFront's web ACLs, their logs and its metrics live, from any home region. */
const edgeRegion = "us-east-1";

/**
 * One whole deployment: network, weighted load balancer with two fleets, tables, key, secret, log buckets, CloudFront
 * behind WAF, logs, events and alarms. It only joins components; each of them says what it makes.
 *
 * @throws ArgumentError when an argument breaks a rule, before the component concerned registers anything
 */
export class InfrastructureStack extends pulumi.ComponentResource {
  readonly environment: string;
  readonly sanitizedName: string;
  readonly network: Network;
  readonly key: EncryptionKey;
  /** Key of what lives in us-east-1: `key` itself when that is the home region. */
  readonly edgeKey: EncryptionKey;
  readonly primaryTable: Table;
  readonly secondaryTable: Table;
  readonly secret: GeneratedSecret;
  readonly loadBalancerLogs: LogBucket<"alb">;
  readonly cloudFrontLogs: LogBucket<"cloudfront">;
  /** The header by which the load balancer knows CloudFront's requests, when that is asked for. */
  readonly originVerification?: OriginVerification;
  readonly loadBalancer: ApplicationLoadBalancer;
  readonly logGroup: EncryptedLogGroup;
  readonly instanceRole: InstanceRole;
  readonly instanceTemplate: InstanceTemplate;
  readonly primaryFleet: Fleet;
  readonly secondaryFleet: Fleet;
  readonly webAcl: WebAcl;
  readonly distribution: Distribution;
  readonly events: ObjectCreatedEvents;
  readonly alarms: Alarms;
  /** What `main.ts` exports; the names are a contract. */
  readonly outputs: InfrastructureStackOutputs;

  /** Sizes of the two fleets. */
  readonly fleetSizes: Readonly<Record<"primary" | "secondary", FleetSize>>;

  readonly #name: string;
  readonly #args: InfrastructureStackArgs;
  readonly #naming: Naming;
  readonly #within: pulumi.ComponentResourceOptions = { parent: this };

  constructor(name: string, args: InfrastructureStackArgs, opts?: pulumi.ComponentResourceOptions) {
    super("org:infra:InfrastructureStack", name, {}, opts);
    this.environment = args.environment ?? configuredEnvironment();
    const naming = new Naming({ project: pulumi.getProject(), environment: this.environment });
    this.sanitizedName = naming.sanitizedName;
    this.#name = name;
    this.#args = args;
    this.#naming = naming.within(name);

    this.fleetSizes = {
      primary: args.primaryFleet ?? { minSize: 2, maxSize: 6, desiredCapacity: 2 },
      secondary: args.secondaryFleet ?? { minSize: 2, maxSize: 4, desiredCapacity: 2 },
    };

    this.key = this.createKey();
    this.network = this.createNetwork();
    this.edgeKey = this.createEdgeKey();
    this.logGroup = this.createLogGroup();
    this.primaryTable = this.createTable("primary-table");
    this.secondaryTable = this.createTable("secondary-table");
    this.secret = new GeneratedSecret(this.child("app-credentials"), { ...this.common(), kmsKeyId: this.key.arn }, this.#within);
    this.loadBalancerLogs = new LogBucket(this.child("alb-access-logs"), this.logBucket({ kind: "alb" }), this.#within);
    this.cloudFrontLogs = new LogBucket(
      this.child("cloudfront-logs"),
      this.logBucket({ kind: "cloudfront", kmsKeyArn: this.key.arn }),
      this.#within,
    );
    this.originVerification = this.createOriginVerification(args.originVerificationVersion);
    this.loadBalancer = this.createLoadBalancer();
    this.instanceRole = this.createInstanceRole();
    this.instanceTemplate = this.createInstanceTemplate();
    this.primaryFleet = this.createFleet("primary");
    this.secondaryFleet = this.createFleet("secondary");
    this.webAcl = new WebAcl(this.child("web-acl"), { ...this.common(), logKmsKeyArn: this.edgeKey.arn }, this.#within);
    this.distribution = this.createDistribution();
    this.events = this.createEvents();
    this.alarms = this.createAlarms();

    this.outputs = stackOutputs(this);
    this.registerOutputs(this.outputs);
  }

  private child(role: string): string {
    return childName(this.#name, role);
  }

  /** What every component takes. */
  private common() {
    return { naming: this.#naming, profile: this.#args.profile };
  }

  private logBucket<Writer>(writer: Writer) {
    return { ...this.common(), region: this.#args.region, writer };
  }

  private createNetwork(): Network {
    const { region, availabilityZones, vpcCidrBlock, natGateways } = this.#args;
    return new Network(
      this.child("network"),
      {
        ...this.common(),
        region,
        availabilityZones,
        cidrBlock: vpcCidrBlock,
        natGateways,
        flowLogs: this.#args.profile === "ephemeral" ? { kind: "none" } : { kind: "cloudwatch", kmsKeyArn: this.key.arn },
      },
      this.#within,
    );
  }

  private createKey(): EncryptionKey {
    // The key exists before its buckets, so its policy knows them by name.
    const bucketNames = [this.#naming.physicalName("aws:s3/bucket:Bucket", this.child("cloudfront-logs"))];
    return new EncryptionKey(
      this.child("key"),
      {
        ...this.common(),
        region: this.#args.region,
        consumers: { cloudWatchLogs: true, logDelivery: { bucketNames }, alarmTopics: true, eventBridge: true },
      },
      this.#within,
    );
  }

  private createEdgeKey(): EncryptionKey {
    if (this.#args.region === edgeRegion) return this.key;
    return new EncryptionKey(
      this.child("edge-key"),
      { ...this.common(), region: edgeRegion, consumers: { cloudWatchLogs: true, alarmTopics: true } },
      this.#within,
    );
  }

  private createLogGroup(): EncryptedLogGroup {
    return new EncryptedLogGroup(
      this.child("events"),
      { ...this.common(), kmsKeyArn: this.key.arn, retentionInDays: this.#args.logRetentionInDays ?? 14 },
      this.#within,
    );
  }

  private createTable(role: string): Table {
    const { tableReadCapacity: read = 5, tableWriteCapacity: write = 5 } = this.#args;
    return new Table(
      this.child(role),
      {
        ...this.common(),
        hashKey: { name: "id", type: "S" },
        capacity: { mode: "provisioned", read, write },
        kmsKeyArn: this.key.arn,
      },
      this.#within,
    );
  }

  private createOriginVerification(version: number | undefined): OriginVerification | undefined {
    if (version === undefined) return undefined;
    return new OriginVerification(
      this.child("origin-verification"),
      { ...this.common(), source: { kind: "generated", kmsKeyId: this.key.arn, version } },
      this.#within,
    );
  }

  private createLoadBalancer(): ApplicationLoadBalancer {
    return new ApplicationLoadBalancer(
      this.child("alb"),
      {
        ...this.common(),
        vpcId: this.network.vpcId,
        subnetIds: this.network.publicSubnetIds,
        // CloudFront ends the viewers' TLS; a certificate for the way behind it needs a domain name of the user's own.
        listeners: { 80: { protocol: "HTTP", insecureHttp: true, originVerify: this.originVerification } },
        sources: "cloudFront",
        weights: this.#args.trafficWeights,
        accessLogs: { bucket: this.loadBalancerLogs.bucketName, ready: [...this.loadBalancerLogs.ready] },
      },
      this.#within,
    );
  }

  private createInstanceRole(): InstanceRole {
    return new InstanceRole(
      this.child("instance-role"),
      {
        naming: this.#naming,
        region: this.#args.region,
        logGroupArns: [this.logGroup.arn],
        secretArns: [this.secret.arn],
        tableArns: [this.primaryTable.arn, this.secondaryTable.arn],
        kmsKeyArn: this.key.arn,
      },
      this.#within,
    );
  }

  private createInstanceTemplate(): InstanceTemplate {
    return new InstanceTemplate(
      this.child("instance"),
      {
        naming: this.#naming,
        vpcId: this.network.vpcId,
        instanceType: this.#args.instanceType ?? "t3.micro",
        instanceProfileArn: this.instanceRole.instanceProfileArn,
        loadBalancerSecurityGroupId: this.loadBalancer.securityGroupId,
        targetPort: this.loadBalancer.targetPort,
      },
      this.#within,
    );
  }

  private createFleet(half: "primary" | "secondary"): Fleet {
    const pinned = half === "secondary" ? this.#args.secondaryLaunchTemplateVersion : undefined;
    return new Fleet(
      this.child(`${half}-fleet`),
      {
        ...this.fleetSizes[half],
        naming: this.#naming,
        subnetIds: this.network.privateSubnetIds,
        launchTemplateId: this.instanceTemplate.launchTemplateId,
        launchTemplateVersion: pinned === undefined ? this.instanceTemplate.version : String(pinned),
        targetGroupArns: [this.loadBalancer[`${half}TargetGroupArn`]],
        trafficWeight: this.#args.trafficWeights?.[half] ?? 50,
        healthCheck: this.loadBalancer.healthCheck,
      },
      this.#within,
    );
  }

  private createDistribution(): Distribution {
    return new Distribution(
      this.child("distribution"),
      {
        ...this.common(),
        origin: {
          kind: "custom",
          domainName: this.loadBalancer.dnsName,
          protocol: "http-only",
          verification: this.originVerification,
          verifiedBy: Object.values(this.loadBalancer.verifiedForwards),
        },
        webAclArn: this.webAcl.arn,
        logging: { kind: "legacy", bucket: this.cloudFrontLogs },
      },
      this.#within,
    );
  }

  private createEvents(): ObjectCreatedEvents {
    return new ObjectCreatedEvents(
      this.child("log-objects"),
      {
        naming: this.#naming,
        buckets: { "alb-logs": this.loadBalancerLogs.bucketName, "cloudfront-logs": this.cloudFrontLogs.bucketName },
        logGroup: this.logGroup,
        kmsKeyArn: this.key.arn,
      },
      this.#within,
    );
  }

  private createAlarms(): Alarms {
    return new Alarms(
      this.child("alarms"),
      {
        ...this.common(),
        region: this.#args.region,
        accountId: getCallerIdentityOutput({}, this.#within).accountId,
        kmsKeyArn: this.key.arn,
        subjects: alarmSubjects(this, this.#args.profile),
      },
      this.#within,
    );
  }
}
