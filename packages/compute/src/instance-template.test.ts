import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy, type DeployRun } from "@org/offline-engine";
import { SecurityGroup, Vpc } from "@pulumi/aws/ec2";
import { InstanceProfile, Role } from "@pulumi/aws/iam";
import { Provider } from "@pulumi/aws/provider";
import type { ComponentResourceOptions } from "@pulumi/pulumi";
import { InstanceTemplate, type InstanceTemplateArgs } from "./instance-template";
import { smallNetwork } from "./small-network.fixture";

const naming = new Naming({ project: "shop", environment: "dev" });
const own = "org:compute:InstanceTemplate";
const launchTemplate = "aws:ec2/launchTemplate:LaunchTemplate";
const egressRule = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const ingressRule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

function webTemplate(args: Partial<InstanceTemplateArgs> = {}, opts?: ComponentResourceOptions) {
  const { vpcId } = smallNetwork();
  const balancer = new SecurityGroup("balancer", { vpcId, description: "Load balancer" });
  const trust = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }],
  };
  const role = new Role("web", { assumeRolePolicy: JSON.stringify(trust) });
  const profile = new InstanceProfile("web", { role: role.name });
  return new InstanceTemplate(
    "web",
    {
      vpcId,
      instanceType: "t3.micro",
      instanceProfileArn: profile.arn,
      loadBalancerSecurityGroupId: balancer.id,
      naming,
      ...args,
    },
    opts,
  );
}

const childrenOf = (run: DeployRun) => run.resources.filter(({ parent }) => parent === run.resource(own).urn);

describe("InstanceTemplate", () => {
  const aws = new SimulatedAws();
  let run: DeployRun;
  const program = () => {
    const { version, imageId } = webTemplate({ userData: "#!/bin/bash\necho ready" });
    return { version, imageId };
  };
  beforeAll(async () => {
    run = await deploy({ providers: [aws], program });
  });

  it("creates exactly these resources, all of them its children", () => {
    expect(childrenOf(run).map(({ type, urn }) => `${type} ${urn.split("::").at(-1)}`).sort()).toEqual([
      "aws:ec2/launchTemplate:LaunchTemplate web-launch-template",
      "aws:ec2/securityGroup:SecurityGroup web-security-group",
      "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule web-https-egress",
      "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule web-load-balancer-egress",
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule web-load-balancer-ingress",
    ]);
  });

  it("opens the path from the load balancer on both sides, on the target port only", () => {
    const balancer = run.resource("aws:ec2/securityGroup:SecurityGroup", "balancer").id;
    const instances = run.resource("aws:ec2/securityGroup:SecurityGroup", "web-security-group").id;
    const onTargetPort = { ipProtocol: "tcp", fromPort: 80, toPort: 80 };
    expect(run.resource(egressRule, "web-load-balancer-egress").inputs).toMatchObject({
      securityGroupId: balancer,
      referencedSecurityGroupId: instances,
      ...onTargetPort,
    });
    expect(run.resource(ingressRule).inputs).toMatchObject({
      securityGroupId: instances,
      referencedSecurityGroupId: balancer,
      ...onTargetPort,
    });
  });

  it("lets the instances out to HTTPS and to nothing else", () => {
    expect(run.resource(egressRule, "web-https-egress").inputs).toMatchObject({
      securityGroupId: run.resource("aws:ec2/securityGroup:SecurityGroup", "web-security-group").id,
      cidrIpv4: "0.0.0.0/0",
      ipProtocol: "tcp",
      fromPort: 443,
      toPort: 443,
    });
    const group = run.resource("aws:ec2/securityGroup:SecurityGroup", "web-security-group").inputs;
    expect(group).toMatchObject({ name: "shop-dev-web-instance" });
    expect(group).not.toHaveProperty("ingress");
    expect(group).not.toHaveProperty("egress");
  });

  it("requires IMDSv2 one hop away, encrypts the volume and gives no public address", () => {
    expect(run.resource(launchTemplate).inputs).toMatchObject({
      name: "shop-dev-web",
      instanceType: "t3.micro",
      imageId: run.outputs.imageId,
      iamInstanceProfile: { arn: run.resource("aws:iam/instanceProfile:InstanceProfile").outputs.arn },
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      monitoring: { enabled: true },
      ebsOptimized: "true",
      networkInterfaces: [
        {
          deviceIndex: 0,
          associatePublicIpAddress: "false",
          deleteOnTermination: "true",
          securityGroups: [run.resource("aws:ec2/securityGroup:SecurityGroup", "web-security-group").id],
        },
      ],
      blockDeviceMappings: [
        {
          deviceName: "/dev/xvda",
          ebs: { volumeType: "gp3", volumeSize: 8, encrypted: "true", deleteOnTermination: "true" },
        },
      ],
    });
    expect(run.resource(launchTemplate).inputs).not.toHaveProperty("vpcSecurityGroupIds");
    expect(run.resource(launchTemplate).inputs).not.toHaveProperty("keyName");
  });

  it("encodes the user data and tags what is launched", () => {
    const { userData, tagSpecifications, tags } = run.resource(launchTemplate).inputs;
    expect(Buffer.from(String(userData), "base64").toString()).toBe("#!/bin/bash\necho ready");
    expect(tags).toEqual({ Name: "shop-dev-web", Project: "shop", Environment: "dev", ManagedBy: "pulumi" });
    expect(tagSpecifications).toEqual([
      { resourceType: "instance", tags },
      { resourceType: "volume", tags },
      { resourceType: "network-interface", tags },
    ]);
  });

  it("takes the image from the public parameter, openly and not as a secret", () => {
    expect(run.outputs.imageId).toMatch(/^ami-[0-9a-f]{17}$/);
    const { inputs } = run.resource(launchTemplate);
    expect(typeof inputs.imageId).toBe("string");
  });

  it("gives its version as the string of a number, and its rules before the template", () => {
    expect(run.outputs.version).toBe("1");
    const rules = [...run.resourcesOf(egressRule), ...run.resourcesOf(ingressRule)].map(({ urn }) => urn);
    expect(rules).toHaveLength(3);
    expect(run.resource(launchTemplate).dependencies).toEqual(expect.arrayContaining(rules));
  });

  it("registers its outputs", () => {
    expect(run.resource(own).outputs).toEqual({
      launchTemplateId: run.resource(launchTemplate).id,
      launchTemplateName: "shop-dev-web",
      version: "1",
      securityGroupId: run.resource("aws:ec2/securityGroup:SecurityGroup", "web-security-group").id,
      imageId: run.outputs.imageId,
    });
  });

  it("changes nothing in a second deployment", async () => {
    const second = await deploy({ providers: [aws], program, state: run.state });
    expect(second.steps.filter(({ op }) => op !== "same")).toEqual([]);
    expect(second.outputs.version).toBe("1");
  });

  it("counts its version up when the instances change", async () => {
    const larger = () => {
      const { version } = webTemplate({ userData: "#!/bin/bash\necho ready", instanceType: "t3.small" });
      return { version };
    };
    const second = await deploy({ providers: [aws], program: larger, state: run.state });
    expect(second.steps.filter(({ op }) => op !== "same").map(({ op, name }) => `${op} ${name}`)).toEqual([
      "update web-launch-template",
    ]);
    expect(second.outputs.version).toBe("2");
  });
});

describe("InstanceTemplate with its options", () => {
  it("starts a fixed image from a larger volume under a key of its own, on another port", async () => {
    const kmsKeyArn = "arn:aws:kms:us-east-1:210987654321:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    const image = { imageId: "ami-0123456789abcdef0" };
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => void webTemplate({ image, kmsKeyArn, rootVolume: { size: 30 }, targetPort: 8080 }),
    });
    expect(run.resource(launchTemplate).inputs).toMatchObject({
      imageId: "ami-0123456789abcdef0",
      blockDeviceMappings: [{ ebs: { kmsKeyId: kmsKeyArn, volumeSize: 30 } }],
    });
    expect(run.resource(launchTemplate).inputs).not.toHaveProperty("userData");
    expect(run.resource(ingressRule).inputs).toMatchObject({ fromPort: 8080, toPort: 8080 });
    expect(run.resource(egressRule, "web-load-balancer-egress").inputs).toMatchObject({ fromPort: 8080, toPort: 8080 });
  });

  it("lets the instances out by HTTPS only to what is declared", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => {
        const vpcId = new Vpc("closed", { cidrBlock: "10.9.0.0/16" }).id;
        const loadBalancerSecurityGroupId = new SecurityGroup("front", { vpcId, description: "Load balancer" }).id;
        const endpoints = new SecurityGroup("endpoints", { vpcId, description: "VPC endpoints" }).id;
        const httpsDestinations = {
          cidrBlocks: ["10.0.0.0/16"],
          prefixListIds: { s3: "pl-63a5400a" },
          securityGroupIds: { endpoints },
        };
        webTemplate({ vpcId, loadBalancerSecurityGroupId, httpsDestinations });
      },
    });
    const to = (key: string) => run.resource(egressRule, `web-https-egress-${key}`).inputs;
    const https = { ipProtocol: "tcp", fromPort: 443, toPort: 443 };
    expect(to("10.0.0.0-16")).toMatchObject({ ...https, cidrIpv4: "10.0.0.0/16" });
    expect(to("pl-s3")).toMatchObject({ ...https, prefixListId: "pl-63a5400a", description: "HTTPS to pl-s3" });
    expect(to("sg-endpoints")).toMatchObject({ ...https, referencedSecurityGroupId: run.resource("aws:ec2/securityGroup:SecurityGroup", "endpoints").id });
    expect(run.resourcesOf(egressRule)).toHaveLength(4);
    expect(JSON.stringify(run.resourcesOf(egressRule).map(({ inputs }) => inputs))).not.toContain("0.0.0.0/0");
  });

  it("moves with its image parameter, and stays on the first image when it is pinned", async () => {
    const release = (date: string) => `/aws/service/ami-amazon-linux-latest/al2023-ami-2023.9.${date}.1-kernel-6.1-x86_64`;
    const changesOf = async (pinned: boolean) => {
      const aws = new SimulatedAws();
      const on = (date: string) => () => {
        const { imageId, version } = webTemplate({ image: { parameter: release(date), pinned } });
        return { imageId, version };
      };
      const before = await deploy({ providers: [aws], program: on("20251117") });
      const after = await deploy({ providers: [aws], program: on("20251201"), state: before.state });
      return { sameImage: after.outputs.imageId === before.outputs.imageId, version: after.outputs.version };
    };
    expect(await changesOf(true)).toEqual({ sameImage: true, version: "1" });
    expect(await changesOf(false)).toEqual({ sameImage: false, version: "2" });
  });

  it("does not ask for EBS optimization of a type that knows none", async () => {
    const run = await deploy({ providers: [new SimulatedAws()], program: () => void webTemplate({ instanceType: "t2.micro" }) });
    expect(run.resource(launchTemplate).inputs).not.toHaveProperty("ebsOptimized");
  });

  it("tells the architecture of its instances, and the types that can stand in for each other", async () => {
    expect.assertions(4);
    await deploy({
      providers: [new SimulatedAws()],
      program: () => {
        const template = webTemplate({ instanceType: "t4g.micro" });
        expect(template.architecture).toBe("arm64");
        expect(template.mixedInstances).toBeUndefined();
      },
    });
    await deploy({
      providers: [new SimulatedAws()],
      program: () => {
        const template = webTemplate({ instanceType: "m5.large", region: "us-east-1" });
        expect(template.architecture).toBe("x86_64");
        expect(template.mixedInstances).toEqual({ instanceTypes: ["m5.large", "m6i.large"], architecture: "x86_64" });
      },
    });
  });

  it("lets the caller have the last word on the launch template", async () => {
    const transform: InstanceTemplateArgs["transform"] = {
      launchTemplate: (args, opts) => {
        args.creditSpecification = { cpuCredits: "standard" };
        opts.protect = true;
      },
    };
    const run = await deploy({ providers: [new SimulatedAws()], program: () => void webTemplate({ transform }) });
    expect(run.resource(launchTemplate).inputs.creditSpecification).toEqual({ cpuCredits: "standard" });
    expect(run.resource(launchTemplate).protect).toBe(true);
  });

  it("hands the provider through to every child", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      program: () => {
        const provider = new Provider("regional", { region: "us-east-1" });
        webTemplate({}, { provider });
      },
    });
    expect(childrenOf(run)).toHaveLength(5);
    for (const child of childrenOf(run)) expect(child.provider).toContain("::pulumi:providers:aws::regional::");
  });

  it("refuses illegal arguments before anything of it is registered", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      expectFailure: true,
      program: () => void webTemplate({ instanceType: "t3" }),
    });
    expect(run.resourcesOf(own)).toEqual([]);
    expect(run.diagnostics.map(({ message }) => message)).toEqual([
      'InstanceTemplate "web": 1 invalid argument\n' +
        '  - `instanceType` must be a family and a size with a dot between them, got "t3": use for example t3.micro or t4g.small',
    ]);
  });
});
