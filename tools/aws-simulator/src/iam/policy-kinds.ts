/** The places a policy document can be put, each with a grammar and words of its own. */
export type PolicyKind =
  | "managed"
  | "inline"
  | "trust"
  | "bucket"
  | "key"
  | "secret"
  | "topic"
  | "queue"
  | "logs"
  | "eventBus"
  | "table"
  | "endpoint";

type Presence = "required" | "forbidden" | "optional";

/** What AWS wants of a document of one kind, and how it says that it did not get it. */
export interface PolicyKindRules {
  readonly principal: Presence;
  readonly resource: Presence;
  /** The only services whose actions the document may name; any when absent. */
  readonly actionServices?: readonly string[];
  /** Error code of a document that does not parse. */
  readonly code: string;
  /** Identity policies are read by IAM's older parser, which knows fewer words. */
  readonly parser: "identity" | "resource";
  /** The service refuses a Sid used twice; of the others it is not known. */
  readonly uniqueSids?: true;
  /** Put around the parser's own message. */
  readonly wrap?: (message: string) => string;
  readonly size: {
    readonly max: number;
    /** IAM does not count white space. */
    readonly countsWhiteSpace: boolean;
    readonly code: string;
    readonly message: string;
  };
  /** Documentation page. */
  readonly source: string;
}

const iamGuide = "https://docs.aws.amazon.com/IAM/latest/UserGuide";
const grammar = `${iamGuide}/reference_policies_grammar.html`;

const lengthConstraint = (member: string, max: number): string =>
  `1 validation error detected: Value at '${member}' failed to satisfy constraint: ` +
  `Member must have length less than or equal to ${max}`;

export const policyKinds: Readonly<Record<PolicyKind, PolicyKindRules>> = {
  managed: {
    principal: "forbidden",
    resource: "required",
    code: "MalformedPolicyDocument",
    uniqueSids: true,
    parser: "identity",
    size: {
      max: 6144,
      countsWhiteSpace: false,
      code: "LimitExceeded",
      message: "Cannot exceed quota for PolicySize: 6144",
    },
    source: grammar,
  },
  // Its limit of 10,240 is for all inline policies of a role together; the role policy counts them.
  inline: {
    principal: "forbidden",
    resource: "required",
    code: "MalformedPolicyDocument",
    uniqueSids: true,
    parser: "identity",
    size: {
      max: 10240,
      countsWhiteSpace: false,
      code: "LimitExceeded",
      message: "Maximum policy size of 10240 bytes exceeded",
    },
    source: grammar,
  },
  trust: {
    principal: "required",
    resource: "forbidden",
    actionServices: ["sts"],
    code: "MalformedPolicyDocument",
    uniqueSids: true,
    parser: "resource",
    size: {
      max: 2048,
      countsWhiteSpace: false,
      code: "LimitExceeded",
      message: "Cannot exceed quota for ACLSizePerRole: 2048",
    },
    source: `${iamGuide}/reference_iam-quotas.html`,
  },
  bucket: {
    principal: "required",
    resource: "required",
    code: "MalformedPolicy",
    uniqueSids: true,
    parser: "resource",
    size: {
      max: 20480,
      countsWhiteSpace: true,
      code: "MalformedPolicy",
      message: "Policy exceeds the maximum allowed document size.",
    },
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-policy-language-overview.html",
  },
  key: {
    principal: "required",
    resource: "required",
    code: "MalformedPolicyDocumentException",
    parser: "resource",
    size: {
      max: 32768,
      countsWhiteSpace: true,
      code: "LimitExceededException",
      message: "The key policy is larger than 32768 bytes",
    },
    source: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html",
  },
  secret: {
    principal: "required",
    resource: "required",
    code: "MalformedPolicyDocumentException",
    parser: "resource",
    size: {
      max: 20480,
      countsWhiteSpace: true,
      code: "InvalidParameterException",
      message: lengthConstraint("resourcePolicy", 20480),
    },
    source: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutResourcePolicy.html",
  },
  topic: {
    principal: "required",
    resource: "required",
    code: "InvalidParameter",
    parser: "resource",
    wrap: (message) => `Invalid parameter: Policy Error: ${message}`,
    size: {
      max: 30720,
      countsWhiteSpace: true,
      code: "InvalidParameter",
      message: "Invalid parameter: Policy Error: the policy is larger than 30720 bytes",
    },
    source: "https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-key-concepts.html",
  },
  queue: {
    principal: "required",
    resource: "optional",
    code: "InvalidAttributeValue",
    parser: "resource",
    wrap: (message) => `Invalid value for the parameter Policy. ${message}`,
    size: {
      max: 8192,
      countsWhiteSpace: true,
      code: "InvalidAttributeValue",
      message: "Invalid value for the parameter Policy. The policy is larger than 8192 bytes",
    },
    source: "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/quotas-policies.html",
  },
  logs: {
    principal: "required",
    resource: "required",
    code: "InvalidParameterException",
    parser: "resource",
    size: {
      max: 5120,
      countsWhiteSpace: true,
      code: "InvalidParameterException",
      message: lengthConstraint("policyDocument", 5120),
    },
    source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutResourcePolicy.html",
  },
  eventBus: {
    principal: "required",
    resource: "required",
    code: "ValidationException",
    parser: "resource",
    size: {
      max: 10240,
      countsWhiteSpace: true,
      code: "PolicyLengthExceededException",
      message: "The event bus policy is larger than 10240 bytes",
    },
    source: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutPermission.html",
  },
  table: {
    principal: "required",
    resource: "required",
    code: "ValidationException",
    parser: "resource",
    wrap: (message) => `One or more parameter values were invalid: Invalid policy document: ${message}`,
    size: {
      max: 20480,
      countsWhiteSpace: true,
      code: "ValidationException",
      message: "One or more parameter values were invalid: Maximum policy size of 20480 bytes exceeded",
    },
    source: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PutResourcePolicy.html",
  },
  endpoint: {
    principal: "required",
    resource: "required",
    code: "InvalidPolicyDocument",
    parser: "resource",
    size: {
      max: 20480,
      countsWhiteSpace: false,
      code: "InvalidPolicyDocument",
      message: "The policy is larger than 20480 characters",
    },
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
  },
};
