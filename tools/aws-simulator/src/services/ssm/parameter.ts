import { oneOfRule } from "../../constraint-rules";
import { filledInputs } from "../../filled-inputs";
import { physicalName } from "../../physical-name";
import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import type { Rule } from "../../rule";

const putPage = "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html";
const STANDARD_BYTES = 4096;
const ADVANCED_BYTES = 8192;

const valueFits: Rule = {
  id: "ssm/parameter-value-size",
  source: putPage,
  cause: "A standard parameter holds 4 KB, an advanced one 8 KB.",
  remedy: "Set tier to Advanced, or keep the value elsewhere.",
  reads: ["value", "insecureValue", "valueWo", "tier"],
  refuse: (context) => {
    const value = context.text("value") ?? context.text("insecureValue") ?? context.text("valueWo") ?? "";
    const max = (context.text("tier") ?? "Standard") === "Standard" ? STANDARD_BYTES : ADVANCED_BYTES;
    if (Buffer.byteLength(value) <= max) return undefined;
    return {
      code: "ValidationException",
      message:
        max === STANDARD_BYTES
          ? "Standard tier parameters support a maximum parameter value of 4096 characters. To create a larger parameter value, upgrade the parameter to use the advanced-parameter tier."
          : "Advanced tier parameters support a maximum parameter value of 8192 characters.",
    };
  },
};

/** `parameter` and the name; a name without a leading slash gets one. */
function parameterArn(context: ResourceContext, name: string): string {
  return context.arn("ssm", `parameter/${name.replace(/^\//, "")}`);
}

export const parameter = defineResource({
  type: "aws:ssm/parameter:Parameter",
  schema: { replaceUncertain: "name" },
  writeOnly: ["valueWo"],
  name: {
    taken: (name) => ({
      code: "ParameterAlreadyExists",
      message: "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.",
      remedy: `Choose another name than "${name}", or delete the parameter that has it.`,
    }),
  },
  rules: [
    oneOfRule({
      id: "ssm/parameter-type",
      source: putPage,
      path: "type",
      member: "type",
      values: ["String", "StringList", "SecureString"],
    }),
    oneOfRule({
      id: "ssm/parameter-tier",
      source: putPage,
      path: "tier",
      member: "tier",
      values: ["Standard", "Advanced", "Intelligent-Tiering"],
    }),
    valueFits,
  ],
  volatile: ["version"],
  create: (context) => {
    const { name } = physicalName(context);
    const value = context.text("value") ?? context.text("insecureValue") ?? "";
    return {
      id: name,
      arn: parameterArn(context, name),
      outputs: {
        name,
        arn: parameterArn(context, name),
        version: 1,
        hasValueWo: context.inputs["valueWo"] !== undefined,
        ...filledInputs(context.inputs, {
          dataType: "text",
          keyId: context.text("type") === "SecureString" ? "alias/aws/ssm" : "",
          tier: "Standard",
          value,
          ...(context.text("type") === "SecureString" ? {} : { insecureValue: value }),
        }),
      },
    };
  },
  update: (context) => {
    const version = context.object?.outputs["version"];
    const value = context.text("value") ?? context.text("insecureValue");
    return {
      version: (typeof version === "number" ? version : 0) + 1,
      ...(value === undefined ? {} : filledInputs(context.inputs, { value })),
    };
  },
});
