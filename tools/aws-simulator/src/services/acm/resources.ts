import type { ResourceDefinition } from "../../resource-definition";
import { certificate } from "./certificate";
import { certificateValidation } from "./certificate-validation";

export const acmResources: readonly ResourceDefinition[] = [certificate, certificateValidation];
