import { SimulatedAws } from "@org/aws-simulator";
import { deploy, type InvokeRequest, type InvokeResult } from "@org/offline-engine";
import { type AvailabilityZoneSearch, findAvailabilityZones } from "./find-availability-zones";

/** What AWS says of Oregon to an account with a Local Zone, while one zone has trouble. */
const OREGON = [
  { name: "us-west-2-lax-1a", id: "usw2-lax1-az1", type: "local-zone", state: "available" },
  { name: "us-west-2d", id: "usw2-az4", type: "availability-zone", state: "available" },
  { name: "us-west-2a", id: "usw2-az2", type: "availability-zone", state: "available" },
  { name: "us-west-2b", id: "usw2-az1", type: "availability-zone", state: "impaired" },
  { name: "us-west-2c", id: "usw2-az3", type: "availability-zone", state: "available" },
];

/** Leaves out what it is told to leave out, and nothing else, in an order of its own. */
class AwsWithLocalZones extends SimulatedAws {
  override invoke({ args }: InvokeRequest): InvokeResult {
    const filters = Array.isArray(args.filters) ? JSON.stringify(args.filters) : "";
    const zones = OREGON.filter(({ type, state }) => {
      return (args.state === undefined || state === args.state) && (!filters.includes("zone-type") || filters.includes(type));
    });
    return { result: { ...args, id: "us-west-2", names: zones.map(({ name }) => name), zoneIds: zones.map(({ id }) => id) }, failures: [] };
  }
}

/** What a main program finds. */
async function found(search: AvailabilityZoneSearch, aws = new SimulatedAws()): Promise<unknown> {
  const run = await deploy({
    providers: [aws],
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

  it("gives neither Local Zones nor zones in trouble, whatever order AWS has", async () => {
    expect(await found({ region: "us-west-2" }, new AwsWithLocalZones())).toEqual(["us-west-2a", "us-west-2c", "us-west-2d"]);
    expect(await found({ region: "us-west-2", by: "id", count: 2 }, new AwsWithLocalZones())).toEqual(["usw2-az2", "usw2-az3"]);
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
