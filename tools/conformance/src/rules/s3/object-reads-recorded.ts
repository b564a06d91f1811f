import { ACCOUNT_WIDE } from "../../account-wide";
import type { Rule } from "../../rule";

export const objectReadsRecorded: Rule = {
  id: "s3/object-reads-recorded",
  controls: { "SecHub:S3.23": "MEDIUM" },
  requirement: "A trail records who has read objects.",
  subjects: ["aws:cloudtrail/trail:Trail"],
  because: ACCOUNT_WIDE,
  judge: (resource) =>
    ["All", "ReadOnly"].some((kind) => resource.texts("eventSelectors.readWriteType").includes(kind)) &&
    resource.texts("eventSelectors.dataResources.type").includes("AWS::S3::Object"),
};
