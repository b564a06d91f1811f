import { ACCOUNT_WIDE } from "../../account-wide";
import type { Rule } from "../../rule";

export const accountImdsv2: Rule = {
  id: "ec2/account-imdsv2",
  controls: { "prowler:ec2_instance_account_imdsv2_enabled": "HIGH" },
  requirement: "The account launches with version 2 of the metadata service unless told otherwise.",
  subjects: ["aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults"],
  because: ACCOUNT_WIDE,
  judge: (resource) => resource.text("httpTokens") === "required",
};
