import type { Rule } from "../../rule";

export const certificateReplacedFirst: Rule = {
  id: "acm/certificate-replaced-first",
  controls: { "CKV_AWS_233": "UNKNOWN" },
  requirement: "A certificate is replaced before the old one goes.",
  subjects: ["aws:acm/certificate:Certificate"],
  judge: ({ urn, state }, { run }) => {
    const ops = run.steps.filter((step) => step.urn === urn).map(({ op }) => op);
    const [deleted, created] = [ops.indexOf("delete-replaced"), ops.indexOf("create-replacement")];
    return state.pendingReplacement !== true && (deleted === -1 || created < deleted);
  },
};
