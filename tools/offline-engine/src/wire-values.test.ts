import * as fc from "fast-check";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { ASSET_SIGNATURE, OUTPUT_SIGNATURE, RESOURCE_SIGNATURE, SIGNATURE_KEY } from "./property-signatures";
import { type PropertyMap, type PropertyValue, UNKNOWN } from "./provider";
import {
  containsSecret,
  markSecretsLike,
  maskSecrets,
  revealSecrets,
  secretOf,
  secretTexts,
  toProviderMap,
} from "./secret-values";
import { mapFromStruct, withoutUndefined } from "./wire-values";

const key = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text !== "__proto__");
const { plain, marked } = fc.letrec<{ plain: PropertyValue; marked: PropertyValue }>((tie) => ({
  plain: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(null, true, false, UNKNOWN),
    fc.integer(),
    fc.string(),
    fc.array(tie("plain"), { maxLength: 4 }),
    fc.dictionary(key, tie("plain"), { maxKeys: 4, noNullPrototype: true }),
  ),
  marked: fc.oneof(
    { maxDepth: 3 },
    tie("plain"),
    tie("plain").map(secretOf),
    fc.array(tie("marked"), { maxLength: 4 }),
    fc.dictionary(key, tie("marked"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
const plainMap = fc.dictionary(key, plain, { noNullPrototype: true });
const markedMap = fc.dictionary(key, marked, { noNullPrototype: true });

it("reads from the wire what was put on it", () => {
  fc.assert(
    fc.property(markedMap, (map) => {
      expect(mapFromStruct(Struct.fromJavaScript(map))).toEqual(map);
    }),
  );
  expect(mapFromStruct(undefined)).toEqual({});
});

it("takes an output value for what it stands for", () => {
  const output = (fields: PropertyMap): PropertyMap => ({ [SIGNATURE_KEY]: OUTPUT_SIGNATURE, ...fields });
  const wire = Struct.fromJavaScript({
    known: output({ value: 1 }),
    unknown: output({}),
    secret: output({ value: "s", secret: true }),
    nested: [output({ secret: true })],
  });
  expect(mapFromStruct(wire)).toEqual({
    known: 1,
    unknown: UNKNOWN,
    secret: secretOf("s"),
    nested: [secretOf(UNKNOWN)],
  });
});

it("shows a provider no secret marks, the ids of resources, and assets as they are", () => {
  const reference = (fields: PropertyMap): PropertyMap => ({ [SIGNATURE_KEY]: RESOURCE_SIGNATURE, urn: "u", ...fields });
  const asset = { [SIGNATURE_KEY]: ASSET_SIGNATURE, text: "t", hash: "h" };
  expect(
    toProviderMap({
      secret: secretOf({ inner: secretOf("s") }),
      custom: reference({ id: "i" }),
      unborn: reference({ id: "" }),
      component: reference({}),
      asset,
    }),
  ).toEqual({ secret: { inner: "s" }, custom: "i", unborn: UNKNOWN, component: "u", asset });
});

it("marks a provider's answer like the inputs it came from, so that revealing gives the answer back", () => {
  fc.assert(
    fc.property(markedMap, plainMap, (inputs, computed) => {
      const answer = { ...computed, ...(revealSecrets(inputs) as PropertyMap) };
      const result = markSecretsLike(answer, inputs);
      expect(revealSecrets(result)).toEqual(answer);
      for (const name of Object.keys(inputs)) expect(containsSecret(result[name])).toBe(containsSecret(inputs[name]));
    }),
  );
});

it("marks a whole list whose secret element cannot be told any more", () => {
  expect(markSecretsLike({ list: ["b", "a", "c"] }, { list: ["a", secretOf("b")] })).toEqual({
    list: secretOf(["b", "a", "c"]),
  });
});

it("copies nothing where there is no secret", () => {
  fc.assert(
    fc.property(plainMap, (map) => {
      expect(toProviderMap(map)).toBe(map);
      expect(revealSecrets(map)).toBe(map);
      expect(maskSecrets(map)).toBe(map);
      expect(markSecretsLike(map, map)).toBe(map);
    }),
  );
});

it("leaves no secret in what is shown", () => {
  fc.assert(
    fc.property(markedMap, (map) => {
      expect(containsSecret(maskSecrets(map))).toBe(false);
    }),
  );
  expect(maskSecrets({ a: [secretOf("x")], b: "y" })).toEqual({ a: ["[secret]"], b: "y" });
});

it("collects the texts of secrets, but none so short that it would mask plain words, and no unknown", () => {
  const texts = new Set<string>();
  secretTexts({ a: secretOf({ b: ["long enough", "abc", UNKNOWN] }), c: "plain text" }, texts);
  expect([...texts]).toEqual(["long enough"]);
});

it("drops what JSON cannot say", () => {
  const answer = { a: undefined, b: { c: undefined, d: [1, undefined] } } as unknown as PropertyMap;
  expect(withoutUndefined(answer)).toEqual({ b: { d: [1, null] } });
});
