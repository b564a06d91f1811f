import { containsUnknown, UNKNOWN } from "@org/offline-engine";
import type { PropertyMap, PropertyValue } from "@org/offline-engine";
import { catalogue } from "../catalogue";
import { schemaOf } from "../resource-schema";
import { examples, makeEveryType } from "./account-of-every-type.fixture";

const services = ["acm", "backup", "cloudfront", "cloudwatch", "dynamodb", "iam", "kms", "route53", "s3", "secretsmanager", "sns", "sqs", "ssm", "wafv2"];

function pick(values: PropertyMap, properties: readonly string[]): PropertyMap {
  return Object.fromEntries(properties.map((property) => [property, values[property] ?? null]));
}

/** The inputs, once for each value in them with that value unknown. */
function* withOneUnknown(value: PropertyValue, path = ""): Generator<[string, PropertyMap]> {
  const children = Array.isArray(value) ? value.entries() : Object.entries(value ?? {});
  for (const [key, child] of children) {
    const put = (replacement: PropertyValue): PropertyMap => {
      const copy = structuredClone(value) as PropertyMap;
      copy[String(key)] = replacement;
      return copy;
    };
    const at = path === "" ? String(key) : `${path}.${key}`;
    yield [at, put(UNKNOWN)];
    if (typeof child === "object" && child !== null) for (const [deeper, inputs] of withOneUnknown(child, at)) yield [deeper, put(inputs)];
  }
}

/** The examples' names are taken by then. */
function freshNames(type: string, inputs: PropertyMap): PropertyMap {
  const property = catalogue.get(type)?.name?.property ?? "name";
  const name = inputs[property];
  return typeof name === "string" && name !== UNKNOWN && catalogue.get(type)?.name?.taken !== undefined ? { ...inputs, [property]: `${name}2` } : inputs;
}

describe("every type of data, edge and observability", () => {
  it("has an example here, the deprecated S3 tokens aside", () => {
    const types = [...catalogue.keys()].filter((type) => services.includes(type.split(/[:/]/)[1] ?? "") && !/V2$/.test(type));
    expect(examples.map(({ type }) => type).toSorted()).toEqual(types.toSorted());
  });

  it("reads back as it was made, the certificate apart, which its validation has issued since", () => {
    const { account, made } = makeEveryType();
    for (const one of made) {
      const status = one.type === "aws:acm/certificate:Certificate" ? { status: "ISSUED" } : {};
      expect(account.read(one)).toEqual({ id: one.id, inputs: one.inputs, outputs: { ...one.outputs, ...status } });
    }
  });

  it("is unchanged when it is asked for again", () => {
    const { account, made } = makeEveryType();
    const changed = made.filter((one) => account.diff(one, one.news).changes).map(({ type }) => type);
    expect(changed).toEqual([]);
  });

  it("becomes what the preview showed: what was known then has not changed", () => {
    for (const { type, previewed, outputs } of makeEveryType().made) {
      for (const [property, value] of Object.entries(previewed)) {
        if (!containsUnknown(value)) expect({ type, property, value: outputs[property] }).toEqual({ type, property, value });
      }
    }
  });

  it("may be deployed again in place", () => {
    const { account, made } = makeEveryType();
    for (const one of made) {
      const shown = account.update(one, one.news, true).outputs;
      const { outputs } = account.update(one, one.news);
      const stable = Object.keys(one.outputs).filter((property) => !containsUnknown(shown[property]));
      expect({ type: one.type, ...pick(outputs, stable) }).toEqual({ type: one.type, ...pick(one.outputs, stable) });
      expect(pick(shown, stable)).toEqual(pick(outputs, stable));
    }
  });

  it("is never refused in a preview because one of its values is not known yet", () => {
    const { account, made } = makeEveryType();
    for (const { type, news } of made) {
      for (const [path, inputs] of withOneUnknown(news)) {
        const preview = (): unknown => account.preview(type, `with ${path} unknown`, freshNames(type, inputs));
        expect(preview).not.toThrow();
      }
    }
  });

  it("gives every output that the provider always gives", () => {
    // Outputs that AWS leaves out where they do not apply.
    const absent = new Set([
      "aws:dynamodb/table:Table globalTableWitness",
      "aws:s3/bucket:Bucket acl",
      "aws:s3/bucket:Bucket logging",
      "aws:s3/bucket:Bucket objectLockConfiguration",
      "aws:s3/bucket:Bucket replicationConfiguration",
      "aws:s3/bucket:Bucket website",
      "aws:s3/bucket:Bucket websiteDomain",
      "aws:s3/bucket:Bucket websiteEndpoint",
    ]);
    const missing = makeEveryType().made.flatMap(({ type, outputs }) => {
      const schema = schemaOf(type);
      const always = [...(schema?.outputs ?? []), ...(schema?.computed ?? [])];
      return always.filter((property) => outputs[property] === undefined).map((property) => `${type} ${property}`);
    });
    expect(missing.filter((property) => !absent.has(property))).toEqual([]);
    expect(missing.toSorted()).toEqual([...absent].toSorted());
  });

  it("is made the same way twice: ids, ARNs and names come from the seed", () => {
    const [first, second] = [makeEveryType(), makeEveryType()].map(({ made }) => made.map(({ type, id, outputs }) => ({ type, id, outputs })));
    expect(first).toEqual(second);
  });

  it("goes in the reverse order of its making", () => {
    const { account, made } = makeEveryType();
    for (const one of made.toReversed()) account.delete(one);
    expect(made.filter((one) => account.read(one) !== undefined)).toEqual([]);
  });
});
