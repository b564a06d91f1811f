import type { PropertyMap } from "@org/offline-engine";
import { refusalOf, SimulatedAccount } from "../../simulated-account.fixture";
import type { Made } from "../../simulated-account.fixture";

const ZONE = "aws:route53/zone:Zone";
const RECORD = "aws:route53/record:Record";

function withZone(inputs: PropertyMap = {}): { account: SimulatedAccount; zone: Made } {
  const account = new SimulatedAccount();
  return { account, zone: account.create(ZONE, "z", { name: "example.com", ...inputs }) };
}

describe("a hosted zone", () => {
  it("gets an id and four name servers", () => {
    const { zone } = withZone();
    expect(zone.id).toMatch(/^Z[A-Z0-9]{20}$/);
    expect(zone.outputs).toMatchObject({ arn: `arn:aws:route53:::hostedzone/${zone.id}`, zoneId: zone.id, comment: "Managed by Pulumi" });
    expect(zone.outputs["nameServers"]).toHaveLength(4);
  });

  it("is not deleted while it has records, unless forced", () => {
    const { account, zone } = withZone();
    const record = account.create(RECORD, "r", { zoneId: zone.id, name: "www", type: "A", ttl: 60, records: ["192.0.2.1"] });
    expect(refusalOf(() => account.delete(zone))).toMatchObject({ rule: "route53/zone-not-empty", code: "HostedZoneNotEmpty" });
    account.delete(record);
    account.delete(zone);
    expect(account.read(zone)).toBeUndefined();
  });
});

describe("a record", () => {
  it("is named after its zone", () => {
    const { account, zone } = withZone();
    expect(account.create(RECORD, "r", { zoneId: zone.id, name: "www", type: "A", ttl: 60, records: ["192.0.2.1"] })).toMatchObject({
      id: `${zone.id}_www.example.com_A`,
      outputs: { fqdn: "www.example.com", allowOverwrite: false },
    });
    expect(account.create(RECORD, "s", { zoneId: zone.id, name: "example.com", type: "A", aliases: [{ name: "d1.cloudfront.net", zoneId: "Z2FDTNDATAQYW2", evaluateTargetHealth: false }] }).id).toBe(`${zone.id}_example.com_A`);
  });

  it.each<[string, PropertyMap, string, string, string]>([
    ["a CNAME of the zone's own name", { name: "example.com", type: "CNAME", ttl: 60, records: ["a.b"] }, "route53/record-no-cname-at-apex", "InvalidChangeBatch", "[RRSet of type CNAME with DNS name example.com. is not permitted at apex in zone example.com.]"],
    [
      "values and no ttl",
      { name: "www", type: "A", records: ["192.0.2.1"] },
      "route53/record-values-or-alias",
      "InvalidInput",
      "Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId], but found none or more than one.",
    ],
    [
      "an unknown type",
      { name: "www", type: "B", ttl: 60, records: ["x"] },
      "route53/record-type",
      "InvalidInput",
      "1 validation error detected: Value 'B' at 'type' failed to satisfy constraint: Member must satisfy enum value set: [A, AAAA, CAA, CNAME, DS, HTTPS, MX, NAPTR, NS, PTR, SOA, SPF, SRV, SSHFP, SVCB, TLSA, TXT]",
    ],
  ])("is refused with %s", (_case, inputs, rule, code, message) => {
    const { account, zone } = withZone();
    expect(refusalOf(() => account.create(RECORD, "r", { zoneId: zone.id, ...inputs }))).toMatchObject({ rule, code, message });
  });

  it("is refused where one is, unless it may overwrite, and in a zone that does not exist", () => {
    const { account, zone } = withZone();
    const inputs = { zoneId: zone.id, name: "www", type: "A", ttl: 60, records: ["192.0.2.1"] };
    account.create(RECORD, "r", inputs);
    expect(refusalOf(() => account.create(RECORD, "s", { ...inputs, name: "www.example.com" }))).toMatchObject({
      rule: "route53/record-free",
      code: "InvalidChangeBatch",
      message: "[Tried to create resource record set [name='www.example.com.', type='A'] but it already exists]",
    });
    expect(account.create(RECORD, "s", { ...inputs, allowOverwrite: true }).outputs["fqdn"]).toBe("www.example.com");
    expect(refusalOf(() => account.create(RECORD, "t", { ...inputs, zoneId: "Z0123456789ABCDEFGHIJ" }))).toMatchObject({
      rule: "route53/record-zone-exists",
      code: "NoSuchHostedZone",
      message: "No hosted zone found with ID: Z0123456789ABCDEFGHIJ",
    });
    expect(account.create(RECORD, "u", { ...inputs, name: "api", zoneId: `/hostedzone/${zone.id}` }).id).toBe(`${zone.id}_api.example.com_A`);
  });
});
