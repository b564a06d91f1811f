import { isUnknown } from "@org/offline-engine";
import type { PropertyMap, PropertyValue } from "@org/offline-engine";
import { nameKey } from "../../object-names";
import { valueAt, valuesAt } from "../../property-path";
import type { ResourceContext } from "../../resource-context";
import type { Refusal, Rule } from "../../rule";
import type { WorldObject } from "../../world-object";
import { architectureOfImage, architectureOfInstanceType } from "../ec2/machine-image";

const API = "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html";
const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const MIXED = "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification";
const INVALID = "You must use a valid fully-formed launch template.";
const sources = ["launchConfiguration", "launchTemplate", "mixedInstancesPolicy"];

interface Specification {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly version: string | undefined;
}

function text(value: PropertyValue | undefined): string | undefined {
  return typeof value === "string" && !isUnknown(value) && value !== "" ? value : undefined;
}

function specifications(inputs: PropertyMap): Specification[] {
  const of = (id: string, name: string, version: string): Specification => ({
    id: text(valueAt(inputs, id)),
    name: text(valueAt(inputs, name)),
    version: text(valueAt(inputs, version)),
  });
  return [
    of("launchTemplate.id", "launchTemplate.name", "launchTemplate.version"),
    of(`${MIXED}.launchTemplateId`, `${MIXED}.launchTemplateName`, `${MIXED}.version`),
  ].filter(({ id, name }) => id !== undefined || name !== undefined);
}

/** A launch template that a group names, and how it names it. */
export interface NamedTemplate {
  readonly specification: Specification;
  /** Undefined when the world does not have it. */
  readonly template: WorldObject | undefined;
}

/** The launch templates that a group names, as far as the names are known. */
export function templatesOf(context: ResourceContext): NamedTemplate[] {
  return specifications(context.inputs).map((specification) => ({
    specification,
    template:
      specification.id === undefined
        ? context.named(nameKey(TEMPLATE, context.region, specification.name ?? ""))[0]
        : context.find(TEMPLATE, specification.id),
  }));
}

const oneSource: Rule = {
  id: "autoscaling/group-template-given",
  source: API,
  cause: "A group launches from one launch template, launch configuration or mixed-instances policy.",
  remedy: "Pass exactly one of launchTemplate, mixedInstancesPolicy and launchConfiguration.",
  reads: [],
  refuse({ inputs }) {
    const given = sources.filter((source) => inputs[source] !== undefined);
    if (given.length === 1) return undefined;
    return {
      code: "ValidationError",
      message: "Valid requests must contain either LaunchTemplate, LaunchConfigurationName, InstanceId or MixedInstancesPolicy parameter.",
    };
  },
};

const exists: Rule = {
  id: "autoscaling/group-template-exists",
  source: API,
  cause: "The launch template, in the version that is named, has to exist.",
  remedy: "Pass the id of an aws.ec2.LaunchTemplate and its latestVersion.",
  reads: [],
  refuse(context) {
    for (const { specification, template } of templatesOf(context)) {
      // In a preview a template of that name may be about to be made.
      if (template === undefined && !(context.preview && specification.id === undefined)) return missing(specification);
      const version = Number(specification.version);
      const latest = Number(template?.outputs["latestVersion"]);
      if (context.preview || !(version > latest)) continue;
      return {
        code: "ValidationError",
        message: `${INVALID} Could not find the specified version ${version} for the launch template with ID ${template?.id}.`,
      };
    }
    return undefined;
  },
};

function missing({ id, name }: Specification): Refusal {
  const which = id === undefined ? `with template name ${name}` : `with template ID ${id}`;
  return { code: "ValidationError", message: `${INVALID} The specified launch template, ${which}, does not exist.` };
}

/** A rule over each template that the group launches its latest version from. Older versions are not kept. */
function overTemplate(rule: Omit<Rule, "reads" | "refuse" | "source">, refuse: (template: WorldObject, context: ResourceContext) => Refusal | undefined): Rule {
  return {
    ...rule,
    source: API,
    // The template's contents may change in the same run.
    deploymentOnly: true,
    reads: [],
    refuse(context) {
      for (const { specification, template } of templatesOf(context)) {
        if (template === undefined) continue;
        const version = specification.version;
        const latest = version === undefined || version === "$Latest" || version === "$Default" || Number(version) === Number(template.outputs["latestVersion"]);
        const refusal = latest ? refuse(template, context) : undefined;
        if (refusal !== undefined) return { ...refusal, message: `${INVALID} ${refusal.message}` };
      }
      return undefined;
    },
  };
}

function groupIds(template: WorldObject): string[] {
  return [...valuesAt(template.inputs, "vpcSecurityGroupIds[]"), ...valuesAt(template.inputs, "networkInterfaces[].securityGroups[]")].map(({ value }) => String(value));
}

const securityGroups = overTemplate(
  {
    id: "autoscaling/group-template-security-groups",
    cause: "The security groups of the launch template exist, in the VPC of the group's subnets.",
    remedy: "Use security groups of the VPC that the subnets lie in.",
  },
  (template, context) => {
    const ids = context.inputs["vpcZoneIdentifiers"];
    const subnets = (Array.isArray(ids) ? ids : []).map((id) => context.find("aws:ec2/subnet:Subnet", String(id)));
    for (const id of groupIds(template)) {
      const group = context.find("aws:ec2/securityGroup:SecurityGroup", id);
      if (group === undefined) return { code: "ValidationError", message: `The security group '${id}' does not exist` };
      const stranger = subnets.find((subnet) => subnet !== undefined && subnet.outputs["vpcId"] !== group.outputs["vpcId"]);
      if (stranger === undefined) continue;
      return { code: "ValidationError", message: `Security group ${id} and subnet ${stranger.id} belong to different networks.` };
    }
    return undefined;
  },
);

const interfaces = overTemplate(
  {
    id: "autoscaling/group-template-network-interfaces",
    cause: "Security groups stand in the template or in its network interfaces, not in both.",
    remedy: "Move vpcSecurityGroupIds into networkInterfaces[].securityGroups.",
  },
  ({ inputs }) => {
    const both = valuesAt(inputs, "vpcSecurityGroupIds[]").length > 0 && valuesAt(inputs, "networkInterfaces[]").length > 0;
    return both
      ? { code: "ValidationError", message: "Network interfaces and an instance-level security groups may not be specified on the same request" }
      : undefined;
  },
);

const instanceProfile = overTemplate(
  {
    id: "autoscaling/group-template-instance-profile",
    cause: "The instance profile of the launch template has to exist.",
    remedy: "Pass the name or the ARN of an aws.iam.InstanceProfile: the role's own is neither.",
  },
  ({ inputs }, context) => {
    const name = text(valueAt(inputs, "iamInstanceProfile.name"));
    const arn = text(valueAt(inputs, "iamInstanceProfile.arn"));
    const type = "aws:iam/instanceProfile:InstanceProfile";
    if (name !== undefined && context.find(type, name) === undefined) {
      return { code: "ValidationError", message: `Value (${name}) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name` };
    }
    if (arn === undefined || !arn.includes(`:${context.accountId}:`) || context.find(type, arn) !== undefined) return undefined;
    return { code: "ValidationError", message: `Value (${arn}) for parameter iamInstanceProfile.arn is invalid. Invalid IAM Instance Profile ARN` };
  },
);

const architecture = overTemplate(
  {
    id: "autoscaling/group-template-architecture",
    cause: "The image is of the architecture of the instance type.",
    remedy: "Use an image of the other architecture, or an instance type of the image's.",
  },
  ({ inputs }) => {
    const type = text(inputs["instanceType"]);
    const image = text(inputs["imageId"]);
    const ofType = type === undefined ? undefined : architectureOfInstanceType(type);
    const ofImage = image === undefined ? undefined : architectureOfImage(image);
    if (ofType === undefined || ofImage === undefined || ofType === ofImage) return undefined;
    return {
      code: "ValidationError",
      message: `The architecture '${ofType}' of the specified instance type does not match the architecture '${ofImage}' of the specified AMI. Specify an instance type and an AMI that have matching architectures, and try again.`,
    };
  },
);

/** What Auto Scaling finds out by a dry run with the launch template. */
export const templateRules: readonly Rule[] = [oneSource, exists, securityGroups, interfaces, instanceProfile, architecture];
