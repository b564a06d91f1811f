import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { untestedArguments } from "./untested-arguments";

const index = `
export interface Place {
  /** Which room. */
  readonly room: string;
  /** Counted from the ground. */
  readonly floor?: number;
}
export interface LampArgs {
  readonly place: Place;
  readonly colour?: string;
  readonly dimmed?: boolean;
}
export class Lamp {
  constructor(args: LampArgs) {}
}
`;

describe("untestedArguments", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "lamps-"));
    mkdirSync(join(folder, "src"));
    writeFileSync(join(folder, "src/index.ts"), index);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const untestedWith = (file: string, code: string) => {
    writeFileSync(join(folder, "src", file), code);
    return untestedArguments(join(folder, "README.md"));
  };

  it("names every argument, and every part of one, when there is no test", () => {
    expect(untestedArguments(join(folder, "README.md"))).toEqual(["place", "place.room", "place.floor", "colour", "dimmed"]);
  });

  it("leaves out what a test or its fixture gives: a value, a value by its name, or the name in a table of cases", () => {
    expect(untestedWith("lamp.test.ts", 'new Lamp({ place: { room }, "colour": "red" })')).toEqual(["place.floor", "dimmed"]);
    expect(untestedWith("lamp.fixture.ts", 'it.each(["dimmed"])')).toEqual(["place.floor"]);
  });

  it("is not content with a source that gives it, or a test that only looks at it", () => {
    expect(untestedWith("lamp.ts", "new Lamp({ place: { room, floor: 1 } })")).toHaveLength(5);
    expect(untestedWith("lamp.test.ts", "expect(lamp.colour, lamp.place)")).toHaveLength(5);
  });
});
