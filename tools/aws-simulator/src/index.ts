export { SimulatedAws } from "./simulated-aws";
export type { SimulatedAwsArgs } from "./simulated-aws";
export { World } from "./world";
export type { WorldObject } from "./world-object";
export { RefusedByAws } from "./rule-book";
export type { DisabledRules } from "./rule-book";
export { listRules } from "./rule-list";
export type { ListedRule } from "./rule-list";
export { type AccessRequest, policyAllows } from "./iam/policy-evaluation";
