import { SimulatedAws } from "@org/aws-simulator";
import { checkConformance, type ConformanceOptions, type ConformanceReport, type Exception } from "@org/conformance";
import { deploy } from "@org/offline-engine";
import { SecurityGroup } from "@pulumi/aws/ec2";
import { Zone } from "@pulumi/aws/route53";
import { Topic } from "@pulumi/aws/sns";
import { AccountBaseline, type AccountBaselineArgs } from "./account-baseline";
import { hardenedService, naming } from "./hardened-service.fixture";
import type { SmallNetwork } from "./small-network.fixture";
import { certificateArn, surroundings, wholeService, type WholeServiceArgs } from "./whole-service.fixture";

async function judge(program: () => void, options: ConformanceOptions = {}): Promise<ConformanceReport> {
  const run = { providers: [new SimulatedAws()], program };
  const preview = await deploy({ ...run, preview: true });
  return checkConformance(await deploy(run), { preview, surroundings, ...options });
}

/** Controls that hold by an exception alone. */
const excepted = ({ verdicts }: ConformanceReport) =>
  verdicts.filter(({ excepted: by }) => by.length > 0).map(({ control }) => control).sort();

const outcomeOf = ({ verdicts }: ConformanceReport, id: string) => verdicts.find(({ control }) => control === id)?.outcome;

/** Of the defaults; each is recorded with its reason. */
const exceptions = [
  "AWS-0053",
  "AWS-0104",
  "AwsSolutions-AS3",
  "AwsSolutions-IAM5",
  "CKV2_AWS_76",
  "CKV_AWS_189",
  "FSBP:ELB.21",
  "FSBP:ELB.22",
  "SecHub:ELB.16",
  "prowler:elbv2_listener_pqc_tls_enabled",
  "pulumi-cp:aws-lb-listener-configure-secure-tls",
];

const kmsKeyArn = "arn:aws:kms:us-east-1:210987654321:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const ofTls = ["prowler:elbv2_listener_pqc_tls_enabled", "pulumi-cp:aws-lb-listener-configure-secure-tls"];
const ofCertificates = ["FSBP:ELB.18", "cdk-nag:ELBv2ACMCertificateRequired"];

interface Option {
  readonly args?: (network: SmallNetwork) => WholeServiceArgs;
  /** Controls that need no exception then. */
  readonly spares?: readonly string[];
  /** What needs one then. */
  readonly costs?: readonly Exception[];
}

const options: Readonly<Record<string, Option>> = {
  "its defaults": {},
  'profile: "ephemeral"': {
    args: () => ({ web: { profile: "ephemeral" } }),
    costs: [{ controls: ["FSBP:ELB.6"], resources: /^web-load-balancer$/, reason: "it is there to be destroyed" }],
  },
  'accessLogs: "off"': {
    args: () => ({ web: { accessLogs: "off" } }),
    costs: [{ controls: ["FSBP:ELB.5"], resources: /^web-load-balancer$/, reason: "whoever says so wants no logs" }],
  },
  'scheme: "internal"': {
    args: ({ privateSubnetIds }) => ({ web: { scheme: "internal", subnetIds: privateSubnetIds } }),
    spares: ["AWS-0053", "CKV2_AWS_76", "SecHub:ELB.16"],
  },
  "a custom domain and the header of a distribution": {
    args: () => ({
      web: {
        customDomain: { names: ["origin.example.com"], hostedZoneId: new Zone("zone", { name: "example.com" }).zoneId },
        listeners: {
          443: {
            protocol: "HTTPS",
            certificateArn,
            originVerify: { headerName: "X-Origin-Verify", values: ["3f786850e387550fdab836ed", "89e6c98d92887913cadf06b2"] },
          },
        },
      },
    }),
  },
  "a TLS policy of TLS 1.3 alone": {
    args: () => ({
      web: { listeners: { 443: { protocol: "HTTPS", certificateArn, tlsPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06" } } },
    }),
    spares: ["pulumi-cp:aws-lb-listener-configure-secure-tls"],
  },
  "a listener that redirects, for everybody": {
    args: () => ({
      web: {
        listeners: { 80: { protocol: "HTTP", redirectToPort: 443 }, 443: { protocol: "HTTPS", certificateArn } },
        sources: { cidrBlocks: ["0.0.0.0/0", "::/0"] },
      },
    }),
    costs: [
      { controls: ["AwsSolutions-EC23", "CKV_AWS_260"], resources: /^web-ingress-/, reason: "a public site is for everybody" },
      { controls: ofCertificates, resources: /^web-listener-80$/, reason: "a redirect to HTTPS is asked for by HTTP" },
    ],
  },
  "insecureHttp for declared sources": {
    args: ({ vpcId }) => ({
      web: {
        listeners: { 80: { protocol: "HTTP", insecureHttp: true } },
        sources: {
          cidrBlocks: ["203.0.113.0/24", "2001:db8:1::/48"],
          prefixListIds: { office: "pl-0123456789abcdef0" },
          securityGroupIds: { proxy: new SecurityGroup("endpoints", { vpcId, description: "A proxy" }).id },
        },
      },
    }),
    spares: ofTls,
    costs: [
      {
        controls: [...ofCertificates, "FSBP:ELB.1", "CKV_AWS_103"],
        resources: /^web-listener-80$/,
        reason: "whoever says `insecureHttp` accepts it",
      },
    ],
  },
  'targetProtocol: "HTTPS"': { args: () => ({ web: { targetProtocol: "HTTPS" } }), spares: ["FSBP:ELB.21", "FSBP:ELB.22"] },
  "external weights and stickiness": {
    args: () => ({
      web: { weights: { mode: "external", initial: { primary: 100, secondary: 0 } }, stickiness: { duration: 300 } },
    }),
  },
  "a role that reads secrets, uses a table, writes logs and publishes metrics": {
    args: () => ({
      role: {
        logGroupArns: ["arn:aws:logs:us-east-1:123456789012:log-group:shop-dev-app"],
        secretArns: ["arn:aws:secretsmanager:us-east-1:123456789012:secret:app-a1B2c3"],
        tableArns: ["arn:aws:dynamodb:us-east-1:123456789012:table/orders"],
        kmsKeyArn,
        metricNamespaces: ["CWAgent"],
        permissionsBoundaryArn: "arn:aws:iam::123456789012:policy/boundary",
      },
    }),
  },
  "a role of grants alone": {
    args: () => ({
      role: {
        sessionManager: false,
        grants: [
          {
            sid: "ReadOrders",
            actions: ["dynamodb:GetItem"],
            resources: ["arn:aws:dynamodb:us-east-1:123456789012:table/orders"],
            resourceSuffixes: [""],
          },
        ],
      },
    }),
    spares: ["AwsSolutions-IAM5"],
  },
  "a role that may do nothing": { args: () => ({ role: { sessionManager: false } }), spares: ["AwsSolutions-IAM5"] },
  "volumes with a key of its own, a fixed image and a script": {
    args: () => ({
      template: {
        kmsKeyArn,
        image: { imageId: "ami-0123456789abcdef0" },
        rootVolume: { size: 20 },
        userData: "#!/bin/sh\nsystemctl enable --now app\n",
      },
    }),
    spares: ["CKV_AWS_189"],
  },
  "declared ways out": {
    args: ({ vpcId }) => ({
      template: {
        httpsDestinations: {
          cidrBlocks: ["10.0.0.0/16"],
          prefixListIds: { s3: "pl-63a5400a" },
          securityGroupIds: { endpoints: new SecurityGroup("endpoints", { vpcId, description: "VPC endpoints" }).id },
        },
      },
    }),
    spares: ["AWS-0104"],
  },
  "an instance type without an equal": {
    args: () => ({ template: { instanceType: "t4g.small" } }),
    costs: [
      { controls: ["FSBP:AutoScaling.6"], resources: /^primary-/, reason: "which other types will do, `mixedInstances` alone can say" },
    ],
  },
  "Spot instances, scaling, checkpoints and a termination hook": {
    args: () => ({
      fleet: {
        mixedInstances: { instanceTypes: ["t3.micro", "t3a.micro", "t2.micro"], spot: { onDemandPercentage: 50 } },
        scaling: { metric: "ASGAverageCPUUtilization", targetValue: 50 },
        instanceRefresh: { checkpoints: { percentages: [50, 100] } },
        terminationHook: { heartbeatTimeout: 120 },
      },
    }),
  },
  "a topic that is told of launches": {
    args: () => ({ fleet: { notificationTopicArn: new Topic("scaling", { name: "scaling" }).arn } }),
    spares: ["AwsSolutions-AS3"],
  },
  "a fleet without a target group": { args: () => ({ fleet: { targetGroupArns: [] } }) },
};

describe("a load balancer with a fleet behind it", () => {
  it.each(Object.entries(options))("with %s meets every control or has an exception, and no other than it needs", async (_, option) => {
    const { args, spares = [], costs = [] } = option;
    const report = await judge(() => wholeService(args), { exceptions: costs });
    expect(report.failures).toEqual([]);
    expect(outcomeOf(report, "structure:seen-in-preview")).toBe("pass");
    const left = exceptions.filter((control) => !spares.includes(control));
    expect(excepted(report)).toEqual([...left, ...costs.flatMap(({ controls }) => controls)].sort());
    expect(costs.filter((cost) => report.unusedExceptions.includes(cost))).toEqual([]);
  });

  it("that is hardened, under another name than the stack's, needs those that no argument spares", async () => {
    const report = await judge(hardenedService, { naming });
    expect(report.failures).toEqual([]);
    expect(excepted(report)).toEqual(["AWS-0053", "AwsSolutions-IAM5", "CKV2_AWS_76", "SecHub:ELB.16", ...ofTls]);
  });
});

describe("an account baseline", () => {
  const controls = ["FSBP:EC2.7", "FSBP:S3.1", "SecHub:EC2.182", "prowler:ec2_instance_account_imdsv2_enabled"];

  it.each<[string, AccountBaselineArgs, readonly string[]]>([
    ["meets the controls of accounts", {}, controls],
    ["leaves out what it is told to", { except: ["s3PublicAccess", "instanceMetadata"] }, ["FSBP:EC2.7", "SecHub:EC2.182"]],
  ])("%s, without an exception", async (_, args, met) => {
    const report = await judge(() => void new AccountBaseline("account", args));
    expect([report.failures, excepted(report)]).toEqual([[], []]);
    expect(controls.filter((control) => outcomeOf(report, control) === "pass")).toEqual(met);
  });
});
