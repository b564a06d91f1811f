import type { Struct, Value } from "google-protobuf/google/protobuf/struct_pb";
import { OUTPUT_SIGNATURE, SIGNATURE_KEY } from "./property-signatures";
import { type PropertyMap, type PropertyValue, UNKNOWN } from "./provider";
import { secretOf } from "./secret-values";

// Numbers of protobuf's own oneof `google.protobuf.Value.kind`.
const NULL = 1;
const NUMBER = 2;
const STRING = 3;
const BOOL = 4;
const STRUCT = 5;
const LIST = 6;

/** A property map as the program sent it; output values become the plain, unknown or secret value they stand for. */
export function mapFromStruct(struct: Struct | undefined): PropertyMap {
  const map: PropertyMap = {};
  struct?.getFieldsMap().forEach((value, key) => {
    map[key] = valueFromWire(value);
  });
  return map;
}

/** One property value as the program sent it. */
export function valueFromWire(value: Value): PropertyValue {
  const kind: number = value.getKindCase();
  switch (kind) {
    case STRING:
      return value.getStringValue();
    case NUMBER:
      return value.getNumberValue();
    case BOOL:
      return value.getBoolValue();
    case LIST:
      return (value.getListValue()?.getValuesList() ?? []).map(valueFromWire);
    case STRUCT: {
      const map = mapFromStruct(value.getStructValue());
      return map[SIGNATURE_KEY] === OUTPUT_SIGNATURE ? fromOutputValue(map) : map;
    }
    case NULL:
    default:
      return null;
  }
}

function fromOutputValue(map: PropertyMap): PropertyValue {
  const value = map["value"] ?? UNKNOWN;
  return map["secret"] === true ? secretOf(value) : value;
}

/** A copy without what JSON cannot say: a provider may leave `undefined` where it means "not there". */
export function withoutUndefined(map: PropertyMap): PropertyMap {
  const clean: PropertyMap = {};
  for (const key of Object.keys(map)) {
    const value: PropertyValue | undefined = map[key];
    if (value !== undefined) clean[key] = cleanValue(value);
  }
  return clean;
}

function cleanValue(value: PropertyValue): PropertyValue {
  if (typeof value !== "object" || value === null) return value;
  return Array.isArray(value) ? value.map((element) => cleanValue(element ?? null)) : withoutUndefined(value);
}
