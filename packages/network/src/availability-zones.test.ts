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
        '  - `availabilityZones[1]` must be the name or the id of an availability zone of us-east-1, got "us-east-2b": use for example us-east-1a, or change the region',
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

  it.each(["use1-bos1-az1", "use1-wl1-bos-wlz1"])("refuses %s, the id of what is no availability zone", (id) => {
    expect(messageOf(["use1-az1", "use1-az2", id], "us-east-1")).toContain(
      `\`availabilityZones[2]\` must be an availability zone, not a Local Zone or Wavelength Zone, got "${id}"`,
    );
  });

  it("takes zones by their ids, which name the same places in every account", () => {
    expect(validateAvailabilityZones(["use1-az6", "use1-az2"], "us-east-1")).toEqual(["use1-az6", "use1-az2"]);
    expect(validateAvailabilityZones(["apse2-az1", "apse2-az3"], "ap-southeast-2")).toEqual(["apse2-az1", "apse2-az3"]);
    expect(validateAvailabilityZones(["usgw1-az1", "usgw1-az2"], "us-gov-west-1")).toEqual(["usgw1-az1", "usgw1-az2"]);
    expect(validateAvailabilityZones(["cnnw1-az1", "cnnw1-az2"], "cn-northwest-1")).toEqual(["cnnw1-az1", "cnnw1-az2"]);
  });

  it("does not doubt the ids of a region whose abbreviation nobody publishes", () => {
    expect(validateAvailabilityZones(["usie1-az1", "usie1-az2"], "us-iso-east-1")).toEqual(["usie1-az1", "usie1-az2"]);
  });

  it("refuses the ids of another region's zones", () => {
    expect(messageOf(["use1-az1", "use2-az1"], "us-east-1")).toBe(
      [
        "validateAvailabilityZones: 1 invalid argument",
        '  - `availabilityZones[1]` must be the name or the id of an availability zone of us-east-1, got "use2-az1": use for example us-east-1a, or change the region',
      ].join("\n"),
    );
  });

  it("refuses names beside ids, which may be the same zone twice", () => {
    expect(messageOf(["us-east-1a", "use1-az2"], "us-east-1")).toBe(
      [
        "validateAvailabilityZones: 1 invalid argument",
        '  - `availabilityZones` must be all names or all ids, because a name and an id may be the same zone, got ["us-east-1a","use1-az2"]: use names for use1-az2, or ids for the others',
      ].join("\n"),
    );
  });

  it("asks for another id when there is one", () => {
    expect(messageOf(["use1-az2"], "us-east-1")).toBe(
      [
        "validateAvailabilityZones: 1 invalid argument",
        '  - `availabilityZones` must name at least 2 availability zones, so that the loss of one leaves another, got ["use1-az2"]: add the id of another zone',
      ].join("\n"),
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
