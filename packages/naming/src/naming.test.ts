import * as pulumi from "@pulumi/pulumi";
import { ArgumentError, Naming } from "./index";

const naming = new Naming({ project: "infra", environment: "prod" });

describe("Naming", () => {
  it("makes the sanitized name of project and environment", () => {
    expect(naming.sanitizedName).toBe("infra-prod");
    expect(new Naming({ project: "My_Shop", environment: "PR 12/Größe" }).sanitizedName).toBe("my-shop-pr-12-gr--e");
    expect(naming).toMatchObject({ project: "infra", environment: "prod" });
  });

  it("refuses an empty project and an empty environment, both at once", () => {
    expect(() => new Naming({ project: "", environment: "" })).toThrow(
      [
        "Naming: 2 invalid arguments",
        '  - `project` must not be empty, got "": use for example infra',
        '  - `environment` must not be empty, got "": use for example dev',
      ].join("\n"),
    );
    expect(() => new Naming({ project: "infra", environment: "" })).toThrow("Naming: 1 invalid argument");
  });

  it("is that of the running program's project and stack", async () => {
    await pulumi.runtime.setMocks({ newResource: () => ({ id: "", state: {} }), call: () => ({}) }, "shop", "staging");
    expect(Naming.ofStack().sanitizedName).toBe("shop-staging");
  });
});

describe("physicalName", () => {
  it("is the sanitized name and the role wherever the type takes that", () => {
    expect(naming.physicalName("aws:s3/bucket:Bucket", "alb-access-logs")).toBe("infra-prod-alb-access-logs");
    expect(naming.physicalName("aws:iam/role:Role", "web")).toBe("infra-prod-web");
  });

  it("is as long as the type allows before it is cut", () => {
    expect(naming.physicalName("aws:lb/targetGroup:TargetGroup", "r".repeat(21))).toBe(`infra-prod-${"r".repeat(21)}`);
    expect(naming.physicalName("aws:lb/targetGroup:TargetGroup", "r".repeat(22))).toMatch(/^infra-prod-r{12}-[a-z0-9]{8}$/);
  });

  it("keeps both ends readable when it is cut", () => {
    const long = new Naming({ project: "customer-relations", environment: "production" });
    expect(long.physicalName("aws:lb/loadBalancer:LoadBalancer", "application-load-balancer")).toMatch(
      /^customer-re-application-[a-z0-9]{8}$/,
    );
    expect(long.physicalName("aws:lb/loadBalancer:LoadBalancer", "web")).toMatch(/^customer-relations-web-[a-z0-9]{8}$/);
  });

  it("ends in a hash of eight characters without vowels, never six, when the role had to be changed", () => {
    const name = naming.physicalName("aws:sqs/queue:Queue", "Dead Letters");
    expect(name).toMatch(/^infra-prod-dead-letters-[bcdfghjkmnpqrstvwxz0-9]{8}$/);
  });

  it("stands behind a guard when the type forbids its start", () => {
    const internal = new Naming({ project: "internal", environment: "dev" });
    expect(internal.physicalName("aws:lb/loadBalancer:LoadBalancer", "web")).toMatch(/^x-internal-dev-web-[a-z0-9]{8}$/);
    expect(internal.physicalName("aws:lb/targetGroup:TargetGroup", "web")).toBe("internal-dev-web");
    const aws = new Naming({ project: "aws", environment: "dev" });
    expect(aws.physicalName("aws:kms/alias:Alias", "data")).toMatch(/^alias\/x-aws-dev-data-[a-z0-9]{8}$/);
  });

  it("gets a hash when the type reserves its ending", () => {
    expect(naming.physicalName("aws:s3/bucket:Bucket", "plan-an")).toMatch(/^infra-prod-plan-an-[a-z0-9]{8}$/);
  });

  it("never ends a secret's name in a hyphen and six characters, as its ARN does", () => {
    expect(naming.physicalName("aws:secretsmanager/secret:Secret", "secret")).toMatch(/^infra-prod-secret-[a-z0-9]{8}$/);
    expect(naming.physicalName("aws:secretsmanager/secret:Secret", "app-secrets")).toBe("infra-prod-app-secrets");
  });

  it("gets a hash when the role looks like one itself, so that no role can take another's name", () => {
    const given = naming.physicalName("aws:iam/role:Role", "Web");
    const stolen = naming.physicalName("aws:iam/role:Role", given.slice("infra-prod-".length));
    expect(given).toMatch(/^infra-prod-web-[a-z0-9]{8}$/);
    expect(stolen).toMatch(/^infra-prod-web-[a-z0-9]{8}-[a-z0-9]{8}$/);
  });

  it("always carries the hash of the replacing inputs", () => {
    const name = (port: string) => {
      return naming.physicalName("aws:lb/targetGroup:TargetGroup", "primary", { replaceKey: [port, "HTTP", "instance"] });
    };
    expect(name("80")).toMatch(/^infra-prod-primary-[a-z0-9]{8}$/);
    expect(name("80")).toBe(name("80"));
    expect(name("80")).not.toBe(name("8080"));
    expect(naming.physicalName("aws:lb/targetGroup:TargetGroup", "primary")).toBe("infra-prod-primary");
  });

  it("starts with the prefix that its use requires", () => {
    const logGroup = "aws:cloudwatch/logGroup:LogGroup";
    expect(naming.physicalName(logGroup, "edge", { prefix: "aws-waf-logs-" })).toBe("aws-waf-logs-infra-prod-edge");
    expect(naming.physicalName(logGroup, "events", { prefix: "/aws/events/" })).toBe("/aws/events/infra-prod-events");
  });

  it("starts with alias/ for an alias, once", () => {
    expect(naming.physicalName("aws:kms/alias:Alias", "data")).toBe("alias/infra-prod-data");
    expect(naming.physicalName("aws:kms/alias:Alias", "data", { prefix: "alias/" })).toBe("alias/infra-prod-data");
    expect(naming.physicalName("aws:kms/alias:Alias", "data", { prefix: "team/" })).toBe("alias/team/infra-prod-data");
  });

  it("is legal even where nothing of project, environment and role can be kept", () => {
    expect(new Naming({ project: "雪", environment: "火" }).physicalName("aws:s3/bucket:Bucket", "水")).toMatch(/^x-[a-z0-9]{8}$/);
  });

  it.each(["aws:kms/key:Key", "aws:nope/nope:Nope", "constructor", ""])("refuses the type %j, which has no rule", (type) => {
    expect(() => naming.physicalName(type, "web")).toThrow(
      new ArgumentError("physicalName", [
        {
          argument: "type",
          rule: "must be the token of a Pulumi type whose names AWS's rules are known for",
          value: type,
          remedy: "use for example aws:s3/bucket:Bucket; a type that has no name in AWS gets nameTags() instead",
        },
      ]),
    );
  });

  it("refuses an empty role", () => {
    expect(() => naming.physicalName("aws:iam/role:Role", "")).toThrow(
      'physicalName: 1 invalid argument\n  - `role` must not be empty, got "": say what the resource is for, for example web',
    );
  });

  it.each([
    ["characters the type refuses", "aws:s3/bucket:Bucket", "Logs/", "consist of a-z, 0-9, . and -"],
    ["no room for a name", "aws:lb/loadBalancer:LoadBalancer", "p".repeat(23), "have 1 to 32 characters"],
    ["a reserved start", "aws:ssm/parameter:Parameter", "/aws/service/", 'not start with "/aws"'],
  ])("refuses a prefix with %s", (_title, type, prefix, rule) => {
    expect(() => naming.physicalName(type, "web", { prefix })).toThrow(
      `- \`prefix\` must leave room for a legal name, which must ${rule}`,
    );
  });
});

describe("within a component that composes others", () => {
  const within = naming.within("shop");

  it("leaves the component's name out of the physical names and Name tags of its children", () => {
    expect(within.physicalName("aws:s3/bucket:Bucket", "shop-alb-access-logs")).toBe("infra-prod-alb-access-logs");
    expect(within.nameTags("shop-vpc").Name).toBe("infra-prod-vpc");
    expect(within.sanitizedName).toBe("infra-prod");
  });

  it("names a role that needs a hash as it would be named outside", () => {
    expect(within.physicalName("aws:lb/targetGroup:TargetGroup", "shop-web", { replaceKey: ["80"] })).toBe(
      naming.physicalName("aws:lb/targetGroup:TargetGroup", "web", { replaceKey: ["80"] }),
    );
  });

  it.each(["web", "shop-", "shopweb"])("refuses the role %j, which is not a child's", (role) => {
    expect(() => within.physicalName("aws:iam/role:Role", role)).toThrow(
      [
        "role: 1 invalid argument",
        `  - \`role\` must start with shop-, the name of the component that it is within, got "${role}": ` +
          'use childName("shop", "web") for the child\'s logical name',
      ].join("\n"),
    );
    expect(() => within.nameTags(role)).toThrow(ArgumentError);
  });
});
