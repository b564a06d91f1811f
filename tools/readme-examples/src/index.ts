export { type TabledReadme, withArgumentTables } from "./argument-tables";
export { type DeployedExample, describeReadme } from "./describe-readme";
export { compilerComplaints, type ReadmeExample, readmeExamples } from "./readme-examples";
export { resourceCounts } from "./resource-counts";
