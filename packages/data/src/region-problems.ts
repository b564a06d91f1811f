import { ArgumentError, type ArgumentProblem, partitionOf } from "@org/infra-naming";

/** What is wrong with `region`, for a plan that lists it beside its other problems. */
export function regionProblems(region: string): readonly ArgumentProblem[] {
  try {
    partitionOf(region);
    return [];
  } catch (error) {
    if (error instanceof ArgumentError) return error.problems;
    throw error;
  }
}
