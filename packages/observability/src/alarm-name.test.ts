import { Naming } from "@org/infra-naming";
import { deploy } from "@org/offline-engine";
import { alarmName } from "./alarm-name";

const naming = new Naming({ project: "shop", environment: "dev" });

describe("name of an alarm", () => {
  it.each([
    [{ kind: "targetGroup", label: "primary", key: "target-5xx" } as const, "shop-dev-alarms-target-group-primary-target-5xx"],
    [{ kind: "loadBalancer", key: "elb-5xx" } as const, "shop-dev-alarms-load-balancer-elb-5xx"],
    [{ kind: "regionalNatGateway", key: "dropped-packets" } as const, "shop-dev-alarms-regional-nat-gateway-dropped-packets"],
  ])("of %j is known before the alarm is made", (reference, name) => {
    expect(alarmName("alarms", reference, naming)).toBe(name);
  });

  it("leaves out the component that the alarms are within, as their naming does", () => {
    const reference = { kind: "targetGroup", label: "primary", key: "no-healthy-host" } as const;
    expect(alarmName("infra-alarms", reference, naming.within("infra"))).toBe(
      "shop-dev-alarms-target-group-primary-no-healthy-host",
    );
  });

  it("is of the stack's own naming when none is given", async () => {
    const reference = { kind: "fleet", label: "primary", key: "below-min-size" } as const;
    const run = await deploy({ providers: [], program: () => ({ name: alarmName("alarms", reference) }) });
    expect(run.outputs).toEqual({ name: "test-dev-alarms-fleet-primary-below-min-size" });
  });

  it("is not made up for an alarm that the catalogue does not have", () => {
    expect(() => alarmName("alarms", { kind: "loadBalancer", key: "target-5xx" }, naming)).toThrow(
      'alarmName of "alarms": 1 invalid argument\n' +
        '  - `key` must be of an alarm of the kind loadBalancer, got "target-5xx": use elb-5xx or slow-responses',
    );
  });
});
