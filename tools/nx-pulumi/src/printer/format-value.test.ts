import { formatValue, presentable } from "./format-value";
import { outputLines, visibleOutputs } from "./outputs";
import { paletteOf, wantsColour } from "./palette";
import { formatDuration } from "./duration";
import { describeUrn, shortType } from "./resource-names";

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const wireSecret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: "hunter2" };

it("writes a value on one line, strings quoted and keys where they must be", () => {
  expect(formatValue({ a: "x\n", "b c": [1, true, null], d: {}, e: [] })).toBe('{ a: "x\\n", "b c": [1, true, null], d: {}, e: [] }');
  expect(formatValue(undefined)).toBe("(none)");
});

it("never shows a secret, however deep, and says what is computed", () => {
  expect(formatValue({ a: [{ b: wireSecret }], c: UNKNOWN })).toBe("{ a: [{ b: [secret] }], c: [computed] }");
  expect(presentable([wireSecret, UNKNOWN])).toEqual(["[secret]", "[computed]"]);
});

it("masks an output that is secret as a whole, whatever it holds", () => {
  const outputs = { z: { value: { a: 1 }, secret: true }, a: { value: wireSecret, secret: false }, m: { value: [1], secret: false } };
  expect(visibleOutputs(outputs)).toEqual({ a: "[secret]", m: [1], z: "[secret]" });
  expect(outputLines(outputs, paletteOf(false))).toEqual(["  a = [secret]", "  m = [1]", "  z = [secret]"]);
});

it("gives colours to terminals, never against NO_COLOR, and not because Nx says true", () => {
  const [terminal, file] = [{ isTTY: true }, {}];
  expect(wantsColour(terminal, {})).toBe(true);
  expect(wantsColour(file, {})).toBe(false);
  expect(wantsColour(terminal, { NO_COLOR: "1", FORCE_COLOR: "1" })).toBe(false);
  expect(wantsColour(terminal, { TERM: "dumb" })).toBe(false);
  expect(wantsColour(file, { FORCE_COLOR: "true" })).toBe(false);
  expect(wantsColour(file, { FORCE_COLOR: "1" })).toBe(true);
  expect(wantsColour(terminal, { FORCE_COLOR: "0" })).toBe(false);
});

it("tells a time span in the unit that reads best", () => {
  expect([0, 999.4, 1000, 59_940, 59_960, 125_000].map(formatDuration)).toEqual(["0ms", "999ms", "1.0s", "59.9s", "1m00s", "2m05s"]);
});

it("names resources as Pulumi displays them", () => {
  expect(shortType("aws:ec2/vpc:Vpc")).toBe("aws:ec2:Vpc");
  expect(shortType("aws:ec2/vpcIpam:Other")).toBe("aws:ec2/vpcIpam:Other");
  expect(shortType("org:network:Network")).toBe("org:network:Network");
  expect(describeUrn("urn:pulumi:s::p::org:n:N$aws:ec2/vpc:Vpc::a::b")).toBe("aws:ec2:Vpc a::b");
  expect(describeUrn("no urn")).toBe("no urn");
});
