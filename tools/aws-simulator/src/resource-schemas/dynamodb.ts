import type { SchemaRow } from "../resource-schema";

export const dynamodbSchemas: Readonly<Record<string, SchemaRow>> = {
  "aws:dynamodb/contributorInsights:ContributorInsights": {
    required: "tableName",
    computed: "mode",
    replaceUnknown: true,
  },
  "aws:dynamodb/globalSecondaryIndex:GlobalSecondaryIndex": {
    required: "indexName keySchemas tableName",
    outputs: "arn",
    computed: "warmThroughput",
    replaceUnknown: true,
  },
  "aws:dynamodb/globalTable:GlobalTable": {
    required: "replicas",
    outputs: "arn",
    computed: "name",
    replaceUnknown: true,
  },
  "aws:dynamodb/kinesisStreamingDestination:KinesisStreamingDestination": {
    required: "streamArn tableName",
    computed: "approximateCreationDateTimePrecision",
    replaceUnknown: true,
  },
  "aws:dynamodb/resourcePolicy:ResourcePolicy": {
    required: "policy resourceArn",
    outputs: "revisionId",
    computed: "confirmRemoveSelfResourceAccess",
    replaceUnknown: true,
  },
  "aws:dynamodb/table:Table": {
    replaceUncertain: "name hashKey rangeKey localSecondaryIndexes importTable restoreSourceName restoreSourceTableArn restoreToLatestTime restoreDateTime",
    outputs: "arn streamArn streamLabel tagsAll",
    computed: "attributes globalSecondaryIndexes globalTableWitness hashKey name pointInTimeRecovery readCapacity serverSideEncryption streamViewType ttl warmThroughput writeCapacity",
  },
  "aws:dynamodb/tableExport:TableExport": {
    required: "s3Bucket tableArn",
    outputs: "arn billedSizeInBytes endTime exportStatus itemCount manifestFilesS3Key startTime",
    computed: "exportTime exportType s3BucketOwner s3Prefix s3SseAlgorithm",
    replaceUnknown: true,
  },
  "aws:dynamodb/tableItem:TableItem": {
    required: "hashKey item tableName",
    outputs: "hashKeyValue rangeKeyValue",
    replaceUnknown: true,
  },
  "aws:dynamodb/tableReplica:TableReplica": {
    required: "globalTableArn",
    outputs: "arn tagsAll",
    computed: "deletionProtectionEnabled kmsKeyArn",
    replaceUnknown: true,
  },
  "aws:dynamodb/tag:Tag": {
    required: "key resourceArn value",
    replaceUnknown: true,
  },
};
