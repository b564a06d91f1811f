import { readdirSync } from "node:fs";
import { join } from "node:path";
import { allRules } from "./all-rules";
import { recordedExceptions } from "./recorded-exceptions";
import { controlsNotYetJudged, runtimeControls } from "./unjudged-controls";

const controls = allRules.flatMap((rule) => Object.keys(rule.controls));

describe("the rules", () => {
  it("are all that there are files for, and each is named as its file", () => {
    const folder = join(__dirname, "rules");
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !file.endsWith("index.ts"))
      .map((file) => file.replaceAll("\\", "/").slice(0, -".ts".length));
    expect(allRules.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  it("judge each control once: 244 published ones and 8 of our own", () => {
    expect(new Set(controls).size).toBe(controls.length);
    expect(controls.filter((control) => !control.startsWith("structure:"))).toHaveLength(244);
    expect(controls.filter((control) => control.startsWith("structure:"))).toHaveLength(8);
  });

  it("leave 13 controls to the time when the stack runs, and none without a rule", () => {
    expect(Object.keys(runtimeControls).filter((control) => controls.includes(control))).toEqual([]);
    expect(Object.keys(runtimeControls)).toHaveLength(13);
    expect(controlsNotYetJudged).toHaveLength(0);
  });

  it("are what every recorded exception is about, once", () => {
    const excepted = recordedExceptions.flatMap((exception) => exception.controls);
    expect(excepted.filter((control) => !controls.includes(control))).toEqual([]);
    expect(new Set(excepted).size).toBe(excepted.length);
  });

  it("say what they demand in one sentence", () => {
    expect(allRules.filter(({ requirement }) => !/^[A-Z0-9][^|\n]*\.$/.test(requirement)).map(({ id }) => id)).toEqual([]);
  });
});
