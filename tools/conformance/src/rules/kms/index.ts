import type { Rule } from "../../rule";
import { keyDescription } from "./key-description";
import { keyEnabled } from "./key-enabled";
import { keyHasPolicy } from "./key-has-policy";
import { keyInOneRegion } from "./key-in-one-region";
import { keyInUse } from "./key-in-use";
import { keyLockoutCheck } from "./key-lockout-check";
import { keyNotPublic } from "./key-not-public";
import { keyRotation } from "./key-rotation";

export const kmsRules: readonly Rule[] = [
  keyRotation,
  keyNotPublic,
  keyEnabled,
  keyHasPolicy,
  keyLockoutCheck,
  keyDescription,
  keyInUse,
  keyInOneRegion,
];
