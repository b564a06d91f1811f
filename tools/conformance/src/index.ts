export { allRules } from "./all-rules";
export {
  checkConformance,
  type ConformanceOptions,
  type ConformanceReport,
  type Outcome,
  type Verdict,
} from "./check-conformance";
export { controlsDocument, type TitledReports } from "./controls-document";
export { type ControlDeployments, describeControls } from "./describe-controls";
export type { Exception } from "./exception";
export { metByNoOther } from "./met-by-no-other";
export { recordedExceptions } from "./recorded-exceptions";
export type { Rule, Severity } from "./rule";
export { controlsNotYetJudged, runtimeControls } from "./unjudged-controls";
