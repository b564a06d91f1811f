import { filledInputs } from "../../filled-inputs";
import { documentRule } from "../../iam/policy-rules";
import { physicalName } from "../../physical-name";
import { defineResource } from "../../resource-definition";
import type { Rule } from "../../rule";
import { bornTopicPolicy, topicType } from "./topic-policy-text";

const fifoName: Rule = {
  id: "sns/topic-fifo-name",
  source: "https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html",
  cause: "A FIFO topic's name ends with .fifo, and no other's does.",
  remedy: "Let the name end with .fifo exactly when fifoTopic is true.",
  reads: ["name", "fifoTopic"],
  refuse: ({ inputs }) => {
    const name = inputs["name"];
    if (typeof name !== "string") return undefined;
    const fifo = inputs["fifoTopic"] === true;
    if (fifo === name.endsWith(".fifo")) return undefined;
    return fifo
      ? { code: "InvalidParameter", message: "Invalid parameter: Fifo Topic names must end with .fifo and must be made up of only uppercase and lowercase ASCII letters, numbers, underscores, and hyphens, and must be between 1 and 256 characters long." }
      : { code: "InvalidParameter", message: "Invalid parameter: Topic Name" };
  },
};

export const topic = defineResource({
  type: topicType,
  defaults: { contentBasedDeduplication: false, fifoTopic: false },
  comparisons: { policy: "json", deliveryPolicy: "json", archivePolicy: "json" },
  // CreateTopic answers a taken name with the topic that has it.
  name: {},
  rules: [fifoName, documentRule("sns/topic-inline-policy-form", "topic", "policy")],
  create: (context) => {
    const { name, outputs } = physicalName(context);
    const arn = context.arn("sns", name);
    return {
      id: arn,
      arn,
      outputs: {
        owner: context.accountId,
        beginningArchiveTime: "",
        ...outputs,
        ...filledInputs(context.inputs, {
          fifoThroughputScope: "",
          policy: bornTopicPolicy(arn, context.accountId),
          signatureVersion: 0,
          tracingConfig: "",
        }),
      },
    };
  },
});
