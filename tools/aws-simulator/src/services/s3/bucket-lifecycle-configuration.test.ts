import type { PropertyMap } from "@org/offline-engine";
import { refusalOf, SimulatedAccount, UNKNOWN } from "../../simulated-account.fixture";

const LIFECYCLE = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";

function put(...rules: PropertyMap[]): () => PropertyMap {
  const account = new SimulatedAccount();
  account.create("aws:s3/bucket:Bucket", "logs", { bucket: "logs" });
  return () =>
    account.create(LIFECYCLE, "logs", { bucket: "logs", rules: rules.map((rule) => ({ id: "logs", status: "Enabled", ...rule })) }).outputs;
}

const wholeLife: PropertyMap = {
  transitions: [
    { days: 30, storageClass: "STANDARD_IA" },
    { days: 60, storageClass: "GLACIER" },
  ],
  expiration: { days: 365 },
  noncurrentVersionExpiration: { noncurrentDays: 30 },
  abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
};

describe("a bucket's lifecycle", () => {
  it("takes infrequent access at 30, Glacier at 60 and expiration at 365 days", () => {
    expect(put(wholeLife)()).toMatchObject({
      transitionDefaultMinimumObjectSize: "all_storage_classes_128K",
      expectedBucketOwner: "",
    });
  });

  it.each<[string, string, string, string, PropertyMap[]]>([
    [
      "infrequent access before 30 days",
      "s3/lifecycle-infrequent-access-after-30-days",
      "InvalidArgument",
      "'Days' in Transition action must be greater than or equal to 30 for storageClass 'STANDARD_IA'",
      [{ transitions: [{ days: 29, storageClass: "STANDARD_IA" }] }],
    ],
    [
      "Glacier 29 days after infrequent access",
      "s3/lifecycle-archive-30-days-after-infrequent-access",
      "InvalidArgument",
      "'Days' in the Transition action for StorageClass 'GLACIER' for filter '(prefix=a/)' must be 30 days more than 'filter '(prefix=a/)'' 's Transition action for StorageClass 'STANDARD_IA'",
      [{ filter: { prefix: "a/" }, transitions: [{ days: 30, storageClass: "STANDARD_IA" }, { days: 59, storageClass: "GLACIER" }] }],
    ],
    [
      "expiration on the day of a transition",
      "s3/lifecycle-expires-after-transitions",
      "InvalidArgument",
      "'Days' in the Expiration action for filter '(prefix=)' must be greater than 'Days' in the Transition action",
      [{ transitions: [{ days: 60, storageClass: "GLACIER" }], expiration: { days: 60 } }],
    ],
    ["a rule that does nothing", "s3/lifecycle-rule-has-action", "InvalidRequest", "At least one action needs to be specified in a rule", [{}]],
    [
      "two rules of one id",
      "s3/lifecycle-rule-ids-unique",
      "InvalidArgument",
      "Rule ID must be unique. Found same ID for more than one rule",
      [wholeLife, { expiration: { days: 1 } }],
    ],
  ])("refuses %s", (_case, rule, code, message, rules) => {
    expect(refusalOf(put(...rules))).toMatchObject({ rule, code, message });
  });

  it("judges the rules that are known while another is not", () => {
    const account = new SimulatedAccount();
    const rules = [{ id: UNKNOWN, status: "Enabled" }, { id: "b", status: "Enabled" }];
    expect(refusalOf(() => account.preview(LIFECYCLE, "logs", { bucket: UNKNOWN, rules })).rule).toBe("s3/lifecycle-rule-has-action");
  });
});
