import { maintenanceProblems, planMaintenance } from "./maintenance";

describe("maintenance", () => {
  it("loses no capacity and doubles it at most when nothing is said", () => {
    expect(planMaintenance()).toEqual({ minHealthyPercentage: 100, maxHealthyPercentage: 200 });
    expect(planMaintenance({ minHealthyPercentage: 90 })).toEqual({ minHealthyPercentage: 90, maxHealthyPercentage: 200 });
  });

  it.each([
    [0, 100],
    [50, 150],
    [100, 100],
    [100, 200],
  ])("takes %d to %d percent", (minHealthyPercentage, maxHealthyPercentage) => {
    expect(maintenanceProblems({ minHealthyPercentage, maxHealthyPercentage })).toEqual([]);
  });

  it.each([
    [-1, 100, ["maintenance.minHealthyPercentage"]],
    [101, 99, ["maintenance.minHealthyPercentage", "maintenance.maxHealthyPercentage"]],
    [100, 201, ["maintenance.maxHealthyPercentage"]],
    [50, 151, ["maintenance"]],
  ])("refuses %d to %d percent", (minHealthyPercentage, maxHealthyPercentage, refused) => {
    const problems = maintenanceProblems({ minHealthyPercentage, maxHealthyPercentage });
    expect(problems.map(({ argument }) => argument)).toEqual(refused);
  });
});
