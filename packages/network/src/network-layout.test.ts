import { ArgumentError } from "@org/infra-naming";
import { networkLayout } from "./network-layout";

const args = { region: "us-east-1", availabilityZones: ["us-east-1a", "us-east-1c"] };

describe("the layout of a network", () => {
  it("has a row for each zone and tier, with the addresses that AWS leaves", () => {
    expect(networkLayout({ ...args, isolatedSubnets: true })).toEqual([
      { zone: "us-east-1a", tier: "public", cidrBlock: "10.0.16.0/22", usableAddresses: 1019 },
      { zone: "us-east-1a", tier: "private", cidrBlock: "10.0.0.0/20", usableAddresses: 4091 },
      { zone: "us-east-1a", tier: "isolated", cidrBlock: "10.0.20.0/22", usableAddresses: 1019 },
      { zone: "us-east-1c", tier: "public", cidrBlock: "10.0.80.0/22", usableAddresses: 1019 },
      { zone: "us-east-1c", tier: "private", cidrBlock: "10.0.64.0/20", usableAddresses: 4091 },
      { zone: "us-east-1c", tier: "isolated", cidrBlock: "10.0.84.0/22", usableAddresses: 1019 },
    ]);
  });

  it("is that of the block which a pool gave", () => {
    const pooled = networkLayout({ ...args, addresses: { kind: "ipam", netmaskLength: 20 } }, "10.9.16.0/20");
    expect(pooled).toEqual(networkLayout({ ...args, cidrBlock: "10.9.16.0/20" }));
    expect(pooled[0]).toEqual({ zone: "us-east-1a", tier: "public", cidrBlock: "10.9.17.0/26", usableAddresses: 59 });
  });

  it("is refused where a pool decides and nobody says on what", () => {
    expect(() => networkLayout({ ...args, addresses: { kind: "ipam", netmaskLength: 20 } })).toThrow(
      new ArgumentError("networkLayout", [
        {
          argument: "allocatedCidrBlock",
          rule: "must be given where a pool decides on the addresses",
          value: undefined,
          remedy: "pass the network's cidrBlock",
        },
      ]),
    );
  });

  it("is refused for a network that cannot be", () => {
    expect(() => networkLayout({ ...args, cidrBlock: "10.0.0.0/24" })).toThrow("networkLayout: 1 invalid argument");
  });
});
