import { defineResource } from "../../resource-definition";
import { bucketExists, bucketReference } from "./bucket-reference";
import { publicAccessBlockType } from "./bucket-settings";

export const bucketPublicAccessBlock = defineResource({
  type: publicAccessBlockType,
  defaults: {
    blockPublicAcls: false,
    blockPublicPolicy: false,
    ignorePublicAcls: false,
    restrictPublicBuckets: false,
  },
  references: [bucketReference],
  remembered: true,
  rules: [bucketExists],
  create: (context) => ({ id: context.text("bucket") ?? "" }),
});
