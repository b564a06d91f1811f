import { planEdgeCertificate, provenName } from "./edge-certificate-plan";

describe("planEdgeCertificate", () => {
  it("proves each name once, a wildcard by the name below it", () => {
    const plan = planEdgeCertificate("www", {
      domainName: "*.Example.com",
      alternativeNames: ["shop.example.com", "example.com", "*.shop.example.com"],
    });
    expect(plan).toEqual({ provenNames: ["example.com", "shop.example.com"] });
    expect(provenName("*.Example.com")).toBe("example.com");
  });

  it("names everything that is wrong at once", () => {
    expect(() =>
      planEdgeCertificate("www", { domainName: "localhost", alternativeNames: ["a.example.com", "a.example.com", "https://x.io"] }),
    ).toThrow(
      new Error(
        'EdgeCertificate "www": 3 invalid arguments\n' +
          '  - `domainName` must be a domain name, named once, got "localhost": use for example example.com or *.example.com\n' +
          '  - `alternativeNames` must be a domain name, named once, got "a.example.com": ' +
          "use for example example.com or *.example.com\n" +
          '  - `alternativeNames` must be a domain name, named once, got "https://x.io": ' +
          "use for example example.com or *.example.com",
      ),
    );
  });

  it("blames the alternative name that repeats the domain name", () => {
    expect(() => planEdgeCertificate("www", { domainName: "example.com", alternativeNames: ["example.com"] })).toThrow(
      "`alternativeNames` must be a domain name, named once",
    );
  });
});
