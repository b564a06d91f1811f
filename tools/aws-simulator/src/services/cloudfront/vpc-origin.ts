import { isDeepStrictEqual } from "node:util";
import { parseArn } from "../../arn";
import { valueAt } from "../../property-path";
import { defineResource } from "../../resource-definition";
import type { Rule } from "../../rule";
import { cloudFrontId } from "./distribution";

const vpcOriginPage = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html";

const legalEndpoint: Rule = {
  id: "cloudfront/vpc-origin-endpoint",
  source: vpcOriginPage,
  cause: "A VPC origin is a load balancer or an EC2 instance.",
  remedy: "Give the `arn` of a load balancer or instance.",
  reads: ["vpcOriginEndpointConfig"],
  refuse: ({ inputs }) => {
    const text = valueAt(inputs, "vpcOriginEndpointConfig.arn");
    if (typeof text !== "string") return undefined;
    const arn = parseArn(text);
    const kind = `${arn?.service ?? ""}:${arn?.resource.split("/")[0] ?? ""}`;
    if (kind === "elasticloadbalancing:loadbalancer" || kind === "ec2:instance") return undefined;
    return { code: "InvalidArgument", message: "The argument Arn is not the ARN of a load balancer or EC2 instance." };
  },
};

/** CloudFront is of no region: the endpoint may be of any. */
const endpointExists: Rule = {
  id: "cloudfront/vpc-origin-endpoint-exists",
  source: vpcOriginPage,
  cause: "The load balancer or instance does not exist.",
  remedy: "Give the `arn` of one that exists.",
  reads: ["vpcOriginEndpointConfig"],
  deploymentOnly: true,
  refuse: (context) => {
    const arn = valueAt(context.inputs, "vpcOriginEndpointConfig.arn");
    if (typeof arn !== "string" || parseArn(arn)?.accountId !== context.accountId) return undefined;
    if (context.findByArn(arn) !== undefined) return undefined;
    return { code: "EntityNotFound", message: "The entity was not found." };
  },
};

/** Tags are changed by a request of their own. */
const freeToChange: Rule = {
  id: "cloudfront/vpc-origin-update-while-in-use",
  source: "https://github.com/hashicorp/terraform-provider-aws/issues/40905",
  cause: "A VPC origin that a distribution uses cannot be changed.",
  remedy: "Replace it by one of another name, which the distribution takes before the old one goes.",
  reads: ["vpcOriginEndpointConfig"],
  on: "update",
  deploymentOnly: true,
  refuse: (context) => {
    const { object, inputs } = context;
    if (object === undefined || context.referrers("aws:cloudfront/distribution:Distribution", object).length === 0) return undefined;
    if (isDeepStrictEqual(inputs["vpcOriginEndpointConfig"], object.inputs["vpcOriginEndpointConfig"])) return undefined;
    return {
      code: "CannotUpdateEntityWhileInUse",
      message:
        "The specified VPC origin is currently associated with one or more distributions. Please disassociate the VPC origin from all distributions before updating or deleting.",
    };
  },
};

export const vpcOrigin = defineResource({
  type: "aws:cloudfront/vpcOrigin:VpcOrigin",
  references: [
    { path: "vpcOriginEndpointConfig.arn", to: ["aws:lb/loadBalancer:LoadBalancer", "aws:ec2/instance:Instance"] },
  ],
  rules: [legalEndpoint, endpointExists, freeToChange],
  volatile: ["etag"],
  create: (context) => {
    const id = `vo_${context.identifiers.alphanumeric(22)}`;
    return {
      id,
      arn: context.arn("cloudfront", `vpcorigin/${id}`, { region: "" }),
      outputs: { etag: cloudFrontId(context) },
    };
  },
  update: (context) => ({ etag: cloudFrontId(context) }),
});
