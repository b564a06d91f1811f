import { planWarmUp, warmUpProblems } from "./warm-up";

describe("warm-up", () => {
  it("lasts as long as an instance starts and then passes its health checks", () => {
    expect(planWarmUp({})).toEqual({ healthCheckGracePeriod: 120, defaultInstanceWarmup: 120 });
    expect(planWarmUp({ startupTime: 10, healthCheck: { interval: 5, healthyThreshold: 2 } })).toEqual({
      healthCheckGracePeriod: 20,
      defaultInstanceWarmup: 20,
    });
  });

  it("lasts as long as it is told", () => {
    expect(planWarmUp({ healthCheckGracePeriod: 300 })).toEqual({
      healthCheckGracePeriod: 300,
      defaultInstanceWarmup: 300,
    });
    expect(planWarmUp({ healthCheckGracePeriod: 300, defaultInstanceWarmup: 0 })).toEqual({
      healthCheckGracePeriod: 300,
      defaultInstanceWarmup: 0,
    });
  });

  it("refuses what Auto Scaling refuses", () => {
    const none = { startupTime: 0, healthCheckGracePeriod: 0, defaultInstanceWarmup: 0 };
    expect(warmUpProblems(none)).toEqual([]);
    const rejected = warmUpProblems({ startupTime: 3601, healthCheckGracePeriod: 7201, defaultInstanceWarmup: -1 });
    expect(rejected.map(({ argument, rule }) => `${argument} ${rule}`)).toEqual([
      "startupTime must be a whole number from 0 to 3600 seconds",
      "healthCheckGracePeriod must be a whole number from 0 to 7200 seconds",
      "defaultInstanceWarmup must be a whole number from 0 to 7200 seconds",
    ]);
  });
});
