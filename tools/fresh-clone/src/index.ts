export { cloneWorkspace, commitAll } from "./clone";
