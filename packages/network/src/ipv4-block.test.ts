import fc from "fast-check";
import { alignedBlock, formatIpv4Block, ipv4Block, overlaps, parseIpv4Block, sizeOf } from "./ipv4-block";

describe("an IPv4 block", () => {
  it("is read as its first address and the length of its prefix", () => {
    expect(parseIpv4Block("10.1.2.0/24")).toEqual({ address: 167838208, prefixLength: 24 });
    expect(parseIpv4Block("255.255.255.255/32")).toEqual({ address: 2 ** 32 - 1, prefixLength: 32 });
  });

  it.each(["", "10.0.0.0", "10.0.0/16", "256.0.0.0/16", "10.0.0.0/33", "10.0.0.0/16x", "010.0.0.0/16", "10.0.0.0/016", " 10.0.0.0/16", "a.b.c.d/16", "1e1.0.0.0/16", "::/0"])(
    "is not %j",
    (text) => {
      expect(parseIpv4Block(text)).toBeUndefined();
    },
  );

  it("is taken for granted in text that was checked before, and thrown at when it is none", () => {
    expect(ipv4Block("10.1.2.0/24")).toEqual({ address: 167838208, prefixLength: 24 });
    expect(() => ipv4Block("10.1.2.0")).toThrow(new TypeError('"10.1.2.0" is no IPv4 block'));
  });

  it("is written as it was read", () => {
    const octet = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(octet, octet, octet, octet, fc.integer({ min: 0, max: 32 }), (a, b, c, d, prefixLength) => {
        const text = `${a}.${b}.${c}.${d}/${prefixLength}`;
        const block = parseIpv4Block(text);
        expect(block && formatIpv4Block(block)).toBe(text);
      }),
    );
  });

  it("starts at a multiple of its size when aligned", () => {
    expect(alignedBlock({ address: 167838209, prefixLength: 16 })).toEqual({ address: 167837696, prefixLength: 16 });
    expect(sizeOf(16)).toBe(65536);
  });

  it("overlaps what it shares an address with", () => {
    const block = (text: string) => parseIpv4Block(text) ?? { address: -1, prefixLength: 32 };
    expect(overlaps(block("10.0.0.0/16"), block("10.0.255.0/24"))).toBe(true);
    expect(overlaps(block("10.0.255.0/24"), block("10.0.0.0/16"))).toBe(true);
    expect(overlaps(block("10.0.0.0/16"), block("10.1.0.0/16"))).toBe(false);
    expect(overlaps(block("10.1.0.0/16"), block("10.0.0.0/16"))).toBe(false);
  });
});
