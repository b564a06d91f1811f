import { ArgumentError, dnsSuffixOf, isRegionName, knownRegions, partitionOf, regionFacts, servicePrincipal } from "./index";

describe("partitionOf and dnsSuffixOf", () => {
  it.each([
    ["us-east-1", "aws", "amazonaws.com"],
    ["mx-central-1", "aws", "amazonaws.com"],
    ["cn-north-1", "aws-cn", "amazonaws.com.cn"],
    ["us-gov-west-1", "aws-us-gov", "amazonaws.com"],
    ["eusc-de-east-1", "aws-eusc", "amazonaws.eu"],
    ["us-iso-east-1", "aws-iso", "c2s.ic.gov"],
    ["us-isob-east-1", "aws-iso-b", "sc2s.sgov.gov"],
    ["eu-isoe-west-1", "aws-iso-e", "cloud.adc-e.uk"],
    ["us-isof-south-1", "aws-iso-f", "csp.hci.ic.gov"],
    ["ap-southeast-99", "aws", "amazonaws.com"],
  ])("know that %s is in %s and ends in %s", (region, partition, dnsSuffix) => {
    expect(partitionOf(region)).toBe(partition);
    expect(dnsSuffixOf(region)).toBe(dnsSuffix);
    expect(isRegionName(region)).toBe(true);
  });

  it.each(["", "us-east-1a", "US-EAST-1", "moon-base-1", "us-east-1\n"])("refuse %j, which is no region", (region) => {
    expect(isRegionName(region)).toBe(false);
    expect(() => partitionOf(region)).toThrow(ArgumentError);
    expect(() => dnsSuffixOf(region)).toThrow(
      `region: 1 invalid argument\n  - \`region\` must be the name of an AWS region, got ${JSON.stringify(region)}: use for example us-east-1`,
    );
  });
});

describe("regionFacts", () => {
  it("tells everything about a region that is older than August 2022", () => {
    expect(regionFacts("us-west-1")).toEqual({
      partition: "aws",
      availabilityZones: ["us-west-1a", "us-west-1c"],
      elbLogDelivery: { servicePrincipal: "logdelivery.elasticloadbalancing.amazonaws.com", legacyAccountId: "027434742980" },
      albHostedZoneId: "Z368ELLRRE2KJ0",
      optIn: false,
    });
  });

  it("names no legacy account for a region opened since", () => {
    expect(regionFacts("mx-central-1")).toEqual({
      partition: "aws",
      availabilityZones: ["mx-central-1a", "mx-central-1b", "mx-central-1c"],
      elbLogDelivery: { servicePrincipal: "logdelivery.elasticloadbalancing.amazonaws.com" },
      albHostedZoneId: "Z023552324OKD1BB28BH5",
      optIn: true,
    });
  });

  it("leaves out what AWS has not published yet", () => {
    expect(regionFacts("sa-west-1")).toEqual({
      partition: "aws",
      availabilityZones: [],
      elbLogDelivery: { servicePrincipal: "logdelivery.elasticloadbalancing.amazonaws.com" },
    });
  });

  it.each(["us-east-99", "constructor", "__proto__"])("knows nothing about %s", (region) => {
    expect(regionFacts(region)).toBeUndefined();
  });

  it("has a partition, well-formed zones and the delivery service for all 48 regions", () => {
    expect(knownRegions).toHaveLength(48);
    expect(new Set(knownRegions).size).toBe(48);
    for (const region of knownRegions) {
      const facts = regionFacts(region);
      expect(facts?.partition).toBe(partitionOf(region));
      expect(facts?.elbLogDelivery.servicePrincipal).toBe("logdelivery.elasticloadbalancing.amazonaws.com");
      expect(facts?.elbLogDelivery.legacyAccountId ?? "000000000000").toMatch(/^\d{12}$/);
      expect(facts?.albHostedZoneId ?? "Z0").toMatch(/^Z[A-Z0-9]{1,31}$/);
      const zones = facts?.availabilityZones ?? [];
      expect([...new Set(zones)].sort()).toEqual(zones);
      for (const zone of zones) {
        expect(zone).toMatch(new RegExp(`^${region}[a-f]$`));
      }
    }
  });

  it("names a different legacy account for each of the 31 regions that have one", () => {
    const accounts = knownRegions.map((region) => regionFacts(region)?.elbLogDelivery.legacyAccountId).filter(Boolean);
    expect(accounts).toHaveLength(31);
    expect(new Set(accounts).size).toBe(31);
  });
});

describe("servicePrincipal", () => {
  it("is the same in every partition", () => {
    expect(servicePrincipal("ec2")).toBe("ec2.amazonaws.com");
    expect(servicePrincipal("ec2", "cn-north-1")).toBe("ec2.amazonaws.com");
    expect(servicePrincipal("delivery.logs", "us-east-1")).toBe("delivery.logs.amazonaws.com");
  });

  it("names CloudWatch Logs by region where a region is given", () => {
    expect(servicePrincipal("logs", "eu-west-1")).toBe("logs.eu-west-1.amazonaws.com");
    expect(servicePrincipal("logs")).toBe("logs.amazonaws.com");
  });

  it("refuses what cannot be a region", () => {
    expect(() => servicePrincipal("logs", "eu-west-1a")).toThrow("`region` must be the name of an AWS region");
  });
});
