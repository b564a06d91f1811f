import { defineFunction } from "../invoke-function";
import { regionRow } from "../regions";

export const getElbServiceAccount = defineFunction({
  token: "aws:elb/getServiceAccount:getServiceAccount",
  invoke({ args, region, partition }) {
    const account = regionRow(region)?.elbAccount;
    if (account === undefined) {
      return [{ property: "region", reason: `unsupported ELB Service Account Region (${region}): it has only the service principal logdelivery.elasticloadbalancing.amazonaws.com` }];
    }
    return { ...args, id: account, region, arn: `arn:${partition.id}:iam::${account}:root` };
  },
});
