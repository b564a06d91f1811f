import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy, UNKNOWN } from "@org/offline-engine";
import { Provider } from "@pulumi/aws";
import { Zone } from "@pulumi/aws/route53";
import { Certificate, type CertificateArgs } from "./certificate";
import { logicalName, messages } from "./distribution.fixture";

const naming = new Naming({ project: "infra", environment: "dev" });
const CERTIFICATE = "aws:acm/certificate:Certificate";
const VALIDATION = "aws:acm/certificateValidation:CertificateValidation";
const RECORD = "aws:route53/record:Record";

function deployCertificate(
  args: Partial<CertificateArgs> & { readonly withoutZone?: boolean } = {},
  more: Partial<Parameters<typeof deploy>[0]> = {},
) {
  const { withoutZone, ...others } = args;
  return deploy({
    providers: [new SimulatedAws()],
    program: () => {
      // A home Region from which CloudFront takes no certificates.
      const provider = new Provider("regional", { region: "eu-west-1" });
      const { zoneId } = new Zone("example", { name: "example.com" });
      const hostedZoneId = withoutZone ? undefined : zoneId;
      const certificate = new Certificate("www", { domainName: "www.example.com", hostedZoneId, naming, ...others }, { provider });
      return { arn: certificate.arn, validationRecords: certificate.validationRecords };
    },
    ...more,
  });
}

describe("Certificate", () => {
  it("requests the certificate in us-east-1 and waits there until it is issued, from any home Region", async () => {
    const run = await deployCertificate();
    const { urn } = run.resource("org:edge:Certificate", "www");
    const certificate = run.resource(CERTIFICATE, "www-certificate");
    const validation = run.resource(VALIDATION, "www-validation");
    expect([certificate.parent, validation.parent, run.resource(RECORD).parent]).toEqual([urn, urn, urn]);
    expect(certificate.inputs).toMatchObject({
      region: "us-east-1",
      domainName: "www.example.com",
      validationMethod: "DNS",
      keyAlgorithm: "RSA_2048",
      options: { certificateTransparencyLoggingPreference: "ENABLED" },
      tags: { Name: "infra-dev-www", Project: "infra", Environment: "dev", ManagedBy: "pulumi" },
    });
    expect(validation.inputs).toMatchObject({
      region: "us-east-1",
      certificateArn: certificate.outputs.arn,
      validationRecordFqdns: [run.resource(RECORD).outputs.fqdn],
    });
    expect(run.outputs.arn).toMatch(/^arn:aws:acm:us-east-1:123456789012:certificate\//);
    expect(run.resource("org:edge:Certificate").outputs).toEqual({ arn: run.outputs.arn });
  });

  it("requests a load balancer's certificate where the provider is, and waits for it there", async () => {
    const run = await deployCertificate({ usedBy: "load-balancer" });
    expect(run.outputs.arn).toMatch(/^arn:aws:acm:eu-west-1:123456789012:certificate\//);
    expect("region" in run.resource(CERTIFICATE).inputs).toBe(false);
    expect(run.resource(CERTIFICATE).outputs.region).toBe("eu-west-1");
    expect(run.resource(VALIDATION).outputs.region).toBe("eu-west-1");
  });

  it("keeps the two apart by their names when the home Region is us-east-1", async () => {
    const run = await deploy({
      providers: [new SimulatedAws()],
      config: { "aws:region": "us-east-1" },
      program: () => {
        const { zoneId } = new Zone("example", { name: "example.com" });
        new Certificate("app", { domainName: "app.example.com", hostedZoneId: zoneId, naming });
        new Certificate("origin", { usedBy: "load-balancer", domainName: "origin.app.example.com", hostedZoneId: zoneId, naming });
      },
    });
    expect(run.resourcesOf(CERTIFICATE).map(({ outputs }) => [outputs.region, outputs.domainName]).sort()).toEqual([
      ["us-east-1", "app.example.com"],
      ["us-east-1", "origin.app.example.com"],
    ]);
    expect(new Set(run.resourcesOf(RECORD).map(({ id }) => id)).size).toBe(2);
  });

  it("proves each name by a record in the hosted zone, and a name and its wildcard by one", async () => {
    const run = await deployCertificate({ domainName: "example.com", alternativeNames: ["*.example.com", "shop.example.com"] });
    expect(run.resource(CERTIFICATE).inputs.subjectAlternativeNames).toEqual(["*.example.com", "shop.example.com"]);
    const records = run.resourcesOf(RECORD);
    expect(records.map(({ urn }) => logicalName(urn)).sort()).toEqual(["www-proof-example.com", "www-proof-shop.example.com"]);
    const wanted = run.outputs.validationRecords as Record<string, { name: string; type: string; value: string }>;
    expect(Object.keys(wanted)).toEqual(["example.com", "shop.example.com"]);
    for (const { urn, inputs } of records) {
      const record = wanted[logicalName(urn).replace("www-proof-", "")];
      expect(inputs).toMatchObject({
        zoneId: run.resource("aws:route53/zone:Zone").outputs.zoneId,
        name: record.name,
        type: "CNAME",
        ttl: 300,
        records: [record.value],
        allowOverwrite: true,
      });
      expect(record.name).toMatch(/^_[0-9a-f]{32}\.(shop\.)?example\.com\.$/);
    }
    expect(run.resource(VALIDATION).inputs.validationRecordFqdns).toHaveLength(2);
  });

  it("asks for names in the case in which ACM keeps them, so that no deployment finds others than it asked for", async () => {
    const providers = [new SimulatedAws()];
    const args = { domainName: "Example.com", alternativeNames: ["*.Shop.example.com"] };
    const first = await deployCertificate(args, { providers });
    expect(first.resource(CERTIFICATE).inputs).toMatchObject({
      domainName: "example.com",
      subjectAlternativeNames: ["*.shop.example.com"],
    });
    const second = await deployCertificate(args, { providers, state: first.state });
    expect(second.steps.filter(({ op }) => op !== "same")).toEqual([]);
  });

  it("leaves the records to others without a hosted zone, and says what they have to be", async () => {
    const run = await deployCertificate({ withoutZone: true });
    expect(run.resourcesOf(RECORD)).toEqual([]);
    expect("validationRecordFqdns" in run.resource(VALIDATION).inputs).toBe(false);
    expect(run.outputs.validationRecords).toEqual({
      "www.example.com": {
        name: expect.stringMatching(/^_[0-9a-f]{32}\.www\.example\.com\.$/),
        type: "CNAME",
        value: expect.stringMatching(/\.acm-validations\.aws\.$/),
      },
    });
  });

  it("says so when ACM names no record for one of the names", async () => {
    const aws = new SimulatedAws();
    const create = aws.create.bind(aws);
    aws.create = (request) => {
      const made = create(request);
      return request.type === CERTIFICATE ? { ...made, outputs: { ...made.outputs, domainValidationOptions: [] } } : made;
    };
    const run = await deployCertificate({}, { providers: [aws], expectFailure: true });
    expect(messages(run)).toContain("ACM named no validation record for www.example.com.");
    expect(run.resourcesOf(RECORD)).toEqual([]);
  });

  it("takes elliptic curves", async () => {
    const run = await deployCertificate({ keyAlgorithm: "EC_prime256v1" });
    expect(run.resource(CERTIFICATE).inputs.keyAlgorithm).toBe("EC_prime256v1");
  });

  it("is shown by a preview with its records, before ACM has named them", async () => {
    const run = await deployCertificate({ alternativeNames: ["example.com"] }, { preview: true });
    expect(run.resourcesOf(RECORD).map(({ inputs }) => inputs.name)).toEqual([UNKNOWN, UNKNOWN]);
  });

  it("moves no other record when a name is added", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployCertificate({}, { providers });
    const second = await deployCertificate({ alternativeNames: ["example.com"] }, { providers, state: first.state });
    expect(second.resourcesOf(RECORD).map(({ urn }) => urn)).toContain(first.resource(RECORD).urn);
    expect(second.resourcesOf(RECORD)).toHaveLength(2);
  });

  it("carries tags of the caller's besides the standard ones", async () => {
    const run = await deployCertificate({ tags: { Team: "web" } });
    expect(run.resource(CERTIFICATE).inputs.tags).toMatchObject({ Team: "web", Environment: "dev" });
  });

  it("changes nothing the second time", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployCertificate({}, { providers });
    const second = await deployCertificate({}, { providers, state: first.state });
    expect(second.steps.filter(({ op }) => op !== "same")).toEqual([]);
  });
});

describe("certificates of one name", () => {
  /** One for CloudFront and one for a load balancer in Ireland, both for www.example.com. */
  function deployPair(users: readonly CertificateArgs["usedBy"][], more: Partial<Parameters<typeof deploy>[0]> = {}, profile?: CertificateArgs["profile"]) {
    return deploy({
      providers: [new SimulatedAws()],
      program: () => {
        const provider = new Provider("regional", { region: "eu-west-1" });
        const { zoneId } = new Zone("example", { name: "example.com" });
        for (const usedBy of users) {
          new Certificate(String(usedBy), { usedBy, domainName: "www.example.com", hostedZoneId: zoneId, naming, profile }, { provider });
        }
      },
      ...more,
    });
  }

  it("share the one record by which ACM knows the name in every Region", async () => {
    const run = await deployPair(["cloudfront", "load-balancer"]);
    const [first, second] = run.resourcesOf(RECORD);
    expect(run.resourcesOf(CERTIFICATE).map(({ outputs }) => outputs.region).sort()).toEqual(["eu-west-1", "us-east-1"]);
    expect([second.inputs.name, second.inputs.records]).toEqual([first.inputs.name, first.inputs.records]);
    expect(second.id).toBe(first.id);
  });

  it("leave the record to each other: whoever goes first takes nothing from the zone", async () => {
    const aws = new SimulatedAws();
    const deleted: string[] = [];
    const remove = aws.delete.bind(aws);
    aws.delete = (request) => {
      deleted.push(request.type);
      return remove(request);
    };
    const providers = [aws];
    const both = await deployPair(["cloudfront", "load-balancer"], { providers });
    const one = await deployPair(["cloudfront"], { providers, state: both.state });
    expect(one.resourcesOf(RECORD)).toHaveLength(1);
    expect(deleted).toContain(CERTIFICATE);
    expect(deleted).not.toContain(RECORD);
    const again = await deployPair(["cloudfront", "load-balancer"], { providers, state: one.state });
    expect(again.resourcesOf(RECORD)).toHaveLength(2);
  });

  it("clear the zone in the ephemeral profile, and come back under the same names", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployPair(["cloudfront", "load-balancer"], { providers }, "ephemeral");
    // A zone that still holds a record could not be deleted.
    const gone = await deployPair([], { providers, state: first.state, program: () => undefined });
    expect(gone.resources.filter(({ type }) => type.startsWith("aws:"))).toEqual([]);
    const second = await deployPair(["cloudfront", "load-balancer"], { providers, state: gone.state }, "ephemeral");
    expect(second.resourcesOf(RECORD)).toHaveLength(2);
  });
});
