export { declaredArguments, tabledArguments, type DeclaredArgument } from "./argument-tables";
export { compilerComplaints, readmeExamples, type ReadmeExample } from "./readme-examples";
export { resourceCounts } from "./resource-counts";
