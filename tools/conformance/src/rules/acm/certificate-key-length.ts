import type { Rule } from "../../rule";

export const certificateKeyLength: Rule = {
  id: "acm/certificate-key-length",
  controls: { "FSBP:ACM.2": "HIGH" },
  requirement: "RSA keys of certificates have 2048 bits or more.",
  subjects: ["aws:acm/certificate:Certificate"],
  judge: (resource) => !/^RSA_(512|1024)$/.test(resource.text("keyAlgorithm")),
};
