import { illegalDomainNames, isDomainName } from "./domain-name";

describe("isDomainName", () => {
  it.each(["example.com", "*.example.com", "a-b.c1.Example.co.uk", "xn--bcher-kva.example", `${"a.".repeat(124)}com`])("takes %s", (name) => {
    expect(isDomainName(name)).toBe(true);
  });

  it.each(["", "com", "example.com.", "-a.example.com", "a_b.example.com", "a.*.example.com", "192.0.2.44", `${"a".repeat(64)}.com`, `${"a.".repeat(126)}com`])(
    "refuses %j",
    (name) => {
      expect(isDomainName(name)).toBe(false);
    },
  );
});

describe("illegalDomainNames", () => {
  it("finds what is no name, and what stands there a second time", () => {
    expect(illegalDomainNames(["a.example.com", "localhost", "b.example.com", "a.example.com"])).toEqual(["localhost", "a.example.com"]);
  });
});
