import { oneOfRule } from "../../constraint-rules";
import { filledInputs } from "../../filled-inputs";
import { physicalName } from "../../physical-name";
import { defineResource } from "../../resource-definition";
import type { Rule } from "../../rule";
import { cloudFrontId } from "./distribution";

const createFunctionPage = "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateFunction.html";
const MAX_BYTES = 10_240;

const codeSize: Rule = {
  id: "cloudfront/function-size",
  source: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html",
  cause: "The code of a function has at most 10 KB.",
  remedy: "Minify the code, or use Lambda@Edge.",
  reads: ["code"],
  refuse: (context) =>
    Buffer.byteLength(context.text("code") ?? "") > MAX_BYTES
      ? { code: "FunctionSizeLimitExceeded", message: "The function exceeds the size limit." }
      : undefined,
};

export const cloudFrontFunction = defineResource({
  type: "aws:cloudfront/function:Function",
  schema: { replaceUncertain: "name" },
  defaults: { publish: true },
  name: {
    scope: "global",
    taken: (name) => ({
      code: "FunctionAlreadyExists",
      message: "A function with the same name already exists in this AWS account. To create a function, you must provide a unique name.",
      remedy: `The name "${name}" is taken: names are unique in the account, whatever the region.`,
    }),
  },
  rules: [
    oneOfRule({
      id: "cloudfront/function-runtime",
      source: createFunctionPage,
      path: "runtime",
      member: "functionConfig.runtime",
      code: "InvalidArgument",
      values: ["cloudfront-js-1.0", "cloudfront-js-2.0"],
    }),
    codeSize,
  ],
  volatile: ["etag", "liveStageEtag"],
  create: (context) => {
    const { name } = physicalName(context);
    return {
      id: name,
      arn: context.arn("cloudfront", `function/${name}`, { region: "" }),
      outputs: {
        name,
        etag: cloudFrontId(context),
        liveStageEtag: context.inputs["publish"] === true ? cloudFrontId(context) : "",
        status: context.inputs["publish"] === true ? "UNASSOCIATED" : "UNPUBLISHED",
        ...filledInputs(context.inputs, { comment: "" }),
      },
    };
  },
  update: (context) => ({
    etag: cloudFrontId(context),
    ...(context.inputs["publish"] === true ? { liveStageEtag: cloudFrontId(context) } : {}),
  }),
});
