import type { Rule } from "../../rule";
import { deliveryStatus } from "./delivery-status";
import { subscriptionDeadLetters } from "./subscription-dead-letters";
import { subscriptionUsesTls } from "./subscription-uses-tls";
import { topicEncrypted } from "./topic-encrypted";
import { topicNotPublic } from "./topic-not-public";
import { topicPrincipalsTiedDown } from "./topic-principals-tied-down";
import { topicTlsOnly } from "./topic-tls-only";
import { topicWithCustomerKey } from "./topic-with-customer-key";

export const snsRules: readonly Rule[] = [
  topicEncrypted,
  topicWithCustomerKey,
  topicNotPublic,
  topicPrincipalsTiedDown,
  topicTlsOnly,
  deliveryStatus,
  subscriptionDeadLetters,
  subscriptionUsesTls,
];
