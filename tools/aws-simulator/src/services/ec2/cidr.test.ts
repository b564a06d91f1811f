import fc from "fast-check";
import { contains, formatCidr, isIpv6Cidr, overlap, parseCidr } from "./cidr";
import type { CidrBlock } from "./cidr";

function block(text: string): CidrBlock {
  const parsed = parseCidr(text);
  if (parsed === undefined) throw new Error(`${text} is no block`);
  return parsed;
}

test.each(["10.0.0.0/16", "0.0.0.0/0", "255.255.255.255/32"])("%s is a block", (text) => {
  expect(formatCidr(block(text))).toBe(text);
});

test.each(["10.0.0.0", "10.0.0/16", "10.0.0.0/33", "256.0.0.0/8", "10.0.0.0/", "a.b.c.d/8", " 10.0.0.0/8"])("%s is none", (text) => {
  expect(parseCidr(text)).toBeUndefined();
});

test("host bits are cleared, as AWS does", () => {
  expect(formatCidr(block("10.0.0.1/16"))).toBe("10.0.0.0/16");
});

test.each([
  ["::/0", true],
  ["2001:db8::/32", true],
  ["1:2:3:4:5:6:7:8/128", true],
  ["::1::/0", false],
  ["2001:db8::/129", false],
  ["2001:db8::", false],
  ["1:2:3:4:5:6:7/64", false],
])("%s is an IPv6 block: %s", (text, expected) => {
  expect(isIpv6Cidr(text)).toBe(expected);
});

const anyBlock = fc
  .tuple(fc.nat(0xff_ff_ff_ff), fc.integer({ min: 0, max: 32 }))
  .map(([address, prefix]) => block(formatCidr({ first: address, last: address, prefix })));

test("two blocks overlap exactly when one contains the other", () => {
  fc.assert(fc.property(anyBlock, anyBlock, (a, b) => overlap(a, b) === (contains(a, b) || contains(b, a))));
});

test("a block survives being written and read", () => {
  fc.assert(fc.property(anyBlock, (a) => JSON.stringify(block(formatCidr(a))) === JSON.stringify(a)));
});
