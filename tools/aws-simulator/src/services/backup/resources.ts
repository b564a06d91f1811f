import type { ResourceDefinition } from "../../resource-definition";
import { plan } from "./plan";
import { selection } from "./selection";
import { vault } from "./vault";

/** The types of AWS Backup. */
export const backupResources: readonly ResourceDefinition[] = [plan, selection, vault];
