import { Network } from "@org/infra-network";
import type { StackContext } from "./stack-context";
import type { StackKeys } from "./stack-keys";

export function createNetwork({ child, common, within, args, plan }: StackContext, { key }: StackKeys): Network {
  const { region, availabilityZones, vpcCidrBlock, natGateways } = args;
  return new Network(
    child("network"),
    {
      ...common,
      region,
      availabilityZones,
      cidrBlock: vpcCidrBlock,
      natGateways,
      flowLogs: plan.production ? { kind: "cloudwatch", kmsKeyArn: key.arn } : { kind: "none" },
    },
    within,
  );
}
