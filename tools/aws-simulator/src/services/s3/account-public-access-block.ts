import { defineResource } from "../../resource-definition";

export const accountPublicAccessBlockType = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";

/** What no bucket of the account can do, whatever its own public access block says. There is one in an account. */
export const accountPublicAccessBlock = defineResource({
  type: accountPublicAccessBlockType,
  defaults: {
    blockPublicAcls: false,
    blockPublicPolicy: false,
    ignorePublicAcls: false,
    restrictPublicBuckets: false,
  },
  create: (context) => {
    const accountId = context.text("accountId") ?? context.accountId;
    return { id: accountId, outputs: { accountId } };
  },
});
