import { catalogue } from "./catalogue";
import { listRules } from "./rule-list";
import { RuleBook } from "./rule-book";

const rules = listRules();

test("every rule has an id of its service, a source, a cause and a remedy", () => {
  for (const { id, source, cause, remedy } of rules) {
    expect(id).toMatch(/^[a-z0-9]+\/[a-z0-9-]+$/);
    expect([source, cause, remedy].filter((text) => text.trim() === "")).toEqual([]);
  }
  expect(rules.map(({ id }) => id)).toEqual([...new Set(rules.map(({ id }) => id))].sort());
});

test("an id belongs to the service of the types that it is asked for", () => {
  const strangers = rules.filter(({ id, types }) =>
    types.some((type) => type !== "*" && !type.startsWith(`aws:${id.split("/")[0]}/`) && !(type.startsWith("aws:vpc/") && id.startsWith("ec2/"))),
  );
  expect(strangers.map(({ id }) => id)).toEqual([]);
});

test("each type stands in the catalogue under its own token", () => {
  for (const [type, definition] of catalogue) expect(definition.type).toBe(type);
});

test("a rule that is switched off refuses nothing", () => {
  const book = new RuleBook({ "ec2/subnet-in-vpc": "our lab stretches a VPC" }, () => true);
  expect(() => book.refuse("ec2/subnet-in-vpc", { code: "A", message: "b" }, "c")).not.toThrow();
  expect(() => book.refuse("ec2/subnet-cidr-free", { code: "A", message: "b" }, "c")).toThrow("A: b");
});
