import { checkConformance } from "@org/conformance";
import { Bucket } from "@pulumi/aws/s3";
import { deployDistribution, logBucket, naming } from "./distribution.fixture";
import { insideTheVpc, overTheInternet } from "./tls-at-both-ends.fixture";
import { WebAcl } from "./web-acl";

const logKey = { controls: ["CKV_AWS_158"], reason: "the key is another component's: `logKmsKeyArn` of the web ACL takes it" };

describe("a distribution behind a web ACL, with their defaults", () => {
  it("meets every control or has a recorded exception", async () => {
    const { failures, unusedExceptions } = checkConformance(await deployDistribution(), {
      naming,
      exceptions: [logKey],
      surroundings: /^logs$/,
    });
    expect(failures).toEqual([]);
    expect(unusedExceptions).not.toContain(logKey);
  });
});

describe.each([
  ["over the internet", overTheInternet],
  ["inside the VPC", insideTheVpc("AllViewer")],
])("a distribution with TLS at both ends, %s", (_, args) => {
  it("meets every control without one for its certificates or their names", async () => {
    const run = await deployDistribution(args);
    const surroundings = /^(logs|key|example|vpc|gateway|a|b|web|cloudfront|verified|origin-alias)$/;
    const { failures, verdicts } = checkConformance(run, { naming, exceptions: [logKey], surroundings });
    expect(failures).toEqual([]);
    const tls = ["FSBP:CloudFront.7", "FSBP:CloudFront.8", "FSBP:CloudFront.9", "FSBP:CloudFront.15", "FSBP:ACM.2"];
    const passed = verdicts.filter(({ outcome }) => outcome === "pass").map(({ control }) => control);
    expect(passed).toEqual(expect.arrayContaining(tls));
  });
});

describe("what is not asked for by default", () => {
  const deliveries = () => {
    const { arn } = new Bucket("deliveries", { bucket: "infra-dev-deliveries" });
    return { kind: "bucket", bucket: { arn } } as const;
  };
  const surroundings = /^(logs|deliveries)$/;

  it("changes nothing but the control that knows legacy logs alone", async () => {
    const run = await deployDistribution(() => ({
      webAclArn: new WebAcl("options", {
        naming,
        mode: "observe",
        allowedAddresses: ["192.0.2.44", "2001:db8::/32"],
        blockedAddresses: ["198.51.100.0/24"],
        countries: { block: ["KP"] },
        largeBodyPaths: ["/uploads/"],
      }).arn,
      logging: { kind: "v2", destination: deliveries() },
      countries: { allow: ["DE"] },
      priceClass: "PriceClass_100",
    }));
    const legacy = { controls: ["FSBP:CloudFront.5"], reason: "Security Hub counts legacy logs alone; `kind: \"both\"` has them besides" };
    const observing = { controls: ["CKV_AWS_192"], reason: "`observe` counts what it would block" };
    const exceptions = [logKey, legacy, observing];
    const { failures, unusedExceptions } = checkConformance(run, { naming, exceptions, surroundings });
    expect(failures).toEqual([]);
    expect(unusedExceptions).not.toContain(legacy);
    expect(unusedExceptions).not.toContain(observing);
  });

  it("is met with both kinds of logs", async () => {
    const logging = () => ({ logging: { kind: "both", legacy: { bucket: logBucket() }, v2: { destination: deliveries() } } }) as const;
    const { failures } = checkConformance(await deployDistribution(logging), { naming, exceptions: [logKey], surroundings });
    expect(failures).toEqual([]);
  });

  it.each([["by default", {}], ["over the internet", overTheInternet], ["inside the VPC", insideTheVpc("AllViewer")]])(
    "is all in the preview, %s",
    async (_, args) => {
      const preview = await deployDistribution(args, { preview: true });
      const { verdicts } = checkConformance(await deployDistribution(args), { naming, preview });
      const seen = verdicts.find(({ control }) => control === "structure:seen-in-preview");
      expect([seen?.outcome, seen?.failed]).toEqual(["pass", []]);
    },
  );
});
