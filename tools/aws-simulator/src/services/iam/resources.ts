import type { ResourceDefinition } from "../../resource-definition";
import { instanceProfile } from "./instance-profile";
import { policy } from "./policy";
import { role } from "./role";
import { rolePolicy } from "./role-policy";
import { rolePolicyAttachment } from "./role-policy-attachment";

export const iamResources: readonly ResourceDefinition[] = [
  role,
  policy,
  rolePolicy,
  rolePolicyAttachment,
  instanceProfile,
];
