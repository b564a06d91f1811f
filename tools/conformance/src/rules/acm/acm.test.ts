import { itJudges, type RuleCases } from "../../rule-cases.fixture";
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
