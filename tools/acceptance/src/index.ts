export { cloneWorkspace } from "./clone";
