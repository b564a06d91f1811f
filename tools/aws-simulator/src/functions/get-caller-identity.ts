import { defineFunction } from "../invoke-function";

export const getCallerIdentity = defineFunction({
  token: "aws:index/getCallerIdentity:getCallerIdentity",
  invoke: ({ accountId, partition }) => ({
    id: accountId,
    accountId,
    arn: `arn:${partition.id}:iam::${accountId}:user/simulated`,
    userId: "AIDASIMULATEDAWSUSER0",
  }),
});
