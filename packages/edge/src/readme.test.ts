import { compilerComplaints, declaredArguments, readmeExamples, resourceCounts, tabledArguments } from "@org/readme-examples";
import { resolve } from "node:path";

const readme = resolve(__dirname, "../README.md");
const examples = readmeExamples(readme);
const codes = examples.map(({ code }) => code);

/** Of this package's components; the other packages of the examples have tests of their own. */
const deployed: Readonly<Record<string, { types: Record<string, number>; outputs: Record<string, unknown> }>> = {
  "Smallest example": {
    types: {
      "aws:wafv2/webAcl:WebAcl": 1,
      "aws:cloudwatch/logGroup:LogGroup": 1,
      "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": 1,
    },
    outputs: {
      webAclArn: expect.stringMatching(/^arn:aws:wafv2:us-east-1:123456789012:global\/webacl\/shop-dev-edge\//),
    },
  },
  "Realistic example": {
    types: {
      "aws:acm/certificate:Certificate": 1,
      "aws:acm/certificateValidation:CertificateValidation": 1,
      "aws:route53/record:Record": 3,
      "aws:secretsmanager/secret:Secret": 1,
      "aws:secretsmanager/secretVersion:SecretVersion": 1,
      "aws:wafv2/ipSet:IpSet": 2,
      "aws:wafv2/webAcl:WebAcl": 1,
      "aws:cloudwatch/logGroup:LogGroup": 1,
      "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration": 1,
      "aws:cloudfront/distribution:Distribution": 1,
      "aws:cloudfront/monitoringSubscription:MonitoringSubscription": 1,
      "aws:cloudwatch/logDeliverySource:LogDeliverySource": 1,
      "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": 1,
      "aws:cloudwatch/logDelivery:LogDelivery": 1,
    },
    outputs: {
      url: expect.stringMatching(/^[a-z0-9]+\.cloudfront\.net$/),
      bypassProtection: "origin-verify-header",
    },
  },
};

/** Names of the component's arguments; the README tells `naming` and `tags` once for all. */
function argumentsOf(component: string): string[] {
  const file = resolve(__dirname, `${component.replace(/(?!^)[A-Z]/g, "-$&").toLowerCase()}.ts`);
  const names = declaredArguments(file, `${component}Args`).map(({ name }) => name);
  return names.filter((name) => name !== "naming" && name !== "tags");
}

describe("README.md", () => {
  it("has the examples that are tested here", () => {
    expect(examples.map(({ title }) => title)).toEqual(Object.keys(deployed));
  });

  it("has examples that compile, by a compiler that finds mistakes", () => {
    const wrong = 'import { WebAcl } from "@org/infra-edge";\nnew WebAcl("edge", { mode: "off" });';
    expect(compilerComplaints(readme, [...codes, wrong])).toEqual([
      'Type \'"off"\' is not assignable to type \'"enforce" | "observe" | undefined\'.',
    ]);
  }, 120_000);

  it.each(examples.map((example) => [example.title, example] as const))("%s deploys exactly what the README says", async (title, example) => {
    const run = await example.deployed({ config: { "aws:region": "eu-west-1" } });
    expect(resourceCounts(run, /org:edge:\w+\$/)).toEqual(deployed[title].types);
    expect(run.outputs).toEqual(deployed[title].outputs);
  });

  it.each(["WebAcl", "Distribution", "OriginVerification", "EdgeCertificate"])("lists every argument of %s", (component) => {
    expect(tabledArguments(readme, component).sort()).toEqual(argumentsOf(component).sort());
  });
});
