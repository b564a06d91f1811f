import { checkConformance } from "./check-conformance";
import { controlsDocument } from "./controls-document";
import { runOf } from "./rule-cases.fixture";
import type { Rule } from "./rule";

const TOPIC = "aws:sns/topic:Topic";
const rules: readonly Rule[] = [
  {
    id: "structure/named",
    controls: { "structure:named": "ERROR" },
    requirement: "Topics have a name.",
    subjects: [TOPIC],
    judge: (topic) => topic.has("name"),
  },
  {
    id: "sns/encrypted",
    controls: { "FSBP:X.1": "HIGH" },
    requirement: "Topics are encrypted.",
    subjects: [TOPIC],
    judge: (topic) => topic.has("key"),
  },
  {
    id: "sns/account",
    controls: { "FSBP:X.2": "LOW" },
    requirement: "The account has a topic.",
    subjects: ["aws:sns/account:Account"],
    because: "the account's to set",
    judge: () => true,
  },
];
const exceptions = [{ controls: ["FSBP:X.1"], reason: "it costs" }];
const document = controlsDocument({
  production: checkConformance(runOf([[TOPIC, { name: "a", key: "k" }]]), { rules, exceptions }),
  ephemeral: checkConformance(runOf([[TOPIC, { name: "a" }]]), { rules, exceptions }),
});

describe("the document of the controls", () => {
  it("has a row for each control, with what became of it in each profile and why", () => {
    expect(document).toContain("| `FSBP:X.1` | HIGH | Topics are encrypted. | pass | exception | it costs |\n");
    expect(document).toContain("| `FSBP:X.2` | LOW | The account has a topic. | n/a | n/a | the account's to set |\n");
  });

  it("counts published controls and rules of our own apart", () => {
    expect(document).toContain("| pass | 1 | 1 | 0 | 1 |\n| exception | 0 | 0 | 1 | 0 |\n| n/a | 1 | 0 | 1 | 0 |\n| fail | 0 | 0 | 0 | 0 |\n");
    expect(document).toContain("| judged | 2 | 1 | 2 | 1 |\n");
  });

  it("has a part for each service", () => {
    expect(document.match(/^## .*$/gm)).toEqual(["## Totals", "## structure", "## sns", "## Not judged before the stack runs"]);
  });
});
