import type { Rule } from "../../rule";
import { blocksLog4shell } from "./blocks-log4shell";
import { ruleMetrics } from "./rule-metrics";
import { rulesHaveActions } from "./rules-have-actions";
import { webAclHasRules } from "./web-acl-has-rules";
import { webAclLogging } from "./web-acl-logging";

export const wafv2Rules: readonly Rule[] = [
  webAclHasRules,
  ruleMetrics,
  webAclLogging,
  blocksLog4shell,
  rulesHaveActions,
];
