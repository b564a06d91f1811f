import { ArgumentError, knownRegions, regionFacts } from "@org/infra-naming";
import { validateAvailabilityZones } from "./availability-zones";

function messageOf(names: string[], region: string): string {
  try {
    validateAvailabilityZones(names, region);
  } catch (error) {
    expect(error).toBeInstanceOf(ArgumentError);
    return (error as ArgumentError).message;
  }
  return "nothing thrown";
}

describe("validateAvailabilityZones", () => {
  it("gives back two or more zones of the region, in their order", () => {
    const names = ["us-east-1f", "us-east-1a", "us-east-1c"];
    expect(validateAvailabilityZones(names, "us-east-1")).toEqual(["us-east-1f", "us-east-1a", "us-east-1c"]);
    expect(validateAvailabilityZones(names, "us-east-1")).not.toBe(names);
  });

  it("takes a zone that is not published, because accounts see different ones", () => {
    expect(validateAvailabilityZones(["us-west-1a", "us-west-1b"], "us-west-1")).toEqual(["us-west-1a", "us-west-1b"]);
  });

  it("takes all zones of every region", () => {
    for (const region of knownRegions) {
      const zones = [...(regionFacts(region)?.availabilityZones ?? [])];
      const atLeastTwo = zones.length < 2 ? [`${region}a`, `${region}b`] : zones;
      expect(validateAvailabilityZones(atLeastTwo, region)).toEqual(atLeastTwo);
    }
  });

  it("refuses one zone", () => {
    expect(messageOf(["us-east-1a"], "us-east-1")).toBe(
      [
        "validateAvailabilityZones: 1 invalid argument",
        '  - `availabilityZones` must name at least 2 availability zones, so that the loss of one leaves another, got ["us-east-1a"]: add us-east-1b',
      ].join("\n"),
    );
  });

  it("refuses no zone, and names two that exist", () => {
    expect(messageOf([], "us-west-1")).toBe(
      [
        "validateAvailabilityZones: 1 invalid argument",
        "  - `availabilityZones` must name at least 2 availability zones, so that the loss of one leaves another, got []: add us-west-1a and us-west-1c",
      ].join("\n"),
    );
  });

  it("names likely zones of a region whose zones are not published", () => {
    expect(messageOf(["sa-west-1a"], "sa-west-1")).toContain("add sa-west-1b");
    expect(messageOf([], "us-east-99")).toContain("add us-east-99a and us-east-99b");
  });

  it("refuses a zone that is named twice, and does not count it twice", () => {
    expect(messageOf(["us-east-1a", "us-east-1a"], "us-east-1")).toBe(
      [
        "validateAvailabilityZones: 2 invalid arguments",
        '  - `availabilityZones` must name at least 2 availability zones, so that the loss of one leaves another, got ["us-east-1a","us-east-1a"]: add us-east-1b',
        '  - `availabilityZones[1]` must be named once, got "us-east-1a": remove it, it is availabilityZones[0] already',
      ].join("\n"),
    );
  });

  it("refuses zones of another region", () => {
    expect(messageOf(["us-east-1a", "us-east-2b"], "us-east-1")).toBe(
      [
        "validateAvailabilityZones: 1 invalid argument",
        '  - `availabilityZones[1]` must be the name of an availability zone of us-east-1, got "us-east-2b": use for example us-east-1a, or change the region',
      ].join("\n"),
    );
  });

  it.each(["us-east-1-bos-1a", "us-east-1-wl1-bos-wlz-1"])("refuses %s, which is not an availability zone", (name) => {
    expect(messageOf(["us-east-1a", "us-east-1b", name], "us-east-1")).toBe(
      [
        "validateAvailabilityZones: 1 invalid argument",
        `  - \`availabilityZones[2]\` must be an availability zone, not a Local Zone or Wavelength Zone, got "${name}": use for example us-east-1a`,
      ].join("\n"),
    );
  });

  it("refuses a zone's id and says what it is", () => {
    expect(messageOf(["us-east-1a", "use1-az2"], "us-east-1")).toContain(
      '`availabilityZones[1]` must be the name of an availability zone of us-east-1, got "use1-az2": this is a zone\'s id: use its name in your account, for example us-east-1a',
    );
  });

  it.each(["", "us-east-1", "us-east-1A", "us-east-11a", "us-east-1aa"])("refuses %j, which is no zone of us-east-1", (name) => {
    expect(messageOf(["us-east-1a", "us-east-1b", name], "us-east-1")).toContain("validateAvailabilityZones: 1 invalid argument");
  });

  it("refuses what is no region, without complaining about every zone", () => {
    expect(messageOf(["a", "b"], "")).toBe(
      'validateAvailabilityZones: 1 invalid argument\n  - `region` must be the name of an AWS region, got "": use for example us-east-1',
    );
  });
});
