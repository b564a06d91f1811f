import { ACCOUNT_WIDE } from "../../account-wide";
import type { Rule } from "../../rule";

export const objectWritesRecorded: Rule = {
  id: "s3/object-writes-recorded",
  controls: { "SecHub:S3.22": "MEDIUM" },
  requirement: "A trail records who has written objects.",
  subjects: ["aws:cloudtrail/trail:Trail"],
  because: ACCOUNT_WIDE,
  judge: (resource) =>
    ["All", "WriteOnly"].some((kind) => resource.texts("eventSelectors.readWriteType").includes(kind)) &&
    resource.texts("eventSelectors.dataResources.type").includes("AWS::S3::Object"),
};
