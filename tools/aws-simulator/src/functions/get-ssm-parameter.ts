import { defineFunction } from "../invoke-function";
import { architectureInName, machineImageId } from "../services/ec2/machine-image";

/** Public parameters whose value is the id of an image. */
const IMAGE = /^\/aws\/service\/(ami-|ecs\/|eks\/|canonical\/|debian\/|suse\/|bottlerocket\/|freebsd\/).*(image_id|ami-id|current\/.*|al20\d\d-ami-.*|amzn.*-ami-.*|Windows_Server-.*)$/;

/** Public parameters of AWS, and those that the simulated account has. */
export const getSsmParameter = defineFunction({
  token: "aws:ssm/getParameter:getParameter",
  invoke(context) {
    const { args, region, partition, accountId } = context;
    const name = String(args["name"]);
    const own = context.find("aws:ssm/parameter:Parameter", name);
    const value = own?.outputs["value"] ?? own?.outputs["insecureValue"] ?? publicValue(name, region);
    if (value === undefined) {
      return [{ property: "name", reason: `ParameterNotFound: SSM Parameter (${name}) not found in the simulated account` }];
    }
    const owner = own === undefined ? "" : accountId;
    return {
      ...args,
      id: name,
      name,
      region,
      arn: `arn:${partition.id}:ssm:${region}:${owner}:parameter/${name.replace(/^\//, "")}`,
      type: own?.outputs["type"] ?? "String",
      value,
      insecureValue: own?.outputs["type"] === "SecureString" ? "" : value,
      version: own?.outputs["version"] ?? 1,
    };
  },
});

function publicValue(name: string, region: string): string | undefined {
  if (IMAGE.test(name)) return machineImageId(`${region} ${name}`, architectureInName(name));
  const match = /^\/aws\/service\/global-infrastructure\/(?:current-region|regions\/[\w-]+)(?:\/longName)?$/.exec(name);
  return match === null ? undefined : region;
}
