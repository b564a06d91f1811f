import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy, UNKNOWN } from "@org/offline-engine";
import { Provider } from "@pulumi/aws";
import { Zone } from "@pulumi/aws/route53";
import { logicalName } from "./distribution.fixture";
import { EdgeCertificate, type EdgeCertificateArgs } from "./edge-certificate";

const naming = new Naming({ project: "infra", environment: "dev" });
const CERTIFICATE = "aws:acm/certificate:Certificate";
const VALIDATION = "aws:acm/certificateValidation:CertificateValidation";
const RECORD = "aws:route53/record:Record";

function deployCertificate(
  args: Partial<EdgeCertificateArgs> & { readonly withoutZone?: boolean } = {},
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
      const certificate = new EdgeCertificate("www", { domainName: "www.example.com", hostedZoneId, naming, ...others }, { provider });
      return { arn: certificate.arn, validationRecords: certificate.validationRecords };
    },
    ...more,
  });
}

describe("EdgeCertificate", () => {
  it("requests the certificate in us-east-1 and waits there until it is issued, from any home Region", async () => {
    const run = await deployCertificate();
    const { urn } = run.resource("org:edge:EdgeCertificate", "www");
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
    expect(run.resource("org:edge:EdgeCertificate").outputs).toEqual({ arn: run.outputs.arn });
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

  it("changes nothing the second time", async () => {
    const providers = [new SimulatedAws()];
    const first = await deployCertificate({}, { providers });
    const second = await deployCertificate({}, { providers, state: first.state });
    expect(second.steps.filter(({ op }) => op !== "same")).toEqual([]);
  });
});
