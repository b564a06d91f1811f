import { actionsOf, largeBodyProblems, overrideProblems } from "./rule-overrides";

const COMMON = "AWSManagedRulesCommonRuleSet";

describe("actionsOf", () => {
  it("counts large bodies unless told otherwise, and leaves other rules to AWS", () => {
    expect(actionsOf(COMMON, {})).toEqual({ SizeRestrictions_BODY: "count" });
    expect(actionsOf("AWSManagedRulesSQLiRuleSet", {})).toEqual({});
  });

  it("takes the caller's actions besides, and before its own", () => {
    expect(actionsOf(COMMON, { [COMMON]: { NoUserAgent_HEADER: "challenge", SizeRestrictions_BODY: "block" } })).toEqual({
      NoUserAgent_HEADER: "challenge",
      SizeRestrictions_BODY: "block",
    });
  });
});

describe("overrideProblems", () => {
  it("refuses an override for a group that is not used", () => {
    expect(overrideProblems({ [COMMON]: {}, AWSManagedRulesPHPRuleSet: { PHPHighRiskMethodsVariables_BODY: "count" } }, [COMMON])).toEqual([
      {
        argument: "ruleOverrides.AWSManagedRulesPHPRuleSet",
        rule: "must be for a group that ruleGroups names",
        value: "AWSManagedRulesPHPRuleSet",
        remedy: `add the group to ruleGroups, or use one of ${COMMON}`,
      },
    ]);
  });

  it("has a remedy when there are no groups at all", () => {
    expect(overrideProblems({ [COMMON]: {} }, []).map(({ remedy }) => remedy)).toEqual([
      "add the group to ruleGroups, or use one of them",
    ]);
  });
});

describe("largeBodyProblems", () => {
  it("takes the starts of paths, and none at all", () => {
    expect(largeBodyProblems(["/", "/uploads/", "/api/v1/import?x="], {}, [COMMON])).toEqual([]);
    expect(largeBodyProblems([], {}, [COMMON])).toEqual([]);
  });

  it.each(["uploads/", "", "/größe", "/a b", `/${"a".repeat(200)}`])("refuses %j, which is no start of a path", (path) => {
    expect(largeBodyProblems([path], {}, [COMMON])).toEqual([
      {
        argument: "largeBodyPaths",
        rule: "must hold the starts of paths: a slash and up to 199 characters of ASCII",
        value: path,
        remedy: "use for example /uploads/",
      },
    ]);
  });

  it.each([
    ["without the group whose label it reads", {}, []],
    ["when the labelling rule blocks by itself", { [COMMON]: { SizeRestrictions_BODY: "block" } }, [COMMON]],
  ] as const)("refuses paths %s", (_, overrides, groups) => {
    expect(largeBodyProblems(["/uploads/"], overrides, groups)).toEqual([
      {
        argument: "largeBodyPaths",
        rule: `must be used with ${COMMON}, whose rule SizeRestrictions_BODY counts`,
        value: ["/uploads/"],
        remedy: "add the group to ruleGroups, and leave that rule out of ruleOverrides",
      },
    ]);
  });
});
