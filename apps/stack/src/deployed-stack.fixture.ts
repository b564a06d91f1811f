import { SimulatedAws } from "@org/aws-simulator";
import { deploy, type DeploymentState, type DeployRun } from "@org/offline-engine";
import { Provider } from "@pulumi/aws/provider";
import { InfrastructureStack, type InfrastructureStackArgs } from "./infrastructure-stack";

export const zones = ["us-east-1a", "us-east-1b"];

/** Deploys the stack as `main.ts` does, with its explicit provider. */
export function deployStack(
  args: Partial<InfrastructureStackArgs> = {},
  { aws = new SimulatedAws(), state, preview }: { aws?: SimulatedAws; state?: DeploymentState; preview?: boolean } = {},
): Promise<DeployRun> {
  const { region = "us-east-1" } = args;
  return deploy({
    project: "infra",
    stack: "test",
    config: { "aws:region": region },
    providers: [aws],
    state,
    preview,
    program: () => {
      const provider = new Provider("aws", { region });
      return new InfrastructureStack("infra", { region, availabilityZones: zones, ...args }, { provider }).outputs;
    },
  });
}
