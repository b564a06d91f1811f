import { EventStream } from "./event-stream";
import type { EngineEvent } from "./events";
import type { ResourceState } from "./resource-state";
import type { Step } from "./run-observer";
import { secretOf } from "./secret-values";

const state = (more: Partial<ResourceState> = {}): ResourceState => ({
  urn: "u",
  type: "t:t:T",
  custom: true,
  id: "i",
  inputs: {},
  outputs: {},
  dependencies: [],
  propertyDependencies: {},
  ...more,
});
const step = (more: Partial<Step> = {}): Step => ({ op: "create", urn: "u", type: "t:t:T", internal: false, ...more });

let events: EngineEvent[];
let stream: EventStream;
beforeEach(() => {
  events = [];
  stream = new EventStream({ planning: false, onEvent: (event) => void events.push(event) });
});

it("numbers the events, and sets exactly one member of each", () => {
  stream.prelude({ "p:a": "1", "p:b": "hidden" }, ["p:b"]);
  stream.stepBegins(step());
  stream.stepEnds(step({ new: state() }));
  stream.diagnostic({ severity: "info", message: "m" });
  stream.cancelled();
  stream.summary(1.5);
  expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(events.map(({ sequence: _, timestamp: __, ...body }) => Object.keys(body))).toEqual([
    ["preludeEvent"],
    ["resourcePreEvent"],
    ["resOutputsEvent"],
    ["diagnosticEvent"],
    ["cancelEvent"],
    ["summaryEvent"],
  ]);
  expect(events[0]?.preludeEvent).toEqual({ config: { "p:a": "1", "p:b": "[secret]" } });
  expect(events[5]?.summaryEvent).toEqual({
    maybeCorrupt: false,
    durationSeconds: 1.5,
    resourceChanges: { create: 1 },
    isPreview: false,
  });
});

it("counts a replacement once, and nothing that is internal", () => {
  for (const op of ["create-replacement", "replace", "delete-replaced", "same"] as const) stream.stepEnds(step({ op }));
  stream.stepEnds(step({ internal: true }));
  expect(stream.resourceChanges).toEqual({ replace: 1, same: 1 });
  expect(events).toHaveLength(4);
});

it("shows no secret of a state, and none of additionalSecretOutputs", () => {
  const now = state({
    inputs: { password: secretOf("swordfish"), size: 1 },
    outputs: { key: "k", arn: "a" },
    additionalSecretOutputs: ["key"],
    protect: true,
    parent: "p",
  });
  stream.stepEnds(step({ new: now, detailedDiff: { "rules[0].a": { kind: "update", inputDiff: true } }, keys: ["rules"] }));
  expect(events[0]?.resOutputsEvent?.metadata).toEqual({
    op: "create",
    urn: "u",
    type: "t:t:T",
    new: {
      urn: "u",
      type: "t:t:T",
      id: "i",
      parent: "p",
      protect: true,
      inputs: { password: "[secret]", size: 1 },
      outputs: { key: "[secret]", arn: "a" },
    },
    keys: ["rules"],
    diffs: ["rules"],
    detailedDiff: { "rules[0].a": { kind: "update", inputDiff: true } },
  });
});

it("masks in every message what any state has told to be secret", () => {
  stream.stepBegins(step({ new: state({ inputs: { a: secretOf("swordfish"), b: secretOf("swordfish and chips") } }) }));
  stream.diagnostic({ severity: "error", message: "swordfish and chips, or swordfish?", remedy: "No swordfish." });
  expect(events[1]?.diagnosticEvent).toEqual({
    severity: "error",
    message: "[secret], or [secret]?",
    remedy: "No [secret].",
  });
  expect(stream.failed).toBe(true);
});
