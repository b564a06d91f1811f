import { addressProblems, addressSets } from "./address-lists";

describe("addressSets", () => {
  it("keeps IPv4 and IPv6 apart, sorted, each once, with the prefix of single addresses", () => {
    const addresses = ["192.0.2.44", "2001:DB8::/32", "192.0.2.44/32", "10.0.0.0/8", "2001:db8::1"];
    expect(addressSets("blocked", addresses)).toEqual([
      { list: "blocked", version: "IPV4", addresses: ["10.0.0.0/8", "192.0.2.44/32"], role: "blocked-ipv4" },
      { list: "blocked", version: "IPV6", addresses: ["2001:db8::/32", "2001:db8::1/128"], role: "blocked-ipv6" },
    ]);
  });

  it("makes no set of nothing", () => {
    expect(addressSets("allowed", [])).toEqual([]);
    expect(addressSets("allowed", ["2001:db8::1"]).map(({ role }) => role)).toEqual(["allowed-ipv6"]);
  });
});

describe("addressProblems", () => {
  it("takes the widest and the narrowest blocks", () => {
    expect(addressProblems("allowed", ["128.0.0.0/1", "192.0.2.1/32", "8000::/1", "2001:db8::1/128"])).toEqual([]);
  });

  it.each(["0.0.0.0/0", "::/0", "192.0.2.0/33", "2001:db8::/129", "192.0.2", "example.com", "192.0.2.0/24/1", "fe80::1%eth0", "192.0.2.0/"])(
    "refuses %s",
    (address) => {
      expect(addressProblems("blocked", ["192.0.2.1", address])).toEqual([
        {
          argument: "blockedAddresses",
          rule: "must hold IPv4 or IPv6 addresses or CIDR blocks; WAF takes no /0",
          value: address,
          remedy: "use for example 192.0.2.0/24, 192.0.2.44 or 2001:db8::/32",
        },
      ]);
    },
  );

  it("refuses more blocks of one kind than an IP set holds", () => {
    const ipv4 = Array.from({ length: 10_001 }, (_, index) => `10.0.${index >> 8}.${index & 255}`);
    expect(addressProblems("allowed", ipv4.slice(0, 10_000))).toEqual([]);
    expect(addressProblems("allowed", ipv4)).toEqual([
      {
        argument: "allowedAddresses",
        rule: "must hold at most 10000 IPv4 blocks",
        value: "10001 blocks",
        remedy: "join neighbouring blocks into wider ones",
      },
    ]);
    const ipv6 = ipv4.map((_, index) => `2001:db8::${index.toString(16)}`);
    expect(addressProblems("allowed", ipv6).map(({ rule }) => rule)).toEqual(["must hold at most 10000 IPv6 blocks"]);
  });
});
