import type { DeployedStack } from "./deployed-stack";
import type { Resource } from "./resource";

/** Whether what is launched answers metadata requests with a session token only, or none at all. */
export function demandsImdsV2(template: Resource): boolean {
  return template.text("metadataOptions.httpTokens") === "required" || template.text("metadataOptions.httpEndpoint") === "disabled";
}

/** The launch template of an Auto Scaling group, when it is part of the stack. */
export function templateOf(group: Resource, stack: DeployedStack): Resource | undefined {
  const inMix = "mixedInstancesPolicy.launchTemplate.launchTemplateSpecification.launchTemplateId";
  const type = "aws:ec2/launchTemplate:LaunchTemplate";
  return stack.referred(group, "launchTemplate.id", type) ?? stack.referred(group, inMix, type);
}

/** Whether the template says of at least one volume, and of every volume that it names, that the flag is set. */
export function allVolumes(template: Resource, flag: string): boolean {
  const devices = template.parts("blockDeviceMappings");
  return devices.length > 0 && devices.every((device) => device.isTrue(flag));
}
