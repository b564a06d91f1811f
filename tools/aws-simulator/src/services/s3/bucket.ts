import { filledInputs } from "../../filled-inputs";
import { physicalName } from "../../physical-name";
import { regionRow } from "../../regions";
import { defineResource } from "../../resource-definition";
import { bucketType } from "./bucket-reference";
import { bornSettings } from "./bucket-settings";
import { canonicalUserId } from "../../functions/get-canonical-user-id";

export const bucket = defineResource({
  type: bucketType,
  defaults: { forceDestroy: false },
  comparisons: { policy: "json" },
  name: {
    property: "bucket",
    scope: "global",
    taken: (name, holder) => ({
      code: "BucketAlreadyOwnedByYou",
      message: "Your previous request to create the named bucket succeeded and you already own it.",
      remedy: `The bucket "${name}" exists in ${holder.region}: bucket names are unique in all accounts and regions.`,
    }),
  },
  create: (context) => {
    const { name, outputs } = physicalName(context, "bucket", "bucketPrefix");
    const suffix = context.partition.dnsSuffix;
    const websiteZone = regionRow(context.region)?.s3Website;
    return {
      id: name,
      arn: context.arn("s3", name, { region: "", accountId: "" }),
      outputs: {
        ...filledInputs(context.inputs, bornSettings(canonicalUserId(context.accountId))),
        ...outputs,
        bucketNamespace: context.text("bucketNamespace") ?? "global",
        bucketDomainName: `${name}.s3.${suffix}`,
        bucketRegion: context.region,
        bucketRegionalDomainName: `${name}.s3.${context.region}.${suffix}`,
        ...(websiteZone === undefined ? {} : { hostedZoneId: websiteZone }),
      },
    };
  },
});
