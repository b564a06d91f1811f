import { containsUnknown } from "@org/offline-engine";
import type { PropertyMap, PropertyValue } from "@org/offline-engine";
import { catalogue } from "../catalogue";
import { holdRuleId } from "../generated-rules";
import { valuesAt } from "../property-path";
import { targetsOf } from "../references";
import type { Reference } from "../resource-definition";
import { refusalOf } from "../simulated-account.fixture";
import { completeInputs } from "./complete-inputs.fixture";
import { Landscape } from "./landscape.fixture";

const kebab = (path: string): string => path.replaceAll("[]", "").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replaceAll(".", "-");

/** An id or ARN of the right form that nobody has. */
function nobodys(type: string): string {
  const [, service, kind] = /^aws:(\w+)\/(\w+):/.exec(type) ?? [];
  if (service === "ec2") {
    const prefixes: Record<string, string> = { vpc: "vpc", subnet: "subnet", securityGroup: "sg", routeTable: "rtb", natGateway: "nat", internetGateway: "igw", egressOnlyInternetGateway: "eigw", eip: "eipalloc", vpcEndpoint: "vpce", networkAcl: "acl" };
    return `${prefixes[String(kind)]}-0ffffffffffffffff`;
  }
  if (service === "lb") return `arn:aws:elasticloadbalancing:us-east-1:123456789012:${kind}/none/ffffffffffffffff`;
  if (service === "acm") return "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-4000-8000-000000000000";
  return "nobody";
}

/** A copy of the inputs with the first value at the path in exchange for another. */
function withValue(inputs: PropertyMap, path: string, value: PropertyValue): PropertyMap {
  const copy = structuredClone(inputs);
  const keys = path.replaceAll("[]", ".0").split(".");
  const last = keys.pop() ?? "";
  let place: PropertyValue = copy;
  for (const key of keys) place = (place as PropertyMap)[key] as PropertyMap;
  (place as PropertyMap)[last] = value;
  return copy;
}

interface Case {
  readonly type: string;
  readonly reference: Reference;
  readonly inputs: (landscape: Landscape) => PropertyMap;
}

/** Each reference of each type, with inputs that use it. */
const cases: Case[] = Object.entries(completeInputs).flatMap(([type, variants]) =>
  (catalogue.get(type)?.references ?? []).flatMap((reference) => {
    const inputs = variants.find((variant) => valuesAt(variant(new Landscape()), reference.path).length > 0);
    return inputs === undefined ? [] : [{ type, reference, inputs }];
  }),
);

test.each(Object.entries(completeInputs).flatMap(([type, variants]) => variants.map((inputs, index) => ({ type, index, inputs }))))(
  "AWS takes $type, variant $index, and it reads back as it was made, until it is deleted",
  ({ type, inputs }) => {
    const landscape = new Landscape();
    const previewed = landscape.account.preview(type, "subject", inputs(landscape));
    const made = landscape.account.create(type, "subject", inputs(landscape));
    for (const [property, value] of Object.entries(previewed)) {
      // Auto Scaling adds the template's name when it has looked it up.
      const completed = type === "aws:autoscaling/group:Group" && property === "launchTemplate";
      if (!containsUnknown(value) && !completed) expect({ [property]: made.outputs[property] }).toEqual({ [property]: value });
    }
    expect(landscape.account.update(made, inputs(landscape)).outputs).toEqual(made.outputs);
    expect(landscape.account.read(made)).toEqual({ id: made.id, inputs: made.inputs, outputs: made.outputs });
    expect(landscape.account.diff(made, inputs(landscape)).changes).toBe(false);
    landscape.account.delete(made);
    // A setting is there for ever; what its deletion leaves behind has tests of its own.
    const left = catalogue.get(type)?.afterDeletion === undefined ? undefined : expect.objectContaining({ id: made.id });
    expect(landscape.account.read(made)).toEqual(left);
  },
);

test("every type of these services is tried, but those that need another service's object first", () => {
  const services = ["ebs", "ec2", "vpc", "lb", "autoscaling", "appautoscaling"];
  const types = [...catalogue.keys()].filter((type) => services.some((service) => type.startsWith(`aws:${service}/`)));
  const needTarget = ["aws:appautoscaling/policy:Policy", "aws:appautoscaling/scheduledAction:ScheduledAction"];
  expect(types.filter((type) => completeInputs[type] === undefined).sort()).toEqual(needTarget);
});

describe("what a resource names has to exist", () => {
  test.each(cases.filter(({ reference }) => reference.notFound !== undefined))("$type $reference.path", ({ type, reference, inputs }) => {
    const landscape = new Landscape();
    const [target] = targetsOf(reference);
    const missing = nobodys(String(target));
    const request = (): unknown => landscape.account.create(type, "subject", withValue(inputs(landscape), reference.path, missing));
    const { rule, code, message } = refusalOf(request);
    const [, service, kind] = /^aws:(\w+)\/(\w+):/.exec(type) ?? [];
    expect(rule).toBe(`${service === "vpc" ? "ec2" : service}/${kebab(String(kind))}-${kebab(reference.path)}-exists`);
    expect(code).toMatch(/NotFound$|^ValidationError$|^InvalidSecurityGroup$/);
    if (code !== "ListenerNotFound") expect(message).toContain(missing);
  });
});

describe("what a resource names cannot be deleted before it", () => {
  test.each(cases.filter(({ reference }) => reference.holds !== undefined))("$type $reference.path", ({ type, reference, inputs }) => {
    const landscape = new Landscape();
    const { world } = landscape.account.aws;
    const made = landscape.account.create(type, "subject", inputs(landscape));
    const [value] = valuesAt(made.outputs, reference.path).map((found) => String(found.value));
    const target = world.all().find(({ id, arn }) => id === value || arn === value);
    if (target === undefined) throw new Error(`nothing is ${value}`);
    // Whoever else holds it is out of the way.
    for (const other of world.referrersOf(target)) if (other.id !== made.id) world.remove(other);
    const remove = (): void =>
      landscape.account.delete({ type: target.type, name: "target", id: target.id, inputs: target.inputs, outputs: target.outputs });
    expect(refusalOf(remove)).toMatchObject({
      rule: holdRuleId(type, reference),
      remedy: `Delete ${made.id} first, or declare that it depends on ${target.id}.`,
    });
    landscape.account.delete(made);
    remove();
    expect(world.get(target.type, target.region, target.id)?.deletionDate === undefined).toBe(true);
  });
});
