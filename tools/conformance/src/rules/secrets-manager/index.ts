import type { Rule } from "../../rule";
import { secretDescription } from "./secret-description";
import { secretNotPublic } from "./secret-not-public";
import { secretRotation } from "./secret-rotation";
import { secretRotationPeriod } from "./secret-rotation-period";
import { secretValueHidden } from "./secret-value-hidden";
import { secretWithCustomerKey } from "./secret-with-customer-key";

export const secretsManagerRules: readonly Rule[] = [
  secretRotation,
  secretRotationPeriod,
  secretWithCustomerKey,
  secretDescription,
  secretNotPublic,
  secretValueHidden,
];
