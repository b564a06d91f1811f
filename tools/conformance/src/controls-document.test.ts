import { allRules } from "./all-rules";
import { checkConformance } from "./check-conformance";
import { controlsDocument } from "./controls-document";
import { metByNoOther } from "./met-by-no-other";
import { runOf } from "./rule-cases.fixture";
import type { Rule } from "./rule";
import { tensions } from "./tensions";
import { runtimeControls } from "./unjudged-controls";

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
    controls: { "AWS-0136": "HIGH" },
    requirement: "Topics are encrypted.",
    subjects: [TOPIC],
    judge: (topic) => (topic.has("free") ? undefined : topic.has("key")),
  },
  {
    id: "sns/account",
    controls: { "SecHub:SNS.1": "LOW" },
    requirement: "The account has a topic.",
    subjects: ["aws:sns/account:Account"],
    because: "the account's to set",
    judge: () => true,
  },
];
const exceptions = [{ controls: ["AWS-0136"], reason: "it costs" }];
const report = (topic: Record<string, string>) => checkConformance(runOf([[TOPIC, topic]]), { rules, exceptions });
const document = controlsDocument({
  production: report({ name: "a", key: "k" }),
  "production, small": report({ name: "a", free: "yes" }),
  ephemeral: report({ name: "a" }),
});
const alike = controlsDocument({ one: report({}), two: report({}) });

describe("the document of the controls", () => {
  it("has a column for each report, in their order, and a row for each control with what became of it", () => {
    expect(document).toContain("| control | severity | requirement | production | production, small | ephemeral | why |\n");
    expect(document).toContain("| `SecHub:SNS.1` | LOW | The account has a topic. | n/a | n/a | n/a | the account's to set |\n");
  });

  it("says which column a reason is for when it is not for all of them", () => {
    expect(document).toContain(
      "| `AWS-0136` | HIGH | Topics are encrypted. | pass | n/a | exception " +
        "| *production, small*: the stack has nothing that this is about; *ephemeral*: it costs |\n",
    );
    expect(alike).toContain("| `AWS-0136` | HIGH | Topics are encrypted. | exception | exception | it costs |\n");
  });

  it("counts published controls and rules of our own apart, in each column", () => {
    expect(document).toContain(
      "| pass | 1 | 1 | 0 | 1 | 0 | 1 |\n| exception | 0 | 0 | 0 | 0 | 1 | 0 |\n| n/a | 1 | 0 | 2 | 0 | 1 | 0 |\n| fail | 0 | 0 | 0 | 0 | 0 | 0 |\n",
    );
    expect(document).toContain("| judged | 2 | 1 | 2 | 1 | 2 | 1 |\n");
    expect(alike).toContain("| fail | 0 | 1 | 0 | 1 |\n");
  });

  it("starts with the totals, what no other library meets and what is weighed, and has a part for each service", () => {
    expect(document.match(/^## .*$/gm)).toEqual([
      "## Totals",
      "## What no other library meets by default",
      "## What is weighed",
      "## structure",
      "## sns",
      "## Not judged before the stack runs",
    ]);
  });

  it("repeats there what became of a control, and says which argument decides a weighed one", () => {
    expect(alike).toContain("| `AWS-0136` | Topics are encrypted. | exception | exception | it costs |\n");
    expect(alike).toContain(
      "| `SecHub:SNS.1` | The account has a topic. | n/a | n/a | `kmsKeyArn` of the alarms | the account's to set |\n",
    );
    expect(alike).toContain(
      "| `FSBP:KMS.3` | | not judged | not judged | `profile`, which protects the key or lets it go | keys are scheduled for deletion while the stack runs |\n",
    );
  });
});

describe("the controls that the document lists first", () => {
  const known = new Set([...allRules.flatMap((rule) => Object.keys(rule.controls)), ...Object.keys(runtimeControls)]);

  it("are 22 that no other library meets by default, all of them judged", () => {
    expect(new Set(metByNoOther).size).toBe(22);
    expect(metByNoOther.filter((control) => !known.has(control) || Object.hasOwn(runtimeControls, control))).toEqual([]);
  });

  it("are 56 that are weighed", () => {
    expect(Object.keys(tensions)).toHaveLength(56);
    expect(Object.keys(tensions).filter((control) => !known.has(control))).toEqual([]);
  });
});
