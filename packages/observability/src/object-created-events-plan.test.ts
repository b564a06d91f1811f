import { planObjectCreatedEvents, type PlannedObjectCreatedEventsArgs } from "./object-created-events-plan";

type Buckets = PlannedObjectCreatedEventsArgs["buckets"];
type Exports = PlannedObjectCreatedEventsArgs["logGroup"]["exports"];
const arn = "arn:aws:logs:us-east-1:123456789012:log-group:/events";
const plan = (buckets: Buckets, exports?: Exports) =>
  planObjectCreatedEvents("uploads", { buckets, logGroup: { arn, exports } });
const messageOf = (buckets: Buckets, exports?: Exports) => {
  try {
    plan(buckets, exports);
    return "accepted";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe("plan of object-created events", () => {
  it("has a rule for each bucket, or for a part of one", () => {
    expect(plan({ alb: "a", "cloud-front": { bucketName: "b" }, images: { bucketName: "c", prefix: "images/" } })).toEqual([
      { label: "alb", bucketName: "a", prefix: "" },
      { label: "cloud-front", bucketName: "b", prefix: "" },
      { label: "images", bucketName: "c", prefix: "images/" },
    ]);
  });

  it("needs a bucket", () => {
    expect(messageOf({})).toBe(
      'ObjectCreatedEvents "uploads": 1 invalid argument\n' +
        "  - `buckets` must name at least one bucket, got {}: use for example { uploads: bucket.bucket }",
    );
  });

  it("tells every problem at once, word for word", () => {
    expect(messageOf({ "ALB logs": "logs", again: "logs" })).toBe(
      [
        'ObjectCreatedEvents "uploads": 2 invalid arguments',
        '  - `buckets` must be keyed by lower-case words with hyphens between them, which name the rules, got "ALB logs": use for example alb-access-logs',
        '  - `buckets` must name each bucket once, or its events are delivered twice, got "logs": remove one of the two',
      ].join("\n"),
    );
  });

  it("takes two parts of one bucket, but not the same part twice", () => {
    const part = (prefix: string) => ({ bucketName: "b", prefix });
    expect(messageOf({ images: part("images/"), texts: part("texts/") })).toBe("accepted");
    expect(messageOf({ images: part("images/"), again: part("images/") })).toContain("must name each bucket once");
  });

  it("refuses a prefix that no key can have", () => {
    expect(messageOf({ uploads: { bucketName: "b", prefix: "p".repeat(1_024) } })).toBe("accepted");
    expect(messageOf({ uploads: { bucketName: "b", prefix: "p".repeat(1_025) } })).toContain(
      "  - `buckets.uploads.prefix` must be at most 1024 bytes, as long as keys are, got ",
    );
  });

  it("does not compare buckets whose names are not known yet", () => {
    expect(messageOf({ one: Promise.resolve("logs"), two: Promise.resolve("logs") })).toBe("accepted");
    expect(messageOf({ one: Promise.resolve("logs") }, [{ bucketName: "logs" }])).toBe("accepted");
    expect(messageOf({ one: "logs" }, [{ bucketName: Promise.resolve("logs") }])).toBe("accepted");
  });

  it("refuses a bucket that receives the log group's own events, which would never end", () => {
    expect(messageOf({ other: "other", archive: "archive" }, [{ bucketName: "archive" }])).toBe(
      'ObjectCreatedEvents "uploads": 1 invalid argument\n' +
        "  - `buckets.archive` must not be where the log group is exported to: each event would make an object, and each " +
        'object an event, got "archive": export to another bucket, or give both a prefix and let neither start with the other',
    );
  });

  it.each([
    ["images/", "exports/", true],
    ["images/", undefined, false],
    ["", "exports/", false],
    ["exports/2026/", "exports/", false],
    ["exports/", "exports/2026/", false],
  ])("of the keys under %j and exports under %j, one bucket is enough: %j", (prefix, exported, legal) => {
    const message = messageOf({ images: { bucketName: "b", prefix } }, [{ bucketName: "b", prefix: exported }]);
    expect(message === "accepted").toBe(legal);
  });
});
