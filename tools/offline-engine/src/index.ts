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
export { MemoryRecorder } from "./run-recorder";
export { JournaledFile } from "./journaled-file";
export type { Journaled, JournaledFileOptions } from "./journaled-file";
export { deploy, DeployError } from "./deploy";
export type { DeployOptions, DeployRun, DeployStep } from "./deploy";
export type { Diagnostic } from "./run-observer";
export type { StackReferenceResolver } from "./builtin-provider";
export { StateStore } from "./state-store";
export type { StateStoreOptions } from "./state-store";
export type { RunRecord } from "./run-history";
export type { StackLock } from "./stack-lock";
export type { StackReferenceOutputs } from "./stack-reference";
export { readStackConfig } from "./stack-config";
export type { ProjectFile, StackConfig, StackConfigOptions } from "./stack-config";
export { createOfflineEngine } from "./offline-engine";
export type { OfflineEngineOptions } from "./offline-engine";
export { containsSecret, isSecret, revealSecrets, secretOf } from "./secret-values";
