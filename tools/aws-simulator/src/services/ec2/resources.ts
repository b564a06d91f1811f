import type { ResourceDefinition } from "../../resource-definition";
import { subnet } from "./subnet";
import { vpc } from "./vpc";

export const ec2Resources: readonly ResourceDefinition[] = [vpc, subnet];
