import { planCertificate, provenName } from "./certificate-plan";

describe("planCertificate", () => {
  it("is for CloudFront, in us-east-1, unless a load balancer uses it in the provider's Region", () => {
    expect(planCertificate("www", { domainName: "example.com" }).location).toEqual({ region: "us-east-1" });
    expect(planCertificate("www", { domainName: "example.com", usedBy: "cloudfront" }).location).toEqual({ region: "us-east-1" });
    expect(planCertificate("www", { domainName: "example.com", usedBy: "load-balancer" }).location).toEqual({});
  });

  it("leaves its records in the zone, but for an ephemeral environment", () => {
    expect(planCertificate("www", { domainName: "example.com", profile: "production" }).retainRecords).toBe(true);
    expect(planCertificate("www", { domainName: "example.com", profile: "ephemeral" }).retainRecords).toBe(false);
  });

  it("proves each name once, a wildcard by the name below it", () => {
    const plan = planCertificate("www", {
      domainName: "*.Example.com",
      alternativeNames: ["shop.example.com", "example.com", "*.shop.example.com"],
    });
    expect(plan).toEqual({
      domainName: "*.example.com",
      alternativeNames: ["shop.example.com", "example.com", "*.shop.example.com"],
      location: { region: "us-east-1" },
      provenNames: ["example.com", "shop.example.com"],
      retainRecords: true,
    });
    expect(provenName("*.Example.com")).toBe("example.com");
  });

  it("names everything that is wrong at once", () => {
    expect(() =>
      planCertificate("www", { domainName: "localhost", alternativeNames: ["a.example.com", "a.example.com", "https://x.io"] }),
    ).toThrow(
      new Error(
        'Certificate "www": 3 invalid arguments\n' +
          '  - `domainName` must be a domain name, named once, got "localhost": use for example example.com or *.example.com\n' +
          '  - `alternativeNames` must be a domain name, named once, got "a.example.com": ' +
          "use for example example.com or *.example.com\n" +
          '  - `alternativeNames` must be a domain name, named once, got "https://x.io": ' +
          "use for example example.com or *.example.com",
      ),
    );
  });

  it("blames the alternative name that repeats the domain name", () => {
    expect(() => planCertificate("www", { domainName: "example.com", alternativeNames: ["example.com"] })).toThrow(
      "`alternativeNames` must be a domain name, named once",
    );
  });

  it("takes names that differ in case alone for one", () => {
    const alternativeNames = ["EXAMPLE.com"];
    expect(() => planCertificate("www", { domainName: "Example.com", alternativeNames })).toThrow(
      '`alternativeNames` must be a domain name, named once, got "example.com"',
    );
  });

  it("takes of elliptic curves the one of 256 bits for CloudFront, and any for a load balancer", () => {
    const keyAlgorithm = "EC_secp384r1";
    expect(() => planCertificate("www", { domainName: "example.com", keyAlgorithm: "EC_prime256v1" })).not.toThrow();
    expect(() => planCertificate("www", { domainName: "example.com", usedBy: "load-balancer", keyAlgorithm })).not.toThrow();
    expect(() => planCertificate("www", { domainName: "example.com", keyAlgorithm })).toThrow(
      new Error(
        'Certificate "www": 1 invalid argument\n' +
          "  - `keyAlgorithm` must be one that CloudFront takes, which of elliptic curves is the one of 256 bits, " +
          'got "EC_secp384r1": use "EC_prime256v1"',
      ),
    );
  });

  it("takes a common name of 64 characters, and longer names behind it", () => {
    const longest = `${"a".repeat(52)}.example.com`;
    expect(longest).toHaveLength(64);
    const { provenNames } = planCertificate("www", { domainName: longest, alternativeNames: [`a${longest}`] });
    expect(provenNames).toEqual([longest, `a${longest}`]);
    expect(() => planCertificate("www", { domainName: `a${longest}` })).toThrow(
      new Error(
        'Certificate "www": 1 invalid argument\n' +
          "  - `domainName` must have at most 64 characters, as the certificate's common name, " +
          `got "a${longest}": name a shorter one first, and this one among alternativeNames`,
      ),
    );
  });
});
