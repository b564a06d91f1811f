import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { EngineEvent, RunSummary } from "@org/offline-engine";
import { paletteOf } from "./palette";
import { PlainPrinter } from "./plain";
import { TreePrinter } from "./tree";

const plainColours = paletteOf(false);

function recorded(name: string): EngineEvent[] {
  const lines = readFileSync(join(__dirname, "recorded", `${name}.jsonl`), "utf8").trimEnd().split("\n");
  return lines.map((line): EngineEvent => JSON.parse(line));
}

/** A clock that stands where the event now being told stands. */
function clock(): { now: () => number; at: (event: EngineEvent) => void } {
  let time = 1_700_000_000_000;
  return { now: () => time, at: (event) => (time = event.timestamp * 1000) };
}

const failed: RunSummary = {
  result: "failed",
  resourceChanges: { create: 1, update: 3, replace: 1, delete: 1, same: 1 },
  durationSeconds: 3.04,
  outputs: { vpcId: { value: "vpc-2", secret: false }, token: { value: "hunter2", secret: true } },
  unfinished: ["urn:pulumi:local::infra::aws:dynamodb/table:Table::table"],
};
const planned: RunSummary = {
  result: "succeeded",
  resourceChanges: { create: 2, update: 3, replace: 1, delete: 1, same: 1 },
  durationSeconds: 0.9,
  outputs: { vpcId: { value: "04da6b54-80e4-46f7-96ec-b56ff0331ba9", secret: false } },
  unfinished: [],
};

function plain(name: string, summary: RunSummary, diff = false): string {
  const written: string[] = [];
  const { now, at } = clock();
  const command = name === "preview" ? "preview" : "up";
  const printer = new PlainPrinter({ options: { command, diff }, palette: plainColours, write: (text) => written.push(text), now });
  for (const event of recorded(name)) {
    at(event);
    printer.event(event);
  }
  printer.finish(summary);
  return written.join("");
}

it("plain: writes one line when an operation ends, then diagnostics, outputs, counts, what is left and the time", () => {
  expect(plain("failed-update", failed)).toBe(`\
 ~  org:network:Network network updated (4ms)
 ++ aws:ec2:Vpc network-vpc created replacement (250ms)
 +  aws:ec2:Subnet network-private-us-east-1a created (30ms)
 ~  aws:kms:Key key updated (20ms)
 ~  aws:secretsmanager:SecretVersion secret updated (15ms)
 +  aws:dynamodb:Table table creating failed (50ms)
 -  aws:s3:Bucket old-logs deleted (1.7s)
 -- aws:ec2:Vpc network-vpc deleted original (750ms)

Diagnostics:
  aws:kms:Key key
  urn:pulumi:local::infra::aws:kms/key:Key::key
    warning: rotation is off
  aws:dynamodb:Table table
  urn:pulumi:local::infra::aws:dynamodb/table:Table::table
    error: ValidationException: One or more parameter values were invalid
    remedy: Give readCapacity and writeCapacity both.

Outputs:
  token = [secret]
  vpcId = "vpc-2"

Resources:
  +  1 created
  ~  3 updated
  +- 1 replaced
  -  1 deleted
     1 unchanged

Not finished or not come to: 1

up failed after 3.0s
`);
});

const previewReport = `\

Changes:
  ~ network org:network:Network update
      + zones[1]: "us-east-1b"
  +- network-vpc aws:ec2:Vpc replace, because of cidrBlock
      ~ cidrBlock: "10.0.0.0/16" -> "10.1.0.0/16" (forces replacement)
      ~ tags.Name: "a" -> "b"
      + tags.Team: "x"
  ~ key aws:kms:Key update
      ~ policy > Statement[0].Effect: "Allow" -> "Deny"
      - rotation: true
  ~ secret aws:secretsmanager:SecretVersion update
      ~ secretString: [secret] -> [secret]

Diagnostics:
  aws:kms:Key key
  urn:pulumi:local::infra::aws:kms/key:Key::key
    warning: rotation is off

Outputs:
  vpcId = [computed]

Resources:
  +  2 to create
  ~  3 to update
  +- 1 to replace
  -  1 to delete
     1 unchanged

preview succeeded in 900ms
`;

it("plain: an interrupted run names what it has left, as far as one can read", () => {
  const unfinished = Array.from({ length: 22 }, (_, index) => `urn:pulumi:local::infra::aws:dynamodb/table:Table::t${index}`);
  const lines = plain("failed-update", { ...failed, result: "cancelled", unfinished }).split("\n");
  const left = lines.indexOf("Left (22), for the next up:");
  expect(lines[left + 1]).toBe("  aws:dynamodb:Table t0");
  expect(lines.slice(left + 20)).toEqual([
    "  aws:dynamodb:Table t19",
    "  and 2 more",
    "",
    "up was interrupted after 3.0s; what was done is saved, run up again to carry on",
    "",
  ]);
});

it("plain: a preview tells every changed property, old and new, and what forces a replacement", () => {
  expect(plain("preview", planned)).toBe(`\
 ~  org:network:Network network update
 +- aws:ec2:Vpc network-vpc replace
 +  aws:ec2:Subnet network-private-us-east-1a create
 ~  aws:kms:Key key update
 ~  aws:secretsmanager:SecretVersion secret update
 +  aws:dynamodb:Table table create
 -  aws:s3:Bucket old-logs delete
${previewReport}`);
});

it("plain: with diff a preview also tells every property of what is created and deleted", () => {
  const text = plain("preview", planned, true);
  expect(text).toContain(`
  + network-private-us-east-1a aws:ec2:Subnet create
      + vpcId: [computed]
      + cidrBlock: "10.1.0.0/20"
`);
  expect(text).toContain(`
  - old-logs aws:s3:Bucket delete
      - bucket: "infra-old-logs"
`);
});

describe("tree", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function tree(name: string, summary: RunSummary, columns: number, rows: number): { frames: string[]; final: string } {
    const frames: string[] = [];
    const { now, at } = clock();
    const command = name === "preview" ? "preview" : "up";
    const terminal = { columns, rows, write: (text: string) => frames.push(text) };
    const printer = new TreePrinter({ options: { command, diff: false }, palette: plainColours, terminal, now });
    for (const event of recorded(name)) {
      at(event);
      printer.event(event);
      jest.advanceTimersByTime(80);
    }
    printer.finish(summary);
    const final = frames.pop() ?? "";
    return { frames, final };
  }

  it("ends with the whole tree of what happened, each line within the width of the terminal", () => {
    expect(tree("failed-update", failed, 80, 24).final.split("\n\n")[0]).toBe(`\
    pulumi:pulumi:Stack            infra-local
 ~  ├─ org:network:Network         network                     updated (4ms)
 +- │  ├─ aws:ec2:Vpc              network-vpc                 replaced (750ms)
 +  │  └─ aws:ec2:Subnet           network-private-us-east-1a  created (30ms)
 ~  ├─ aws:kms:Key                 key                         updated (20ms)
 ~  ├─ aws:secretsmanager:Secret…  secret                      updated (15ms)
 +  ├─ aws:dynamodb:Table          table                       creating failed
 -  └─ aws:s3:Bucket               old-logs                    deleted (1.7s)`);
  });

  it("ends a preview with what would be done, followed by the same report as in plain lines", () => {
    expect(tree("preview", planned, 100, 24).final).toBe(`\
    pulumi:pulumi:Stack                  infra-local
 ~  ├─ org:network:Network               network                     update
 +- │  ├─ aws:ec2:Vpc                    network-vpc                 replace
 +  │  └─ aws:ec2:Subnet                 network-private-us-east-1a  create
 ~  ├─ aws:kms:Key                       key                         update
 ~  ├─ aws:secretsmanager:SecretVersion  secret                      update
 +  ├─ aws:dynamodb:Table                table                       create
 -  └─ aws:s3:Bucket                     old-logs                    delete
${previewReport}`);
  });

  it("draws each frame over the last one, one write each, and never blanks what stays", () => {
    const { frames } = tree("failed-update", failed, 60, 24);
    expect(frames.length).toBeGreaterThan(15);
    for (const frame of frames.slice(0, -1)) {
      expect(frame.startsWith("\u001b[?2026h\u001b[?25l\r")).toBe(true);
      expect(frame.split("\u001b[J")).toEqual([expect.any(String), "\u001b[?2026l"]);
      expect(frame).not.toContain("\u001b[2");
    }
    expect(frames.at(-1)).toBe("\r\u001b[9A\u001b[J\u001b[?25h");
  });

  it("keeps to the terminal: no line is wider, no frame is higher, and the resource worked on is in sight", () => {
    const { frames } = tree("failed-update", failed, 60, 7);
    const screen = new Screen();
    for (const frame of frames.slice(0, -1)) {
      screen.take(frame);
      expect(screen.lines.filter((line) => line.length >= 60)).toEqual([]);
      expect(screen.lines.length).toBeLessThanOrEqual(6);
    }
    const busy = frames.findIndex((frame) => frame.includes("deleting 0ms"));
    const during = new Screen();
    frames.slice(0, busy + 1).forEach((frame) => during.take(frame));
    expect(during.lines).toEqual([
      " up: 2 running, 6 done, 0 unchanged, 800ms",
      " ~  ├─ aws:kms:Key                key       updated (20ms)",
      " ~  ├─ aws:secretsmanager:Secre…  secret    updated (15ms)",
      " +  ├─ aws:dynamodb:Table         table     creating failed",
      " -  └─ aws:s3:Bucket              old-logs  deleting 0ms",
    ]);
  });

  it("puts a note above the tree, which goes on below it", () => {
    const frames: string[] = [];
    const terminal = { columns: 60, rows: 24, write: (text: string) => frames.push(text) };
    const printer = new TreePrinter({ options: { command: "up", diff: false }, palette: plainColours, terminal, now: () => 0 });
    jest.advanceTimersByTime(80);
    printer.note("Interrupted");
    const screen = new Screen();
    frames.forEach((frame) => screen.take(frame));
    expect(screen.lines).toEqual(["Interrupted", " up: 0 running, 0 done, 0 unchanged, 0ms"]);
    printer.abandon();
  });
});

const ESCAPE = "\u001b";

/** Just enough of a terminal to see what is on it. */
class Screen {
  lines: string[] = [];
  private row = 0;
  private static readonly parts = new RegExp(`${ESCAPE}\\[(?:(\\d+)A|(J|K)|\\?\\d+[hl])|\\r|\\n|[^${ESCAPE}\\r\\n]+`, "g");

  take(output: string): void {
    for (const [part, up, erase] of output.matchAll(Screen.parts)) {
      if (up !== undefined) this.row -= Number(up);
      else if (erase === "J") this.lines.length = this.row;
      else if (part === "\n") this.row += 1;
      else if (!part.startsWith(ESCAPE) && part !== "\r") this.lines[this.row] = part;
    }
  }
}
