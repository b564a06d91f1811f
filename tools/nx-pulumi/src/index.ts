export { createNodesV2, preTasksExecution } from "./plugin";
export type { PulumiPluginOptions } from "./targets";
