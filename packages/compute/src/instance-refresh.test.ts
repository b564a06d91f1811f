import { instanceRefreshProblems, refreshPreferences } from "./instance-refresh";

const tenAlarms = Array.from({ length: 10 }, (_, index) => `alarm-${index}`);

describe("instance refresh", () => {
  it("watches no alarms and makes no pauses when nothing is said", () => {
    expect(refreshPreferences()).toEqual({});
    expect(refreshPreferences({ alarmNames: [] })).toEqual({});
    expect(instanceRefreshProblems()).toEqual([]);
  });

  it("fails with its alarms and waits for them at its checkpoints, an hour if not told otherwise", () => {
    expect(refreshPreferences({ alarmNames: ["errors"], checkpoints: { percentages: [20, 100] } })).toEqual({
      alarmSpecification: { alarms: ["errors"] },
      checkpointPercentages: [20, 100],
      checkpointDelay: "3600",
    });
    expect(refreshPreferences({ checkpoints: { percentages: [50, 100], delay: 0 } })).toMatchObject({ checkpointDelay: "0" });
  });

  it("takes ten alarms and refuses eleven", () => {
    expect(instanceRefreshProblems({ alarmNames: tenAlarms })).toEqual([]);
    expect(instanceRefreshProblems({ alarmNames: [...tenAlarms, "alarm-10"] })).toEqual([
      {
        argument: "instanceRefresh.alarmNames",
        rule: "must be at most 10 alarms",
        value: 11,
        remedy: "join alarms in a composite alarm, and name that",
      },
    ]);
  });

  it.each([[[100]], [[1, 100]], [[20, 50, 100]]])("takes the checkpoints %j", (percentages) => {
    expect(instanceRefreshProblems({ checkpoints: { percentages } })).toEqual([]);
  });

  it.each([[[]], [[20, 50]], [[50, 20, 100]], [[0, 100]], [[20, 20, 100]], [[100, 101]], [[20.5, 100]]])(
    "refuses the checkpoints %j",
    (percentages) => {
      expect(instanceRefreshProblems({ checkpoints: { percentages } })).toEqual([
        {
          argument: "instanceRefresh.checkpoints.percentages",
          rule: "must be whole percentages that rise to 100: the refresh ends at the last one",
          value: percentages,
          remedy: "use for example 20 and 100",
        },
      ]);
    },
  );

  it.each([-1, 172_801])("refuses a pause of %d seconds", (delay) => {
    expect(instanceRefreshProblems({ checkpoints: { percentages: [100], delay } }).map(({ argument }) => argument)).toEqual([
      "instanceRefresh.checkpoints.delay",
    ]);
  });
});
