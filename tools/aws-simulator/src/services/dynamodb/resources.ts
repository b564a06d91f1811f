import type { ResourceDefinition } from "../../resource-definition";
import { table } from "./table";

export const dynamodbResources: readonly ResourceDefinition[] = [table];
