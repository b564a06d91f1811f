import { oneOfRule } from "../../constraint-rules";
import { physicalName } from "../../physical-name";
import { defineResource } from "../../resource-definition";
import { cloudFrontId } from "./distribution";

const configPage = "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginAccessControlConfig.html";

export const originAccessControl = defineResource({
  type: "aws:cloudfront/originAccessControl:OriginAccessControl",
  defaults: { description: "Managed by Pulumi" },
  name: {
    scope: "global",
    taken: () => ({
      code: "OriginAccessControlAlreadyExists",
      message: "An origin access control with the specified parameters already exists.",
      remedy: "Choose another name: names are unique in the account, whatever the region.",
    }),
  },
  rules: [
    oneOfRule({
      id: "cloudfront/origin-access-control-origin-type",
      source: configPage,
      path: "originAccessControlOriginType",
      member: "originAccessControlOriginType",
      code: "InvalidArgument",
      values: ["lambda", "mediapackagev2", "mediastore", "s3"],
    }),
    oneOfRule({
      id: "cloudfront/origin-access-control-signing",
      source: configPage,
      path: "signingBehavior",
      member: "signingBehavior",
      code: "InvalidArgument",
      values: ["always", "never", "no-override"],
    }),
  ],
  volatile: ["etag"],
  create: (context) => {
    const id = cloudFrontId(context);
    return {
      id,
      arn: context.arn("cloudfront", `origin-access-control/${id}`, { region: "" }),
      outputs: { name: physicalName(context).name, etag: cloudFrontId(context) },
    };
  },
  update: (context) => ({ etag: cloudFrontId(context) }),
});
