import type { StepOp } from "@org/offline-engine";
import { checkConformance } from "../../check-conformance";
import { itJudges, type RuleCases, runOf } from "../../rule-cases.fixture";
import { certificateReplacedFirst } from "./certificate-replaced-first";
import { acmRules } from "./index";

const cases: RuleCases = {
  "acm/certificate-key-length": {
    good: [["aws:acm/certificate:Certificate", { keyAlgorithm: "RSA_2048" }]],
    bad: [["aws:acm/certificate:Certificate", { keyAlgorithm: "RSA_1024" }]],
  },
  "acm/certificate-replaced-first": {
    good: [["aws:acm/certificate:Certificate", {}]],
    bad: [["aws:acm/certificate:Certificate", {}, { pendingReplacement: true }]],
  },
  "acm/certificate-transparency": {
    good: [["aws:acm/certificate:Certificate", {}]],
    bad: [["aws:acm/certificate:Certificate", { options: { certificateTransparencyLoggingPreference: "DISABLED" } }]],
  },
  "acm/no-wildcard-certificate": {
    good: [["aws:acm/certificate:Certificate", { domainName: "a.example" }]],
    bad: [["aws:acm/certificate:Certificate", { domainName: "*.example" }]],
  },
};

describe("rules of acm", () => {
  itJudges(acmRules, cases);
});

describe("a certificate that a run has replaced", () => {
  const [certificate] = runOf([["aws:acm/certificate:Certificate", {}]]).resources;
  const outcome = (...ops: StepOp[]) => {
    const steps = ops.map((op) => ({ op, urn: certificate.urn, type: certificate.type, name: "resource-0" }));
    return checkConformance({ ...runOf([]), resources: [certificate], steps }, { rules: [certificateReplacedFirst] }).verdicts[0].outcome;
  };

  it("had its successor before it went", () => {
    expect(outcome("create-replacement", "delete-replaced")).toBe("pass");
    expect(outcome("delete-replaced", "create-replacement")).toBe("fail");
  });
});
