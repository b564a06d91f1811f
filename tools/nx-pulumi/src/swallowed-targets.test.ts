import { carriedTargets, swallowedTargets } from "./swallowed-targets";

function carried(...words: string[]): readonly string[] {
  return carriedTargets(swallowedTargets(["node", "nx", ...words]));
}

it("finds the targets of a run of one task, in both ways to write it", () => {
  expect(carried("run", "stack:up", "--target", "a,b", "--yes", "--target=c")).toEqual(["a,b", "c"]);
  expect(carried("up", "stack", "--target", "a")).toEqual(["a"]);
});

it("leaves alone what reaches the executor by itself, and what is Nx's own option", () => {
  expect(carried("run", "stack:up", "--", "--target", "a")).toEqual([]);
  expect(carried("run", "stack", "--target", "up")).toEqual([]);
  expect(carried("run", "stack:build", "--target", "a")).toEqual([]);
  expect(carried("run-many", "--target", "up")).toEqual([]);
  expect(carried("run", "stack:up", "--target")).toEqual([]);
});

it("carries nothing where nothing was given", () => {
  expect(swallowedTargets(["node", "nx", "run", "stack:up"])).toEqual({});
  expect(carriedTargets({})).toEqual([]);
});
