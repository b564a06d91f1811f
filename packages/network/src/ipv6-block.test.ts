import fc from "fast-check";
import { subnetIpv6CidrBlock } from "./ipv6-block";

describe("the IPv6 block of a subnet", () => {
  it.each([
    ["us-east-1a", "private", "2600:1f18:12:3400::/64"],
    ["us-east-1a", "public", "2600:1f18:12:3401::/64"],
    ["us-east-1b", "private", "2600:1f18:12:3420::/64"],
    ["us-east-1b", "isolated", "2600:1f18:12:3422::/64"],
    ["use1-az8", "public", "2600:1f18:12:34e1::/64"],
  ] as const)("is that of the zone %s and the tier %s", (zone, tier, expected) => {
    expect(subnetIpv6CidrBlock("2600:1f18:12:3400::/56", zone, tier)).toBe(expected);
  });

  it.each([
    ["2600:1f18:12::/56", "2600:1f18:12::/64", "2600:1f18:12:1::/64"],
    ["2600:1f18::/56", "2600:1f18::/64", "2600:1f18:0:1::/64"],
    ["2600:1f18:0:1200::/56", "2600:1f18:0:1200::/64", "2600:1f18:0:1201::/64"],
    ["2600:1F18:12:3400:0:0:0:0/56", "2600:1f18:12:3400::/64", "2600:1f18:12:3401::/64"],
  ])("shortens zeros as everybody does: %s", (network, first, second) => {
    expect(subnetIpv6CidrBlock(network, "us-east-1a", "private")).toBe(first);
    expect(subnetIpv6CidrBlock(network, "us-east-1a", "public")).toBe(second);
  });

  it("lies in the network, and no two are the same", () => {
    const group = fc.integer({ min: 0, max: 0xffff });
    fc.assert(
      fc.property(group, group, group, fc.integer({ min: 0, max: 0xff }), (a, b, c, d) => {
        const numbers = [a, b, c, d * 256];
        const network = `${numbers.map((number) => number.toString(16)).join(":")}::/56`;
        const blocks = [..."abcdefgh"].flatMap((letter) => {
          return (["public", "private", "isolated"] as const).map((tier) => subnetIpv6CidrBlock(network, `us-east-1${letter}`, tier));
        });
        expect(new Set(blocks).size).toBe(24);
        for (const block of blocks) {
          const parts = [...block.replace("::/64", "").split(":"), "0", "0", "0"].slice(0, 4).map((part) => Number.parseInt(part, 16));
          expect(parts.slice(0, 3)).toEqual(numbers.slice(0, 3));
          expect(parts[3] - (parts[3] % 256)).toBe(numbers[3]);
        }
      }),
    );
  });
});
