import { SimulatedAws } from "@org/aws-simulator";
import { Naming } from "@org/infra-naming";
import { deploy } from "@org/offline-engine";
import { Certificate } from "./certificate";
import { Distribution } from "./distribution";
import { OriginVerification } from "./origin-verification";
import { WebAcl } from "./web-acl";

const naming = new Naming({ project: "infra", environment: "dev" });
const tags = { "aws:mine": "x" };
const webAclArn = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/edge/6b1e";
const origin = { kind: "custom", domainName: "origin.example.com", protocol: "https-only" } as const;
const destination = { kind: "log-group", arn: "arn:aws:logs:us-east-1:123456789012:log-group:edge" } as const;

const components = {
  Certificate: () => new Certificate("edge", { domainName: "www.example.com", naming, tags }),
  Distribution: () => new Distribution("edge", { origin, webAclArn, logging: { kind: "v2", destination }, naming, tags }),
  OriginVerification: () =>
    new OriginVerification("edge", { source: { kind: "given", current: "n4bQgYhMfWWaL28IA7jlkB7" }, naming, tags }),
  WebAcl: () => new WebAcl("edge", { naming, tags }),
};

describe("illegal tags", () => {
  it.each(Object.entries(components))("are refused before a %s registers anything", async (_, create) => {
    const run = await deploy({ providers: [new SimulatedAws()], program: () => void create(), expectFailure: true });
    expect(run.diagnostics.map(({ message }) => message).join("\n")).toContain(`tags: 1 invalid argument\n  - \`tags["aws:mine"]\` must have a key`);
    expect(run.resources.map(({ type }) => type)).toEqual(["pulumi:pulumi:Stack"]);
  });
});
