export { compilerComplaints, readmeExamples, type ReadmeExample } from "./readme-examples";
