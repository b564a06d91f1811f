import { evaluateCondition } from "./condition-evaluation";
import type { RequestContext } from "./condition-evaluation";
import { readOperator } from "./policy-document";

function holds(operator: string, key: string, values: string[], context: RequestContext, open = false): string {
  return evaluateCondition({ ...readOperator(operator), key: key.toLowerCase(), values }, context, open);
}

describe("evaluateCondition", () => {
  it.each<[string, string[], RequestContext, string]>([
    ["StringEquals", ["a", "b"], { k: "b" }, "yes"],
    ["StringEquals", ["a"], { k: "A" }, "no"],
    ["StringEqualsIgnoreCase", ["a"], { k: "A" }, "yes"],
    ["StringNotEquals", ["a", "b"], { k: "b" }, "no"],
    ["StringNotEquals", ["a", "b"], { k: "c" }, "yes"],
    ["StringLike", ["a*"], { k: "abc" }, "yes"],
    ["StringNotLike", ["a*"], { k: "abc" }, "no"],
    ["ArnLike", ["arn:aws:s3:::*"], { k: "arn:aws:s3:::logs" }, "yes"],
    ["ArnNotEquals", ["arn:aws:s3:::logs"], { k: "arn:aws:s3:::logs" }, "no"],
    ["Bool", ["false"], { k: false }, "yes"],
    ["NumericLessThan", ["1.2"], { k: "1.1" }, "yes"],
    ["NumericLessThan", ["1.2"], { k: 1.3 }, "no"],
    ["NumericGreaterThanEquals", ["5"], { k: 5 }, "yes"],
    ["DateLessThan", ["2030-01-01T00:00:00Z"], { k: "2026-11-23T00:00:00Z" }, "yes"],
    ["IpAddress", ["10.0.0.0/8"], { k: "10.1.2.3" }, "yes"],
    ["NotIpAddress", ["10.0.0.0/8"], { k: "10.1.2.3" }, "no"],
    ["IpAddress", ["0.0.0.0/0"], { k: "203.0.113.9" }, "yes"],
    ["Null", ["true"], {}, "yes"],
    ["Null", ["true"], { k: "x" }, "no"],
    ["Null", ["false"], { k: "x" }, "yes"],
    ["ForAllValues:StringEquals", ["a", "b"], { k: ["a", "b"] }, "yes"],
    ["ForAllValues:StringEquals", ["a", "b"], { k: ["a", "c"] }, "no"],
    ["ForAllValues:StringEquals", ["a"], {}, "yes"],
    ["ForAnyValue:StringEquals", ["a"], { k: ["a", "c"] }, "yes"],
    ["ForAnyValue:StringEquals", ["a"], {}, "no"],
  ])("%s %j of %j: %s", (operator, values, context, answer) => {
    expect(holds(operator, "k", values, context)).toBe(answer);
  });

  it("does not hold on an absent key, unless it is negative or IfExists", () => {
    expect(holds("StringEquals", "k", ["a"], {})).toBe("no");
    expect(holds("StringEqualsIfExists", "k", ["a"], {})).toBe("yes");
    expect(holds("StringNotEquals", "k", ["a"], {})).toBe("yes");
  });

  it("compares keys without case", () => {
    expect(holds("StringEquals", "aws:sourceaccount", ["1"], { "AWS:SourceAccount": "1" })).toBe("yes");
  });

  it("puts the request's own values into variables", () => {
    const context = { "aws:PrincipalAccount": "1", k: "1" };
    expect(holds("StringEquals", "k", ["${aws:PrincipalAccount}"], context)).toBe("yes");
    expect(holds("StringEquals", "k", ["${aws:username, 'nobody'}"], { k: "nobody" })).toBe("yes");
    expect(holds("StringEquals", "k", ["${aws:username}"], { k: "x" })).toBe("no");
  });

  it("is unsure where the context is open and the key or a variable is not known", () => {
    expect(holds("StringEquals", "k", ["a"], {}, true)).toBe("unsure");
    expect(holds("StringEquals", "k", ["${aws:username}"], { k: "x" }, true)).toBe("unsure");
    expect(holds("StringEquals", "k", ["a"], { k: "b" }, true)).toBe("no");
  });
});
