import { output } from "@pulumi/pulumi";
import { grantProblems, type GrantStatement, mergedStatements, sameSidProblems } from "./grant-statement";
import { planInstanceRole } from "./instance-role-plan";

const orders = "arn:aws:dynamodb:eu-west-1:123456789012:table/orders";
const users = "arn:aws:dynamodb:eu-west-1:123456789012:table/users";
const read = (statement: Partial<GrantStatement> = {}): GrantStatement => ({
  sid: "ReadOrders",
  actions: ["dynamodb:GetItem", "dynamodb:Query"],
  resources: [orders],
  resourceSuffixes: ["", "/index/*"],
  ...statement,
});
const problemsOf = (statement: Partial<GrantStatement>) => grantProblems([read(), read(statement)]);

describe("a granted statement", () => {
  it.each<[string, Partial<GrantStatement>]>([
    ["of one table and its indexes", {}],
    ["of a bucket's objects", { actions: ["s3:GetObject"], resources: ["arn:aws:s3:::app"], resourceSuffixes: ["/*"] }],
    ["of a role of another partition", { actions: ["sts:AssumeRole"], resources: ["arn:aws-cn:iam::123456789012:role/app"] }],
    ["of what is known later", { resources: [output(orders)] }],
    ["with a condition", { condition: { StringLike: { "kms:ViaService": "dynamodb.*" } } }],
    ["of a service with digits and hyphens", { actions: ["execute-api:Invoke", "s3-object-lambda:GetObject"] }],
  ])("is taken: %s", (_what, statement) => {
    expect(problemsOf(statement)).toEqual([]);
  });

  it.each(["", "Read Orders", "read-orders", "Read_Orders"])("is refused with the sid %j", (sid) => {
    expect(problemsOf({ sid })).toEqual([
      { argument: "grants[1].sid", rule: "must be letters and digits", value: sid, remedy: "use for example ReadOrders" },
    ]);
  });

  it.each(["*", "s3:*", "dynamodb:Get*", "dynamodb:Get?tem", "GetItem", "dynamodb:", ""])("is refused with the action %j", (action) => {
    expect(problemsOf({ actions: ["dynamodb:GetItem", action] })).toEqual([
      {
        argument: "grants[1].actions",
        rule: "must be a service and one of its actions, without wildcards",
        value: action,
        remedy: "name each action, for example dynamodb:GetItem",
      },
    ]);
  });

  it.each(["*", `${orders}*`, "arn:aws:dynamodb:*:123456789012:table/orders", "arn:aws:s3:::app/*", "arn:aws:s3:::ap?", "orders"])(
    "is refused with the resource %j",
    (resource) => {
      expect(problemsOf({ resources: [orders, resource] })).toEqual([
        {
          argument: "grants[1].resources",
          rule: "must be the ARN of one resource, without wildcards",
          value: resource,
          remedy: "pass the arn output of the resource itself, and say what of it by resourceSuffixes",
        },
      ]);
    },
  );

  it.each(["*", "-archive", "index/*"])("is refused with the suffix %j", (suffix) => {
    expect(problemsOf({ resourceSuffixes: ["", suffix] })).toEqual([
      {
        argument: "grants[1].resourceSuffixes",
        rule: "must be empty or start with / or :, what lies within the resource",
        value: suffix,
        remedy: "use for example /index/*",
      },
    ]);
  });

  it.each([
    ["actions", "use for example dynamodb:GetItem"],
    ["resources", "pass the arn output of the resource itself"],
    ["resourceSuffixes", 'use "" for the resource itself'],
  ])("is refused without %s", (list, remedy) => {
    expect(problemsOf({ [list]: [] })).toEqual([
      { argument: `grants[1].${list}`, rule: "must have at least one entry", value: [], remedy },
    ]);
  });
});

describe("statements of one sid", () => {
  it("become one, with each resource once, where the first of them stands", () => {
    const write = read({ sid: "WriteOrders", actions: ["dynamodb:PutItem"], resourceSuffixes: [""] });
    const statements = [read(), write, read(), read({ resources: [users], actions: ["dynamodb:Query", "dynamodb:GetItem"] })];
    expect(sameSidProblems(statements)).toEqual([]);
    expect(mergedStatements(statements)).toEqual([read({ resources: [orders, users] }), write]);
  });

  it.each<[string, Partial<GrantStatement>]>([
    ["actions", { actions: ["dynamodb:GetItem"] }],
    ["suffixes", { resourceSuffixes: [""] }],
    ["conditions", { condition: { Bool: { "aws:SecureTransport": "true" } } }],
  ])("are refused when they differ in their %s", (_what, statement) => {
    expect(sameSidProblems([read(), read({ sid: "WriteOrders" }), read(statement)])).toEqual([
      {
        argument: "grants",
        rule: "must not use one sid for statements that grant different things",
        value: "ReadOrders",
        remedy: "give one of them another sid",
      },
    ]);
  });
});

describe("the grants of a role", () => {
  const args = { region: "eu-west-1", tableArns: [orders] };

  it("stand beside what its other arguments grant", () => {
    const { own, granted } = planInstanceRole("web", { ...args, grants: [read(), read()] });
    expect(own.map(({ sid }) => sid)).toEqual(["UseOwnTables", "OpenSessions"]);
    expect(granted).toEqual([read()]);
  });

  it("are told all that is wrong at once, word for word", () => {
    const grants = [read({ sid: "UseOwnTables" }), read({ actions: ["s3:*"] }), read({ resources: ["*"] })];
    expect(() => planInstanceRole("web", { ...args, grants })).toThrow(
      [
        'InstanceRole "web": 4 invalid arguments',
        '  - `grants[1].actions` must be a service and one of its actions, without wildcards, got "s3:*": name each action, for example dynamodb:GetItem',
        '  - `grants[2].resources` must be the ARN of one resource, without wildcards, got "*": pass the arn output of the resource itself, and say what of it by resourceSuffixes',
        '  - `grants[0].sid` must not be the sid of a statement that another argument of the role makes, got "UseOwnTables": use for example ReadOrders',
        '  - `grants` must not use one sid for statements that grant different things, got "ReadOrders": give one of them another sid',
      ].join("\n"),
    );
  });
});
