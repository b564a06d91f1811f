import { planObjectCreatedEvents, type PlannedObjectCreatedEventsArgs } from "./object-created-events-plan";

const messageOf = (buckets: PlannedObjectCreatedEventsArgs["buckets"]) => {
  try {
    planObjectCreatedEvents("uploads", { buckets });
    return "accepted";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe("plan of object-created events", () => {
  it("has a rule for each bucket", () => {
    expect(planObjectCreatedEvents("uploads", { buckets: { alb: "a", "cloud-front": "b" } })).toEqual(["alb", "cloud-front"]);
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

  it("does not compare buckets whose names are not known yet", () => {
    expect(messageOf({ one: Promise.resolve("logs"), two: Promise.resolve("logs") })).toBe("accepted");
  });
});
