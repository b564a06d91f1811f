import type { ResourceDefinition } from "../../resource-definition";
import { resourcePolicy } from "./resource-policy";
import { table } from "./table";

export const dynamodbResources: readonly ResourceDefinition[] = [resourcePolicy, table];
