import { oneOfRule } from "../../constraint-rules";
import { filledInputs } from "../../filled-inputs";
import { defineResource } from "../../resource-definition";
import type { Rule } from "../../rule";
import { topicType } from "./topic-policy-text";

const subscribePage = "https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html";

/** Form of an endpoint by protocol, and SNS's answer to another. */
const endpointForms: Readonly<Record<string, { readonly form: RegExp; readonly message: string; readonly want: string }>> = {
  email: { form: /^[^@\s]+@[^@\s]+$/, message: "Invalid parameter: Email address", want: "an e-mail address" },
  "email-json": { form: /^[^@\s]+@[^@\s]+$/, message: "Invalid parameter: Email address", want: "an e-mail address" },
  http: {
    form: /^http:\/\//,
    message: "Invalid parameter: Endpoint Reason: Endpoint must match the specified protocol",
    want: "a URL that begins with http://",
  },
  https: {
    form: /^https:\/\//,
    message: "Invalid parameter: Endpoint Reason: Endpoint must match the specified protocol",
    want: "a URL that begins with https://",
  },
  sqs: { form: /^arn:[\w-]+:sqs:/, message: "Invalid parameter: SQS endpoint ARN", want: "the ARN of a queue" },
  lambda: { form: /^arn:[\w-]+:lambda:/, message: "Invalid parameter: Lambda endpoint ARN", want: "the ARN of a function" },
};

const endpointFitsProtocol: Rule = {
  id: "sns/subscription-endpoint-fits-protocol",
  source: subscribePage,
  cause: "The endpoint has not the form that its protocol needs.",
  remedy: "Give the endpoint in the form that the protocol needs.",
  reads: ["protocol", "endpoint"],
  refuse: ({ inputs }) => {
    const { protocol, endpoint } = inputs;
    const wanted = typeof protocol === "string" ? endpointForms[protocol] : undefined;
    if (wanted === undefined || typeof endpoint !== "string" || wanted.form.test(endpoint)) return undefined;
    return {
      code: "InvalidParameter",
      message: wanted.message,
      remedy: `"${endpoint}" is not ${wanted.want}, which the protocol ${String(protocol)} needs.`,
    };
  },
};

export const topicSubscription = defineResource({
  type: "aws:sns/topicSubscription:TopicSubscription",
  defaults: { confirmationTimeoutInMinutes: 1, endpointAutoConfirms: false, rawMessageDelivery: false },
  comparisons: { filterPolicy: "json", redrivePolicy: "json", deliveryPolicy: "json" },
  references: [
    {
      path: "topic",
      to: topicType,
      within: true,
      notFound: (arn) => ({
        code: "NotFound",
        message: "Topic does not exist",
        remedy: `"${arn}" is no topic of this account and region: give the output \`arn\` of a Topic.`,
      }),
    },
  ],
  rules: [
    oneOfRule({
      id: "sns/subscription-protocol",
      source: subscribePage,
      path: "protocol",
      member: "protocol",
      code: "InvalidParameter",
      message: (value) => `Invalid parameter: Amazon SNS does not support this protocol string: ${String(value)}`,
      values: ["application", "email", "email-json", "firehose", "http", "https", "lambda", "sms", "sqs"],
    }),
    endpointFitsProtocol,
  ],
  create: (context) => {
    const arn = `${context.text("topic") ?? ""}:${context.identifiers.uuid()}`;
    const protocol = context.text("protocol") ?? "";
    // A person, or a server, has to confirm first; other services are trusted.
    const pending = protocol.startsWith("email") || (protocol.startsWith("http") && context.inputs["endpointAutoConfirms"] !== true);
    return {
      id: arn,
      arn,
      outputs: {
        ownerId: context.accountId,
        pendingConfirmation: pending,
        confirmationWasAuthenticated: !pending,
        ...filledInputs(context.inputs, {
          filterPolicyScope: context.text("filterPolicy") === undefined ? "" : "MessageAttributes",
        }),
      },
    };
  },
});
