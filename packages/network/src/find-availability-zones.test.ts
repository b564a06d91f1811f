import { SimulatedAws } from "@org/aws-simulator";
import { deploy } from "@org/offline-engine";
import { type AvailabilityZoneSearch, findAvailabilityZones } from "./find-availability-zones";

/** What a main program finds. */
async function found(search: AvailabilityZoneSearch): Promise<unknown> {
  const run = await deploy({
    providers: [new SimulatedAws()],
    program: async () => ({ zones: await findAvailabilityZones(search) }),
  });
  return run.outputs.zones;
}

describe("findAvailabilityZones", () => {
  it("gives the first three zones of the region by name", async () => {
    expect(await found({ region: "us-east-1" })).toEqual(["us-east-1a", "us-east-1b", "us-east-1c"]);
  });

  it("gives as many as are asked for, by id", async () => {
    expect(await found({ region: "eu-west-1", count: 2, by: "id" })).toEqual(["euw1-az1", "euw1-az2"]);
  });

  it("passes over the zones that are excluded", async () => {
    expect(await found({ region: "us-east-1", by: "id", excludeZoneIds: ["use1-az2"] })).toEqual(["use1-az1", "use1-az3", "use1-az4"]);
  });

  it("says how many there are when they are too few", async () => {
    await expect(found({ region: "us-west-1" })).rejects.toThrow(
      "findAvailabilityZones: 1 invalid argument\n" +
        "  - `count` must be at most 2, the zones that the account sees in us-west-1 (us-west-1a, us-west-1c), got 3: ask for fewer, or use another region",
    );
    await expect(found({ region: "us-west-1", excludeZoneIds: ["usw1-az1", "usw1-az3"] })).rejects.toThrow("(none), got 3");
  });
});
