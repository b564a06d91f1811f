import { acmSchemas } from "./resource-schemas/acm";
import { appautoscalingSchemas } from "./resource-schemas/appautoscaling";
import { autoscalingSchemas } from "./resource-schemas/autoscaling";
import { backupSchemas } from "./resource-schemas/backup";
import { cloudfrontSchemas } from "./resource-schemas/cloudfront";
import { cloudwatchSchemas } from "./resource-schemas/cloudwatch";
import { dynamodbSchemas } from "./resource-schemas/dynamodb";
import { ebsSchemas } from "./resource-schemas/ebs";
import { ec2Schemas } from "./resource-schemas/ec2";
import { iamSchemas } from "./resource-schemas/iam";
import { kmsSchemas } from "./resource-schemas/kms";
import { lbSchemas } from "./resource-schemas/lb";
import { route53Schemas } from "./resource-schemas/route53";
import { s3Schemas } from "./resource-schemas/s3";
import { secretsmanagerSchemas } from "./resource-schemas/secretsmanager";
import { snsSchemas } from "./resource-schemas/sns";
import { sqsSchemas } from "./resource-schemas/sqs";
import { ssmSchemas } from "./resource-schemas/ssm";
import { wafv2Schemas } from "./resource-schemas/wafv2";

/**
 * What is known of one resource type of @pulumi/aws 7.48.0, as property names separated by blanks.
 * `required`, `outputs` and `computed` were read in the package; the replace flags come from elsewhere:
 * the package does not carry them.
 */
export interface SchemaRow {
  readonly required?: string;
  /** A change replaces the resource: provider source or CloudFormation says so. */
  readonly replace?: string;
  /** A change is believed to replace the resource; treated like `replace`, but no source was read. */
  readonly replaceUncertain?: string;
  /** A change replaces the resource in some cases, which the definition has to know. */
  readonly replaceConditional?: string;
  /** No source was read for this type's replacements: what its definition says is knowledge of the provider, unverified. */
  readonly replaceUnknown?: true;
  /** Values that only AWS decides. */
  readonly outputs?: string;
  /** Optional inputs that AWS fills when they are left out. */
  readonly computed?: string;
  /** The type has no `region` argument: it lives once in the partition. */
  readonly global?: true;
}

/** {@link SchemaRow}, taken apart. */
export interface ResourceSchema {
  readonly required: readonly string[];
  readonly replace: ReadonlySet<string>;
  readonly outputs: readonly string[];
  readonly computed: readonly string[];
  readonly taggable: boolean;
  readonly global: boolean;
  /** True when at least one replace flag has no source behind it. */
  readonly replaceUncertain: boolean;
}

const tables: readonly Readonly<Record<string, SchemaRow>>[] = [
  acmSchemas,
  appautoscalingSchemas,
  autoscalingSchemas,
  backupSchemas,
  cloudfrontSchemas,
  cloudwatchSchemas,
  dynamodbSchemas,
  ebsSchemas,
  ec2Schemas,
  iamSchemas,
  kmsSchemas,
  lbSchemas,
  route53Schemas,
  s3Schemas,
  secretsmanagerSchemas,
  snsSchemas,
  sqsSchemas,
  ssmSchemas,
  wafv2Schemas,
];

function words(text: string | undefined): string[] {
  return text === undefined ? [] : text.split(" ");
}

/** The schema of a type, members of `overrides` taking the place of the table's; undefined when there is neither. */
export function schemaOf(type: string, overrides?: SchemaRow): ResourceSchema | undefined {
  const row = tables.find((table) => Object.hasOwn(table, type))?.[type];
  return row === undefined && overrides === undefined ? undefined : parse({ ...row, ...overrides });
}

/** What is assumed of a type that no table has. */
export const unknownSchema: ResourceSchema = parse({ replaceUnknown: true });

function parse(row: SchemaRow): ResourceSchema {
  const outputs = words(row.outputs);
  return {
    required: words(row.required),
    replace: new Set([...words(row.replace), ...words(row.replaceUncertain)]),
    outputs,
    computed: words(row.computed),
    taggable: outputs.includes("tagsAll"),
    global: row.global === true,
    replaceUncertain: row.replaceUncertain !== undefined || row.replaceUnknown === true,
  };
}
