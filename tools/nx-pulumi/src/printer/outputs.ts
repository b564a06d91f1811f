import type { PropertyValue, StackOutputs } from "@org/offline-engine";
import { formatValue, presentable, SECRET_TEXT } from "./format-value";
import type { Palette } from "./palette";

/** The stack's outputs as plain JSON values, secrets as `[secret]`, in alphabetical order. */
export function visibleOutputs(outputs: StackOutputs): Record<string, PropertyValue> {
  const names = Object.keys(outputs).sort();
  return Object.fromEntries(
    names.map((name) => [name, outputs[name].secret ? SECRET_TEXT : presentable(outputs[name].value)]),
  );
}

/** One line for each output; none when there are no outputs. */
export function outputLines(outputs: StackOutputs, palette: Palette): string[] {
  const visible = Object.entries(visibleOutputs(outputs));
  const width = Math.max(0, ...visible.map(([name]) => name.length));
  return visible.map(([name, value]) => `  ${palette.bold(name.padEnd(width))} = ${formatValue(value)}`);
}
