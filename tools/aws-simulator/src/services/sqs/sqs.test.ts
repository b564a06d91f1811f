import type { PropertyMap } from "@org/offline-engine";
import { refusalOf, SimulatedAccount } from "../../simulated-account.fixture";

const QUEUE = "aws:sqs/queue:Queue";
const QUEUE_POLICY = "aws:sqs/queuePolicy:QueuePolicy";
const url = "https://sqs.us-east-1.amazonaws.com/123456789012/events";

const policy = (principal: object): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: principal, Action: "sqs:SendMessage" }] });

describe("a queue", () => {
  it("has its URL as id, and SQS's defaults", () => {
    expect(new SimulatedAccount().create(QUEUE, "events", { name: "events" })).toMatchObject({
      id: url,
      outputs: {
        arn: "arn:aws:sqs:us-east-1:123456789012:events",
        url,
        delaySeconds: 0,
        maxMessageSize: 262144,
        messageRetentionSeconds: 345600,
        visibilityTimeoutSeconds: 30,
        kmsDataKeyReusePeriodSeconds: 300,
        sqsManagedSseEnabled: true,
      },
    });
  });

  it("encrypts by its key instead of SQS's own when it has one", () => {
    expect(new SimulatedAccount().create(QUEUE, "events", { kmsMasterKeyId: "alias/data" }).outputs["sqsManagedSseEnabled"]).toBe(false);
  });

  it.each<[PropertyMap, string, string, string]>([
    [{ visibilityTimeoutSeconds: 43201 }, "sqs/queue-visibility-timeout", "InvalidAttributeValue", "Invalid value for the parameter VisibilityTimeout."],
    [{ messageRetentionSeconds: 59 }, "sqs/queue-message-retention-period", "InvalidAttributeValue", "Invalid value for the parameter MessageRetentionPeriod."],
    [{ delaySeconds: 901 }, "sqs/queue-delay-seconds", "InvalidAttributeValue", "Invalid value for the parameter DelaySeconds."],
    [{ maxMessageSize: 1023 }, "sqs/queue-maximum-message-size", "InvalidAttributeValue", "Invalid value for the parameter MaximumMessageSize."],
    [{ receiveWaitTimeSeconds: 21 }, "sqs/queue-receive-message-wait-time-seconds", "InvalidAttributeValue", "Invalid value for the parameter ReceiveMessageWaitTimeSeconds."],
    [{ kmsDataKeyReusePeriodSeconds: 59 }, "sqs/queue-kms-data-key-reuse-period-seconds", "InvalidAttributeValue", "Invalid value for the parameter KmsDataKeyReusePeriodSeconds."],
    [{ name: "events.fifo" }, "sqs/queue-fifo-name", "InvalidParameterValue", "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length"],
    [{ name: "events", fifoQueue: true }, "sqs/queue-fifo-name", "InvalidParameterValue", "The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length."],
    [{ policy: "{" }, "sqs/queue-inline-policy-form", "InvalidAttributeValue", "Invalid value for the parameter Policy. This policy contains invalid Json"],
  ])("is refused with %j", (inputs, rule, code, message) => {
    expect(refusalOf(() => new SimulatedAccount().create(QUEUE, "events", inputs))).toMatchObject({ rule, code, message });
  });

  it("takes the greatest values, and a FIFO queue by its name", () => {
    const inputs = { name: "events.fifo", fifoQueue: true, visibilityTimeoutSeconds: 43200, maxMessageSize: 1048576, messageRetentionSeconds: 1209600 };
    expect(new SimulatedAccount().create(QUEUE, "events", inputs).id).toBe(`${url}.fifo`);
  });

  it("sends its dead letters to a queue that exists", () => {
    const account = new SimulatedAccount();
    const redrivePolicy = JSON.stringify({ deadLetterTargetArn: "arn:aws:sqs:us-east-1:123456789012:dead", maxReceiveCount: 5 });
    expect(refusalOf(() => account.create(QUEUE, "events", { name: "events", redrivePolicy }))).toMatchObject({
      rule: "sqs/queue-dead-letter-target-exists",
      code: "InvalidParameterValue",
      message: `Value ${redrivePolicy} for parameter RedrivePolicy is invalid. Reason: Dead letter target does not exist.`,
    });
    account.create(QUEUE, "dead", { name: "dead" });
    expect(account.create(QUEUE, "events", { name: "events", redrivePolicy }).id).toBe(url);
  });
});

describe("a queue policy", () => {
  it("needs its queue, by URL, and principals that exist", () => {
    const account = new SimulatedAccount();
    const good = { queueUrl: url, policy: policy({ Service: "events.amazonaws.com" }) };
    expect(refusalOf(() => account.create(QUEUE_POLICY, "p", good))).toMatchObject({
      rule: "sqs/queue-policy-queue-url-exists",
      code: "AWS.SimpleQueueService.NonExistentQueue",
      message: "The specified queue does not exist.",
    });
    account.create(QUEUE, "events", { name: "events" });
    expect(account.create(QUEUE_POLICY, "p", good).id).toBe(url);
    expect(refusalOf(() => account.create(QUEUE_POLICY, "p", { queueUrl: url, policy: policy({ Service: "events" }) }))).toMatchObject({
      rule: "sqs/queue-policy-principals-exist",
      code: "InvalidAttributeValue",
      message: "Invalid value for the parameter Policy.",
    });
    expect(refusalOf(() => account.create(QUEUE_POLICY, "p", { queueUrl: url, policy: "{" })).rule).toBe("sqs/queue-policy-form");
  });
});
