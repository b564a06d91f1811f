import { SimulatedAws } from "@org/aws-simulator";
import { deploy } from "@org/offline-engine";
import { deployStack } from "./deployed-stack.fixture";
test("w", async () => {
  const aws = new SimulatedAws();
  const up = await deployStack({ profile: "ephemeral" } as never, { aws });
  const down = await deploy({ project: "infra", stack: "test", providers: [aws], program: () => ({}), state: up.state, expectFailure: true });
  console.log(down.failed, JSON.stringify(down.diagnostics.filter((d) => d.severity === "error")), JSON.stringify(aws.world.all().map((o) => [o.type, o.id, o.deletionDate])));
  const t = performance.now();
  const again = await deployStack({ profile: "ephemeral" } as never, { aws });
  console.log(again.failed, performance.now() - t);
}, 60000);
