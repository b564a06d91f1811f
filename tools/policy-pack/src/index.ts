import { PolicyPack } from "@pulumi/policy";
import { conformancePolicies } from "./conformance-policies";

new PolicyPack("org-infra", { policies: conformancePolicies() });
