import type { Rule } from "../../rule";

export const certificateTransparency: Rule = {
  id: "acm/certificate-transparency",
  controls: { "CKV_AWS_234": "MEDIUM" },
  requirement: "Certificates are written to the public log.",
  subjects: ["aws:acm/certificate:Certificate"],
  judge: (resource) => resource.text("options.certificateTransparencyLoggingPreference") !== "DISABLED",
};
