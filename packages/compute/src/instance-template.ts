import { childName, Naming } from "@org/infra-naming";
import { LaunchTemplate, type LaunchTemplateArgs, SecurityGroup } from "@pulumi/aws/ec2";
import { getParameterOutput } from "@pulumi/aws/ssm";
import { SecurityGroupEgressRule, SecurityGroupIngressRule } from "@pulumi/aws/vpc";
import * as pulumi from "@pulumi/pulumi";
import { createHttpsEgress, type HttpsDestinations } from "./https-egress";
import type { InstanceImage } from "./instance-image";
import type { Architecture } from "./instance-type";
import { type InstanceTemplatePlan, planInstanceTemplate } from "./instance-template-plan";
import type { MixedInstances } from "./mixed-instances";

/** The volume that an instance starts from: gp3, encrypted, deleted with the instance. */
export interface RootVolume {
  /** GiB, 1 to 65536 and at least the image's own size. @default 8, the size of Amazon Linux 2023 */
  readonly size?: number;
  /** Device that the image names as its root. @default "/dev/xvda", as Amazon Linux does */
  readonly deviceName?: string;
}

export interface InstanceTemplateArgs {
  /** Network of the instances. */
  readonly vpcId: pulumi.Input<string>;
  /** For example `t3.micro` or `t4g.small`; its architecture decides the default image. */
  readonly instanceType: string;
  /**
   * Region of the instances: `mixedInstances` names no type that it may not offer.
   * @default not known: `mixedInstances` names the equal type wherever it is
   */
  readonly region?: string;
  /** ARN, not name: names of a fresh profile are not known everywhere at once. */
  readonly instanceProfileArn: pulumi.Input<string>;
  /** Security group of the load balancer: the only one that may reach the instances, and only on `targetPort`. */
  readonly loadBalancerSecurityGroupId: pulumi.Input<string>;
  /**
   * What the instances start from. A new release gives a new template version, so that a deployment also patches. Pin the
   * parameter, or pass an `imageId` or the parameter of one release, to decide yourself when that happens.
   * @default the newest Amazon Linux 2023 at each deployment
   */
  readonly image?: InstanceImage;
  /** Port that the instances serve on. @default 80 */
  readonly targetPort?: number;
  /**
   * Where they may connect to by HTTPS, the only way out. Anything but "anywhere" takes VPC endpoints for all that they use.
   * @default "anywhere"
   */
  readonly httpsDestinations?: HttpsDestinations;
  /** ARN of the key that encrypts the volume; Auto Scaling's service-linked role must be allowed to use it. @default aws/ebs */
  readonly kmsKeyArn?: pulumi.Input<string>;
  /** The volume that an instance starts from: gp3, encrypted, deleted with the instance. @default 8 GiB on /dev/xvda */
  readonly rootVolume?: RootVolume;
  /** Script or cloud-config as it is, at most 16384 bytes; it is encoded here. Everybody on the instance can read it. @default none */
  readonly userData?: pulumi.Input<string>;
  /** Whose names and tags the resources carry. @default Naming.ofStack() */
  readonly naming?: Naming;
  /** Tags of every resource and of what is launched, besides the standard ones. @default none */
  readonly tags?: Record<string, string>;
  /** Last word on the launch template itself, for what has no argument here. @default none */
  readonly transform?: {
    readonly launchTemplate?: (args: LaunchTemplateArgs, opts: pulumi.CustomResourceOptions) => void;
  };
}

/**
 * What an instance is: a launch template with IMDSv2, an encrypted root volume and no public address, and a security
 * group that lets the load balancer in on one port and the instance out to HTTPS.
 *
 * It owns both sides of the path from the load balancer: its own ingress rule, and the egress rule in the load
 * balancer's group.
 *
 * @throws ArgumentError naming every illegal argument, before anything is registered
 */
export class InstanceTemplate extends pulumi.ComponentResource {
  readonly securityGroup: SecurityGroup;
  readonly loadBalancerEgressRule: SecurityGroupEgressRule;
  readonly loadBalancerIngressRule: SecurityGroupIngressRule;
  /** By where they lead: `anywhere`, or `pl-s3`, `sg-endpoints`. */
  readonly httpsEgressRules: Readonly<Record<string, SecurityGroupEgressRule>>;
  readonly launchTemplate: LaunchTemplate;

  readonly launchTemplateId: pulumi.Output<string>;
  readonly launchTemplateName: pulumi.Output<string>;
  /** Number of the newest version, as the string that an Auto Scaling group takes. */
  readonly version: pulumi.Output<string>;
  readonly securityGroupId: pulumi.Output<string>;
  /** Image that the newest version starts. */
  readonly imageId: pulumi.Output<string>;
  /** Architecture of the instance type, and so of the image. */
  readonly architecture: Architecture;
  /**
   * The instance type and its equal, with as many vCPUs and as much memory: the `mixedInstances` of a `Fleet` that goes on
   * growing when the type is short of capacity, on demand as long as no `spot` is added. Undefined when no equal is known.
   */
  readonly mixedInstances: MixedInstances | undefined;

  constructor(name: string, args: InstanceTemplateArgs, opts: pulumi.ComponentResourceOptions = {}) {
    const plan = planInstanceTemplate(name, args);
    const naming = args.naming ?? Naming.ofStack();
    naming.nameTags(name, args.tags); // Throws while nothing is registered.
    super("org:compute:InstanceTemplate", name, {}, opts);

    this.securityGroup = this.createSecurityGroup(name, args, naming);
    const fromLoadBalancer = { ipProtocol: "tcp", fromPort: plan.targetPort, toPort: plan.targetPort };
    this.loadBalancerEgressRule = new SecurityGroupEgressRule(
      childName(name, "load-balancer-egress"),
      {
        securityGroupId: args.loadBalancerSecurityGroupId,
        referencedSecurityGroupId: this.securityGroup.id,
        description: "Requests and health checks to the instances",
        ...fromLoadBalancer,
        tags: naming.nameTags(childName(name, "load-balancer-egress"), args.tags),
      },
      { parent: this },
    );
    this.loadBalancerIngressRule = new SecurityGroupIngressRule(
      childName(name, "load-balancer-ingress"),
      {
        securityGroupId: this.securityGroup.id,
        referencedSecurityGroupId: args.loadBalancerSecurityGroupId,
        description: "Requests and health checks of the load balancer",
        ...fromLoadBalancer,
        tags: naming.nameTags(childName(name, "load-balancer-ingress"), args.tags),
      },
      { parent: this },
    );
    this.httpsEgressRules = createHttpsEgress(
      name,
      {
        securityGroupId: this.securityGroup.id,
        destinations: plan.httpsDestinations,
        peers: plan.httpsPeers,
        tagsOf: (role) => naming.nameTags(role, args.tags),
      },
      this,
    );
    this.launchTemplate = this.createLaunchTemplate(name, plan, args, naming);

    this.launchTemplateId = this.launchTemplate.id;
    this.launchTemplateName = this.launchTemplate.name;
    this.version = this.launchTemplate.latestVersion.apply(String);
    this.securityGroupId = this.securityGroup.id;
    this.imageId = this.launchTemplate.imageId.apply((imageId) => imageId ?? "");
    this.architecture = plan.architecture;
    this.mixedInstances = plan.mixedInstances;
    this.registerOutputs({
      launchTemplateId: this.launchTemplateId,
      launchTemplateName: this.launchTemplateName,
      version: this.version,
      securityGroupId: this.securityGroupId,
      imageId: this.imageId,
    });
  }

  private createSecurityGroup(name: string, args: InstanceTemplateArgs, naming: Naming): SecurityGroup {
    const role = childName(name, "instance");
    return new SecurityGroup(
      childName(name, "security-group"),
      {
        name: naming.physicalName("aws:ec2/securityGroup:SecurityGroup", role),
        // AWS cannot change a description, so it is no argument. Absent rules, not empty ones: `[]` would fight the
        // standalone rules for what is in the group.
        description: "Instances: in from the load balancer, out to HTTPS",
        vpcId: args.vpcId,
        tags: naming.nameTags(role, args.tags),
      },
      // Names are unique in a network only, so the group of another network can stand beside this one; deleted first, as
      // Pulumi would for an unchanged name, it would still be in use.
      { parent: this, deleteBeforeReplace: false },
    );
  }

  private resolveImage(image: InstanceImage): pulumi.Output<string> {
    if ("imageId" in image) return pulumi.output(image.imageId);
    // The value of the same name is always a secret, which an image id is not.
    return getParameterOutput({ name: image.parameter }, { parent: this }).insecureValue;
  }

  private createLaunchTemplate(
    name: string,
    plan: InstanceTemplatePlan,
    args: InstanceTemplateArgs,
    naming: Naming,
  ): LaunchTemplate {
    const tags = naming.nameTags(name, args.tags);
    const templateArgs: LaunchTemplateArgs = {
      name: naming.physicalName("aws:ec2/launchTemplate:LaunchTemplate", name),
      updateDefaultVersion: true,
      instanceType: plan.instanceType,
      imageId: this.resolveImage(plan.image),
      iamInstanceProfile: { arn: args.instanceProfileArn },
      ebsOptimized: plan.ebsOptimized ? "true" : undefined,
      monitoring: { enabled: true },
      // One hop: a container on the instance cannot borrow its role.
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      networkInterfaces: [
        {
          deviceIndex: 0,
          associatePublicIpAddress: "false",
          deleteOnTermination: "true",
          securityGroups: [this.securityGroup.id],
        },
      ],
      blockDeviceMappings: [
        {
          deviceName: plan.rootVolume.deviceName,
          ebs: {
            volumeType: "gp3",
            volumeSize: plan.rootVolume.size,
            encrypted: "true",
            kmsKeyId: args.kmsKeyArn,
            deleteOnTermination: "true",
          },
        },
      ],
      userData:
        args.userData === undefined
          ? undefined
          : pulumi.output(args.userData).apply((script) => Buffer.from(script).toString("base64")),
      // Provider default tags do not reach what the template launches.
      tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({ resourceType, tags })),
      tags,
    };
    const opts: pulumi.CustomResourceOptions = {
      parent: this,
      // Whoever starts an instance waits for the template: its start-up script must find the way out open.
      dependsOn: [this.loadBalancerEgressRule, this.loadBalancerIngressRule, ...Object.values(this.httpsEgressRules)],
      ignoreChanges: "parameter" in plan.image && plan.image.pinned === true ? ["imageId"] : [],
    };
    args.transform?.launchTemplate?.(templateArgs, opts);
    return new LaunchTemplate(childName(name, "launch-template"), templateArgs, opts);
  }
}
