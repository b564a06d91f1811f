import { durationSeconds } from "./duration";

it.each([
  ["30s", 30],
  ["5m", 300],
  ["1h30m", 5400],
  ["1.5h", 5400],
  ["250ms", 0.25],
])("reads %s as %d seconds", (text, seconds) => {
  expect(durationSeconds(text)).toBeCloseTo(seconds, 9);
});

it.each(["", "5", "5 m", "m", "5x", "-5m"])("refuses `%s`, and says how to write it", (text) => {
  expect(() => durationSeconds(text)).toThrow(
    `\`${text}\` is not a duration: write a number with a unit, for example 30s, 5m or 1h30m`,
  );
});
