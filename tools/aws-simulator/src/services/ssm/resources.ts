import type { ResourceDefinition } from "../../resource-definition";
import { parameter } from "./parameter";

export const ssmResources: readonly ResourceDefinition[] = [parameter];
