export { ArgumentError, assertNoProblems, type ArgumentProblem } from "./argument-error";
export { childName } from "./child-name";
export { brokenRules, type NameRule } from "./name-rule";
export { nameRules } from "./name-rules";
export { Naming, type NamingArgs } from "./naming";
export { dnsSuffixOf, isRegionName, partitionOf } from "./partitions";
export { type PhysicalNameOptions } from "./physical-name";
export { type ElbLogDelivery, knownRegions, type RegionFacts, regionFacts } from "./regions";
export { type AwsService, servicePrincipal } from "./service-principals";
