import { SimulatedAws } from "@org/aws-simulator";
import { type DeployRun, type ResourceState, revealSecrets } from "@org/offline-engine";
import { deployStack } from "./deployed-stack.fixture";

/** The header's values at both ends: what the listener takes, and what CloudFront sends. */
function headerValues(run: DeployRun) {
  const [rule] = run.resourcesOf("aws:lb/listenerRule:ListenerRule");
  const [distribution] = run.resourcesOf("aws:cloudfront/distribution:Distribution");
  const inputs = ({ inputs }: ResourceState) => revealSecrets(inputs) as Record<string, unknown>;
  return {
    taken: inputs(rule)["conditions"] as { httpHeader: { httpHeaderName: string; values: string[] } }[],
    sent: inputs(distribution)["origins"] as { customHeaders: { name: string; value: string }[] }[],
  };
}

describe("an InfrastructureStack whose origin is verified", () => {
  it("refuses at the load balancer whatever does not carry CloudFront's header, and forwards the rest 50 to 50", async () => {
    const run = await deployStack({ originVerificationVersion: 1 });
    const [listener] = run.resourcesOf("aws:lb/listener:Listener");
    const [rule] = run.resourcesOf("aws:lb/listenerRule:ListenerRule");
    const { taken, sent } = headerValues(run);

    expect(listener.inputs["defaultActions"]).toMatchObject([
      { type: "fixed-response", fixedResponse: { statusCode: "403" } },
    ]);
    expect(rule.inputs["actions"]).toMatchObject([
      {
        type: "forward",
        forward: {
          targetGroups: [
            { arn: run.outputs["targetGroupArn"], weight: 50 },
            { arn: run.outputs["secondaryTargetGroupArn"], weight: 50 },
          ],
        },
      },
    ]);
    expect(sent[0].customHeaders).toEqual([
      { name: taken[0].httpHeader.httpHeaderName, value: taken[0].httpHeader.values[0] },
    ]);
    expect(run.outputs["bypassProtection"]).toBe("origin-verify-header");
  });

  it("takes the former value beside the new one when the value is rotated", async () => {
    const aws = new SimulatedAws();
    const first = await deployStack({ originVerificationVersion: 1 }, { aws });
    const second = await deployStack({ originVerificationVersion: 2 }, { aws, state: first.state });
    const former = headerValues(first).sent[0].customHeaders[0].value;
    const current = headerValues(second).sent[0].customHeaders[0].value;

    expect(current).not.toBe(former);
    expect(headerValues(second).taken[0].httpHeader.values).toEqual([current, former]);
  });

  it("says that nothing prevents a bypass when it is not asked for", async () => {
    expect((await deployStack()).outputs["bypassProtection"]).toBe("none");
  });
});
