export { containsUnknown, isUnknown, ProviderError, UNKNOWN } from "./provider";
export type {
  Awaitable,
  CheckFailure,
  CheckRequest,
  CheckResult,
  CreateRequest,
  CreateResult,
  DeleteRequest,
  DiffRequest,
  DiffResult,
  FindCreatedRequest,
  InvokeRequest,
  InvokeResult,
  PropertyDiff,
  PropertyDiffKind,
  PropertyMap,
  PropertyValue,
  Provider,
  ReadRequest,
  ReadResult,
  ResourceRequest,
  UpdateRequest,
  UpdateResult,
} from "./provider";
export { UserError } from "./engine";
export type { Engine, OperationOptions, RunResult, RunSummary, StackOutputs } from "./engine";
export type { EngineEvent, Severity, StepEventMetadata, StepEventState, StepOp } from "./events";
export type {
  CustomTimeouts,
  DeploymentState,
  PendingOperation,
  ResourceState,
  RunRecorder,
  StateChange,
} from "./resource-state";
