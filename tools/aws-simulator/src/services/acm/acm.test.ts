import { refusalOf, SimulatedAccount } from "../../simulated-account.fixture";

const CERTIFICATE = "aws:acm/certificate:Certificate";
const VALIDATION = "aws:acm/certificateValidation:CertificateValidation";

describe("a certificate", () => {
  it("tells the records that prove its domains, one for a name and its wildcard", () => {
    const made = new SimulatedAccount().create(CERTIFICATE, "c", {
      domainName: "example.com",
      subjectAlternativeNames: ["*.example.com", "example.org"],
      validationMethod: "DNS",
      region: "us-east-1",
    });
    expect(made.id).toMatch(/^arn:aws:acm:us-east-1:123456789012:certificate\/[0-9a-f-]{36}$/);
    expect(made.outputs).toMatchObject({
      keyAlgorithm: "RSA_2048",
      status: "PENDING_VALIDATION",
      subjectAlternativeNames: ["*.example.com", "example.org"],
      type: "AMAZON_ISSUED",
    });
    const options = made.outputs["domainValidationOptions"] as { domainName: string; resourceRecordName: string; resourceRecordValue: string }[];
    expect(options.map(({ domainName }) => domainName)).toEqual(["example.com", "*.example.com", "example.org"]);
    expect(options[0]?.resourceRecordName).toMatch(/^_[0-9a-f]{32}\.example\.com\.$/);
    expect(options[0]?.resourceRecordValue).toMatch(/^_[0-9a-f]{32}\.[0-9a-z]{10}\.acm-validations\.aws\.$/);
    expect(options[1]?.resourceRecordName).toBe(options[0]?.resourceRecordName);
    expect(options[2]?.resourceRecordName).not.toBe(options[0]?.resourceRecordName);
  });

  it("tells the same record as every other certificate of the name, in any region, but none of another account", () => {
    const account = new SimulatedAccount();
    const records = ["us-east-1", "eu-west-1"].map((region) => {
      const made = account.create(CERTIFICATE, region, { domainName: "*.example.com", validationMethod: "DNS", region });
      return (made.outputs["domainValidationOptions"] as unknown[])[0];
    });
    expect(records[1]).toEqual(records[0]);
    const other = new SimulatedAccount({ accountId: "210987654321" });
    const { outputs } = other.create(CERTIFICATE, "c", { domainName: "*.example.com", validationMethod: "DNS" });
    expect((outputs["domainValidationOptions"] as unknown[])[0]).not.toEqual(records[0]);
  });

  it("keeps and tells names in lower case", () => {
    const account = new SimulatedAccount();
    const inputs = { domainName: "Example.com", subjectAlternativeNames: ["EXAMPLE.com", "*.Shop.example.com"], validationMethod: "DNS" };
    const made = account.create(CERTIFICATE, "c", inputs);
    const told = { domainName: "example.com", subjectAlternativeNames: ["example.com", "*.shop.example.com"] };
    expect(made.outputs).toMatchObject(told);
    expect(account.update(made, { ...inputs, tags: { Team: "web" } }).outputs).toMatchObject(told);
    const options = made.outputs["domainValidationOptions"] as { domainName: string; resourceRecordName: string }[];
    expect(options.map(({ domainName }) => domainName)).toEqual(["example.com", "*.shop.example.com"]);
    expect(options[1]?.resourceRecordName).toMatch(/\.shop\.example\.com\.$/);
  });

  it("is issued once its validation has been waited for", () => {
    const account = new SimulatedAccount();
    const made = account.create(CERTIFICATE, "c", { domainName: "example.com", validationMethod: "DNS" });
    expect(account.read(made)?.outputs["status"]).toBe("PENDING_VALIDATION");
    expect(account.create(VALIDATION, "v", { certificateArn: made.id }).id).toMatch(/^2026-01-01 00:00:\d\d \+0000 UTC$/);
    expect(account.read(made)?.outputs["status"]).toBe("ISSUED");
  });

  it("never shows a write-only private key", () => {
    const made = new SimulatedAccount().create(CERTIFICATE, "c", { certificateBody: "body", privateKeyWo: "s3cret", privateKeyWoVersion: 1 });
    expect(made.outputs).toMatchObject({ status: "ISSUED", type: "IMPORTED" });
    expect(JSON.stringify(made.outputs)).not.toContain("s3cret");
  });

  it("is refused for nothing, and by an unknown method", () => {
    expect(refusalOf(() => new SimulatedAccount().create(CERTIFICATE, "c", {}))).toMatchObject({ rule: "acm/certificate-domain-or-body", code: "ValidationException" });
    expect(refusalOf(() => new SimulatedAccount().create(CERTIFICATE, "c", { domainName: "example.com", validationMethod: "FAX" })).rule).toBe("acm/certificate-validation-method");
  });

  it("is validated only when it exists", () => {
    const certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/1234abcd-12ab-34cd-56ef-1234567890ab";
    expect(refusalOf(() => new SimulatedAccount().create(VALIDATION, "v", { certificateArn }))).toMatchObject({
      rule: "acm/certificate-validation-certificate-arn-exists",
      code: "ResourceNotFoundException",
      message: `Could not find certificate ${certificateArn}.`,
    });
  });
});
