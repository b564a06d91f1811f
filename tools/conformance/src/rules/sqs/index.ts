import type { Rule } from "../../rule";
import { queueDeadLetters } from "./queue-dead-letters";
import { queueEncrypted } from "./queue-encrypted";
import { queueNotPublic } from "./queue-not-public";
import { queueTlsOnly } from "./queue-tls-only";

export const sqsRules: readonly Rule[] = [
  queueEncrypted,
  queueNotPublic,
  queueTlsOnly,
  queueDeadLetters,
];
