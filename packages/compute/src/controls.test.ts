import { SimulatedAws } from "@org/aws-simulator";
import { deploy, type DeployRun } from "@org/offline-engine";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { hardenedService } from "./hardened-service.fixture";

const readme = readFileSync(resolve(__dirname, "../README.md"), "utf8");
const table = readme.split("## Controls that it meets")[1].matchAll(/^\| (.*?) \|/gm);
const claimed = [...table].flatMap(([, cell]) => cell.split(", ")).filter((id) => id !== "Control");

const balancer = "aws:lb/loadBalancer:LoadBalancer";
const listener = "aws:lb/listener:Listener";
const targetGroup = "aws:lb/targetGroup:TargetGroup";
const template = "aws:ec2/launchTemplate:LaunchTemplate";
const fleet = "aws:autoscaling/group:Group";
const ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

let run: DeployRun;

/** What every resource of a type has at a path like `accessLogs.enabled`; there is at least one. */
function valuesAt(type: string, path: string): unknown[] {
  const resources = run.resources.filter(({ urn, type: own }) => own === type && urn.includes("org:compute:"));
  if (resources.length === 0) throw new Error(`no ${type} is deployed`);
  return resources.map(({ inputs }) =>
    path.split(".").reduce<unknown>((value, key) => {
      return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
    }, inputs),
  );
}

const every = (type: string, path: string, expected: unknown) => () => valuesAt(type, path).every((value) => value === expected);
const matches = (type: string, path: string, text: RegExp) => () => valuesAt(type, path).every((value) => text.test(String(value)));
const closed = (type: string) => () => {
  const open = ["0.0.0.0/0", "::/0"];
  return [...valuesAt(type, "cidrIpv4"), ...valuesAt(type, "cidrIpv6")].every((network) => !open.includes(String(network)));
};
const described = (type: string) => matches(type, "description", /^(?!Managed by)\w.+/);

interface Statement {
  readonly Action: string[];
  readonly Resource: string[];
  readonly Condition?: object;
}
const statements = (holds: (statement: Statement) => boolean) => () =>
  valuesAt("aws:iam/policy:Policy", "policy").every((policy) => JSON.parse(String(policy)).Statement.every(holds));

const controls: Readonly<Record<string, () => boolean>> = {
  "FSBP:ELB.1": every(listener, "protocol", "HTTPS"),
  "FSBP:ELB.18": every(listener, "protocol", "HTTPS"),
  "FSBP:ELB.17": matches(listener, "sslPolicy", /^ELBSecurityPolicy-TLS13-1-(3|2-Res)-/),
  CKV_AWS_103: matches(listener, "sslPolicy", /^ELBSecurityPolicy-TLS13-1-2-Res-/),
  "FSBP:ELB.4": every(balancer, "dropInvalidHeaderFields", true),
  "FSBP:ELB.5": every(balancer, "accessLogs.enabled", true),
  "FSBP:ELB.6": every(balancer, "enableDeletionProtection", true),
  "FSBP:ELB.12": every(balancer, "desyncMitigationMode", "defensive"),
  "FSBP:ELB.13": every(balancer, "subnets.length", 2),
  "FSBP:ELB.21": every(targetGroup, "healthCheck.protocol", "HTTPS"),
  "FSBP:ELB.22": every(targetGroup, "protocol", "HTTPS"),
  CKV_AWS_261: every(targetGroup, "healthCheck.path", "/health"),
  "AwsSolutions-EC23": closed(ingress),
  CKV_AWS_260: closed(ingress),
  "FSBP:EC2.18": closed(ingress),
  "FSBP:EC2.19": closed(ingress),
  "SecHub:EC2.13": closed(ingress),
  "SecHub:EC2.14": closed(ingress),
  "AwsSolutions-EC27": described("aws:ec2/securityGroup:SecurityGroup"),
  "AWS-0124": () => [ingress, egress].every((type) => described(type)()),
  "AWS-0104": closed(egress),
  "FSBP:EC2.170": every(template, "metadataOptions.httpTokens", "required"),
  "FSBP:EC2.8": every(template, "metadataOptions.httpTokens", "required"),
  CKV_AWS_341: every(template, "metadataOptions.httpPutResponseHopLimit", 1),
  "FSBP:EC2.25": every(template, "networkInterfaces.0.associatePublicIpAddress", "false"),
  "FSBP:EC2.17": every(template, "networkInterfaces.length", 1),
  "FSBP:EC2.7": every("aws:ebs/encryptionByDefault:EncryptionByDefault", "enabled", true),
  "SecHub:EC2.182": every("aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess", "state", "block-all-sharing"),
  "prowler:ec2_instance_account_imdsv2_enabled": every(
    "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
    "httpTokens",
    "required",
  ),
  "FSBP:S3.1": () =>
    ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"].every((way) =>
      every("aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock", way, true)(),
    ),
  "FSBP:EC2.181": every(template, "blockDeviceMappings.0.ebs.encrypted", "true"),
  "awsguard:ec2-volume-inuse": every(template, "blockDeviceMappings.0.ebs.deleteOnTermination", "true"),
  CKV_AWS_189: matches(template, "blockDeviceMappings.0.ebs.kmsKeyId", /^arn:aws:kms:.*:key\//),
  "AwsSolutions-EC28": every(template, "monitoring.enabled", true),
  CKV_AWS_135: every(template, "ebsOptimized", "true"),
  CKV2_AWS_41: matches(template, "iamInstanceProfile.arn", /^arn:aws:iam::\d{12}:instance-profile\//),
  "FSBP:AutoScaling.1": () => every(fleet, "healthCheckType", "ELB")() && every(fleet, "healthCheckGracePeriod", 120)(),
  "FSBP:AutoScaling.2": every(fleet, "vpcZoneIdentifiers.length", 2),
  "FSBP:AutoScaling.6": every(fleet, "mixedInstancesPolicy.launchTemplate.overrides.length", 2),
  "FSBP:AutoScaling.9": matches(
    fleet,
    "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateId",
    /^lt-/,
  ),
  "AwsSolutions-AS1": () => valuesAt(fleet, "defaultCooldown").every((seconds) => seconds !== 0),
  "AwsSolutions-AS3": every("aws:autoscaling/notification:Notification", "notifications.length", 4),
  CKV_AWS_153: every(fleet, "tags.0.propagateAtLaunch", true),
  "prowler:autoscaling_group_capacity_rebalance_enabled": every(fleet, "capacityRebalance", true),
  "FSBP:IAM.1": statements(({ Action }) => !Action.includes("*")),
  "FSBP:IAM.21": statements(({ Action }) => !Action.some((action) => action.includes("*"))),
  CKV_AWS_290: statements(({ Resource, Condition }) => !Resource.includes("*") || Condition !== undefined),
  "AwsSolutions-IAM4": matches("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "policyArn", /^arn:aws:iam::\d{12}:policy\//),
  "cdk-nag:IAMNoInlinePolicy": () => run.resourcesOf("aws:iam/rolePolicy:RolePolicy").length === 0,
  "FSBP:KMS.1": statements(({ Action, Resource }) => !Action.includes("kms:Decrypt") || Resource.every((arn) => /:key\/[0-9a-f-]{36}$/.test(arn))),
  CKV_AWS_60: matches("aws:iam/role:Role", "assumeRolePolicy", /"Principal":\{"Service":"ec2\.amazonaws\.com"\}/),
  CKV_AWS_61: matches("aws:iam/role:Role", "assumeRolePolicy", /^(?!.*"AWS":)/),
};

describe("controls that the README claims", () => {
  beforeAll(async () => {
    run = await deploy({ providers: [new SimulatedAws()], program: hardenedService });
  });

  it("are those that are checked here", () => {
    expect(claimed.sort()).toEqual(Object.keys(controls).sort());
  });

  it.each(Object.keys(controls))("%s holds", (id) => {
    expect(controls[id]()).toBe(true);
  });
});
