import { type HealthCheck, healthCheckProblems, planHealthCheck } from "./health-check";

const rules = (check: HealthCheck) =>
  healthCheckProblems(planHealthCheck(check)).map((problem) => `${problem.argument} ${problem.rule}`);

describe("health check", () => {
  it("asks GET /health every 15 seconds and states every threshold", () => {
    expect(planHealthCheck()).toEqual({
      path: "/health",
      interval: 15,
      timeout: 5,
      healthyThreshold: 3,
      unhealthyThreshold: 2,
      matcher: "200",
    });
  });

  it("keeps a default where an argument is undefined", () => {
    expect(planHealthCheck({ path: undefined, interval: 30 })).toMatchObject({ path: "/health", interval: 30 });
  });

  it("must time out before the next one starts", () => {
    expect(rules({ interval: 10, timeout: 9 })).toEqual([]);
    expect(rules({ interval: 10, timeout: 10 })).toEqual(["healthCheck.timeout must be less than the interval of 10 seconds"]);
  });

  it("names every number that AWS would refuse", () => {
    expect(rules({ interval: 301, timeout: 1, healthyThreshold: 1, unhealthyThreshold: 11 })).toEqual([
      "healthCheck.interval must be a whole number from 5 to 300 seconds",
      "healthCheck.timeout must be a whole number from 2 to 120 seconds",
      "healthCheck.healthyThreshold must be a whole number from 2 to 10",
      "healthCheck.unhealthyThreshold must be a whole number from 2 to 10",
    ]);
  });

  it.each(["/", "/health?full=1", `/${"a".repeat(1023)}`])("takes the path %s", (path) => {
    expect(rules({ path })).toEqual([]);
  });

  it.each(["", "health", "/with space", `/${"a".repeat(1024)}`])("refuses the path %j", (path) => {
    expect(rules({ path })).toEqual([
      "healthCheck.path must start with / and have at most 1024 printable characters without spaces",
    ]);
  });

  it.each(["200", "200,204", "200-299", "200-299,301,400-499"])("takes the matcher %s", (matcher) => {
    expect(rules({ matcher })).toEqual([]);
  });

  it.each(["", "2xx", "199", "500", "299-200", "200,", "200 204"])("refuses the matcher %j", (matcher) => {
    expect(rules({ matcher })).toEqual(["healthCheck.matcher must list status codes from 200 to 499"]);
  });
});
