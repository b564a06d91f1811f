import type { Rule } from "../../rule";
import { certificateKeyLength } from "./certificate-key-length";
import { certificateReplacedFirst } from "./certificate-replaced-first";
import { certificateTransparency } from "./certificate-transparency";
import { noWildcardCertificate } from "./no-wildcard-certificate";

export const acmRules: readonly Rule[] = [
  certificateKeyLength,
  certificateReplacedFirst,
  certificateTransparency,
  noWildcardCertificate,
];
