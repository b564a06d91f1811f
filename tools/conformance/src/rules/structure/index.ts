import type { Rule } from "../../rule";
import { childNamedAfterParent } from "./child-named-after-parent";
import { launchTemplateVersionPinned } from "./launch-template-version-pinned";
import { noIndexInName } from "./no-index-in-name";
import { noSecretInPlainText } from "./no-secret-in-plain-text";
import { outputsRegistered } from "./outputs-registered";
import { parented } from "./parented";
import { physicalName } from "./physical-name";
import { seenInPreview } from "./seen-in-preview";

export const structureRules: readonly Rule[] = [
  childNamedAfterParent,
  launchTemplateVersionPinned,
  noIndexInName,
  noSecretInPlainText,
  outputsRegistered,
  parented,
  physicalName,
  seenInPreview,
];
