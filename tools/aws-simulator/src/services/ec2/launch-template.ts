import type { PropertyMap } from "@org/offline-engine";
import { compareInputs } from "../../diff";
import { physicalName } from "../../physical-name";
import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import { valueAt } from "../../property-path";
import type { Rule } from "../../rule";
import { refuseUserData } from "./user-data";

const SOURCE = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateLaunchTemplate.html";

const userData: Rule = {
  id: "ec2/launch-template-user-data",
  source: SOURCE,
  cause: "User data is Base64 text of at most 16 KB.",
  remedy: "Encode the user data, and keep it small.",
  reads: ["userData"],
  refuse(context) {
    const text = context.text("userData");
    return text === undefined ? undefined : refuseUserData(text);
  },
};

const imageId: Rule = {
  id: "ec2/launch-template-image-id",
  source: SOURCE,
  cause: "An image is named by its id or by a public or own SSM parameter.",
  remedy: "Pass an id such as ami-0123456789abcdef0, or resolve:ssm:<parameter>.",
  reads: ["imageId"],
  refuse(context) {
    const id = context.text("imageId");
    if (id === undefined || id === "" || id.startsWith("ami-") || id.startsWith("resolve:ssm:")) return undefined;
    return { code: "InvalidAMIID.Malformed", message: `Invalid id: "${id}" (expecting "ami-...")` };
  },
};

const hopLimit: Rule = {
  id: "ec2/launch-template-hop-limit",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_LaunchTemplateInstanceMetadataOptionsRequest.html",
  cause: "Answers of the metadata service live for 1 to 64 hops.",
  remedy: "Set httpPutResponseHopLimit to 1, or 2 for containers.",
  reads: ["metadataOptions.httpPutResponseHopLimit"],
  refuse({ inputs }) {
    const limit = valueAt(inputs, "metadataOptions.httpPutResponseHopLimit");
    if (typeof limit !== "number" || (limit >= 1 && limit <= 64)) return undefined;
    return { code: "InvalidParameterValue", message: `A value of ${limit} is not valid for HttpPutResponseHopLimit. Specify a value between 1 and 64.` };
  },
};

// Inputs that change the template itself; every other one makes a new version.
const OF_THE_TEMPLATE = new Set(["name", "namePrefix", "tags", "defaultVersion", "updateDefaultVersion", "region"]);

function makesVersion(context: ResourceContext): boolean {
  const { changed } = compareInputs(context.object?.inputs ?? {}, context.inputs, comparisons);
  return [...changed].some((property) => !OF_THE_TEMPLATE.has(property));
}

function versions(context: ResourceContext): PropertyMap {
  const { object, inputs } = context;
  const latest = Number(object?.outputs["latestVersion"] ?? 1) + (makesVersion(context) ? 1 : 0);
  const kept = object?.outputs["defaultVersion"] ?? 1;
  return { latestVersion: latest, defaultVersion: inputs["updateDefaultVersion"] === true ? latest : (inputs["defaultVersion"] ?? kept) };
}

const comparisons = { vpcSecurityGroupIds: "set", securityGroupNames: "set" } as const;
const METADATA: PropertyMap = { httpEndpoint: "", httpProtocolIpv6: "", httpPutResponseHopLimit: 0, httpTokens: "", instanceMetadataTags: "" };

export const launchTemplate = defineResource({
  type: "aws:ec2/launchTemplate:LaunchTemplate",
  comparisons,
  name: {
    taken: () => ({ code: "InvalidLaunchTemplateName.AlreadyExistsException", message: "Launch template name already in use." }),
  },
  // EC2 does not look them up before something is launched.
  references: [
    { path: "vpcSecurityGroupIds[]", to: "aws:ec2/securityGroup:SecurityGroup" },
    { path: "networkInterfaces[].securityGroups[]", to: "aws:ec2/securityGroup:SecurityGroup" },
  ],
  rules: [userData, imageId, hopLimit],
  volatile(context) {
    if (!makesVersion(context)) return [];
    return context.inputs["updateDefaultVersion"] === true ? ["latestVersion", "defaultVersion"] : ["latestVersion"];
  },
  create(context) {
    const id = context.identifiers.ec2("lt");
    const { inputs } = context;
    return {
      id,
      arn: context.arn("ec2", `launch-template/${id}`),
      outputs: {
        ...physicalName(context).outputs,
        latestVersion: 1,
        defaultVersion: inputs["defaultVersion"] ?? 1,
        metadataOptions: inputs["metadataOptions"] ?? METADATA,
      },
    };
  },
  update: versions,
});
