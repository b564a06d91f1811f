import { type ConformanceReport, controlsDocument, controlsNotYetJudged, runtimeControls } from "@org/conformance";
import { readFileSync } from "node:fs";
import { controlsOfStack, controlsPath } from "./controls.fixture";

/** Controls that cost nothing and that no other library of components meets by default. */
const metByNoOther = [
  "FSBP:EC2.57",
  "CIS7.0:6.8",
  "prowler:vpc_endpoint_connections_trust_boundaries",
  "FSBP:EC2.181",
  "FSBP:AutoScaling.1",
  "prowler:autoscaling_group_capacity_rebalance_enabled",
  "CKV_AWS_119",
  "CKV_AWS_149",
  "CKV_AWS_300",
  "SecHub:S3.11",
  "CKV_AWS_66",
  "CKV_AWS_158",
  "FSBP:CloudFront.6",
  "CKV2_AWS_32",
  "SecHub:WAF.11",
  "AWS-0136",
];
/** Of the same kind, but settings of the whole account. */
const ofTheAccount = ["prowler:ec2_instance_account_imdsv2_enabled", "FSBP:EC2.7", "SecHub:EC2.182", "FSBP:S3.1"];

let reports: Readonly<Record<"production" | "ephemeral", ConformanceReport>>;

beforeAll(async () => {
  reports = await controlsOfStack();
}, 120_000);

describe("the stack", () => {
  it.each(["production", "ephemeral"] as const)("meets every control or says why not, as %s", (profile) => {
    expect(reports[profile].failures).toEqual([]);
  });

  it("needs every exception that is recorded", () => {
    const inProduction = reports.production.unusedExceptions;
    expect(reports.ephemeral.unusedExceptions.filter((exception) => inProduction.includes(exception))).toEqual([]);
  });

  it("is judged by every published control that a deployed stack can be judged by", () => {
    const published = reports.production.verdicts.filter(({ rule }) => !rule.id.startsWith("structure/"));
    expect(published).toHaveLength(244);
    expect(Object.keys(runtimeControls)).toHaveLength(13);
    expect(controlsNotYetJudged).toEqual([]);
  });

  it("meets what no other library meets by default, as far as a stack can", () => {
    const outcomes = new Map(reports.production.verdicts.map(({ control, outcome }) => [control, outcome]));
    expect(metByNoOther.filter((control) => outcomes.get(control) !== "pass")).toEqual([]);
    expect(ofTheAccount.filter((control) => outcomes.get(control) !== "not applicable")).toEqual([]);
  });

  it("has the document of the controls that `npm run controls -w @org/conformance` writes", () => {
    expect(readFileSync(controlsPath, "utf8")).toBe(controlsDocument(reports));
  });
});
