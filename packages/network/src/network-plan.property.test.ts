import fc from "fast-check";
import { formatIpv4Block, ipv4Block, overlaps, sizeOf } from "./ipv4-block";
import { networkLayout, type SubnetLayout } from "./network-layout";
import { type NetworkPlanArgs, planNetwork } from "./network-plan";

/** Regions by how the ids of their zones begin. */
const ID_STARTS = { "us-east-1": "use1", "eu-west-1": "euw1", "ap-southeast-2": "apse2", "us-gov-west-1": "usgw1" } as const;

/** Where networks of /16 to /22 begin: private addresses, shared ones and public ones. */
const SPACES = ["10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "198.18.0.0/15"].map(ipv4Block);

const anyBlock = fc.tuple(fc.constantFrom(...SPACES), fc.integer({ min: 16, max: 22 }), fc.nat()).map(([space, prefixLength, pick]) => {
  const index = pick % (sizeOf(space.prefixLength) / sizeOf(prefixLength));
  return formatIpv4Block({ address: space.address + index * sizeOf(prefixLength), prefixLength });
});

/** All eight zones of a region, by name or by id. */
const anyRegion = fc.tuple(fc.constantFrom(...(Object.keys(ID_STARTS) as (keyof typeof ID_STARTS)[])), fc.boolean()).map(([region, byId]) => ({
  region,
  zones: [..."abcdefgh"].map((letter, slot) => (byId ? `${ID_STARTS[region]}-az${slot + 1}` : `${region}${letter}`)),
}));

/** Everything that a network of a region is planned from, but for its addresses; zones in any order. */
function anyShape({ region, zones }: { readonly region: string; readonly zones: readonly string[] }): fc.Arbitrary<NetworkPlanArgs> {
  return fc.record({
    region: fc.constant(region),
    availabilityZones: fc.shuffledSubarray([...zones], { minLength: 2 }),
    isolatedSubnets: fc.boolean(),
    natGateways: fc.constantFrom("none", "single", "per-zone", "regional"),
    profile: fc.constantFrom("production", "ephemeral"),
  });
}

const anyArgs = fc.tuple(anyBlock, anyRegion.chain(anyShape)).map(([cidrBlock, shape]) => ({ ...shape, cidrBlock }));
/** Two networks of one block and region that may differ in everything else. */
const anyTwo = fc.tuple(anyBlock, anyRegion.chain((region) => fc.tuple(anyShape(region), anyShape(region))));

function rowOf(layout: readonly SubnetLayout[], { zone, tier }: SubnetLayout): SubnetLayout | undefined {
  return layout.find((row) => row.zone === zone && row.tier === tier);
}

describe("the plan of any network", () => {
  it("has a subnet for each zone and tier: inside the network, apart from all others, aligned, of a size that AWS takes", () => {
    fc.assert(
      fc.property(anyArgs, (args) => {
        const network = ipv4Block(args.cidrBlock);
        const layout = networkLayout(args);
        const pairs = args.availabilityZones.flatMap((zone) => {
          return ["public", "private", ...(args.isolatedSubnets === true ? ["isolated"] : [])].map((tier) => `${zone} ${tier}`);
        });
        expect(layout.map(({ zone, tier }) => `${zone} ${tier}`)).toEqual(pairs);
        const subnets = layout.map(({ cidrBlock }) => ipv4Block(cidrBlock));
        subnets.forEach((subnet, index) => {
          const size = sizeOf(subnet.prefixLength);
          expect(subnet.prefixLength).toBeLessThanOrEqual(28);
          expect(subnet.address % size).toBe(0);
          expect(subnet.address).toBeGreaterThanOrEqual(network.address);
          expect(subnet.address + size).toBeLessThanOrEqual(network.address + sizeOf(network.prefixLength));
          expect(layout[index].usableAddresses).toBe(size - 5);
          expect(subnets.slice(index + 1).filter((other) => overlaps(subnet, other))).toEqual([]);
        });
      }),
    );
  });

  it("gives a subnet addresses by the network's block, its zone and its tier, and by nothing else", () => {
    fc.assert(
      fc.property(anyTwo, ([cidrBlock, [one, other]]) => {
        const others = networkLayout({ ...other, cidrBlock });
        for (const row of networkLayout({ ...one, cidrBlock })) {
          expect([row, undefined]).toContainEqual(rowOf(others, row));
        }
      }),
    );
  });

  it("moves no existing subnet when a zone is added at any place, and touches nothing else when any is removed", () => {
    fc.assert(
      fc.property(anyArgs, fc.nat(), (args, pick) => {
        fc.pre(args.availabilityZones.length > 2);
        // Where there is a single NAT gateway, its zone is the first, and that one is told to stay.
        const first = args.natGateways === "single" ? 1 : 0;
        const removed = first + (pick % (args.availabilityZones.length - first));
        const others = <T>(list: readonly T[]) => list.filter((_each, index) => index !== removed);
        const fewer = planNetwork("Network", { ...args, availabilityZones: others(args.availabilityZones) });
        expect(fewer.zones).toEqual(others(planNetwork("Network", args).zones));
      }),
    );
  });

  it("moves no existing subnet when a tier is added", () => {
    fc.assert(
      fc.property(anyArgs, (args) => {
        const more = networkLayout({ ...args, isolatedSubnets: true });
        const fewer = networkLayout({ ...args, isolatedSubnets: false });
        expect(more.filter(({ tier }) => tier !== "isolated")).toEqual(fewer);
        expect(more).toHaveLength(fewer.length + args.availabilityZones.length);
      }),
    );
  });

  it("keeps the tables in the order of the zones, and the addresses whatever that order is", () => {
    fc.assert(
      fc.property(anyArgs, (args) => {
        const reversed = [...args.availabilityZones].reverse();
        const layout = networkLayout({ ...args, availabilityZones: reversed });
        expect([...new Set(layout.map(({ zone }) => zone))]).toEqual(reversed);
        expect(layout.map((row) => rowOf(networkLayout(args), row))).toEqual(layout);
      }),
    );
  });

  it("divides the block that a pool gives as it divides one that is named", () => {
    fc.assert(
      fc.property(anyArgs, ({ cidrBlock, ...shape }) => {
        const addresses = { kind: "ipam", netmaskLength: ipv4Block(cidrBlock).prefixLength } as const;
        expect(networkLayout({ ...shape, addresses }, cidrBlock)).toEqual(networkLayout({ ...shape, cidrBlock }));
      }),
    );
  });

  it("takes explicit addresses as they are", () => {
    fc.assert(
      fc.property(anyArgs, ({ cidrBlock, ...shape }) => {
        // Every subnet has the addresses that the slots would give to its mirror image.
        const slots = networkLayout({ ...shape, cidrBlock });
        const rows = slots.map(({ zone, tier }, index) => ({ zone, tier, cidrBlock: slots[slots.length - 1 - index].cidrBlock }));
        const subnets = Object.fromEntries(
          shape.availabilityZones.map((zone) => {
            const ofZone = rows.filter((row) => row.zone === zone).map((row) => [row.tier, row.cidrBlock]);
            return [zone, Object.fromEntries(ofZone) as Record<string, string>];
          }),
        );
        expect(networkLayout({ ...shape, addresses: { kind: "explicit", cidrBlock, subnets } })).toMatchObject(rows);
      }),
    );
  });
});
