import type { PropertyMap } from "@org/offline-engine";
import { changesInput } from "../../changed-inputs";
import { callerArn } from "../../caller";
import { oneOfRule } from "../../constraint-rules";
import { filledInputs } from "../../filled-inputs";
import { valuesAt } from "../../property-path";
import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import type { Refusal, Rule } from "../../rule";
import { bucketExists, bucketOf, bucketReference, configurationId } from "./bucket-reference";
import { blocksPublic, ownershipOf } from "./bucket-settings";
import { canonicalUserId } from "../../functions/get-canonical-user-id";

const bucketAclType = "aws:s3/bucketAcl:BucketAcl";

/** Tokens of bucket ACLs: programs that use the deprecated class send the second. */
export const bucketAclTypes: readonly string[] = [bucketAclType, "aws:s3/bucketAclV2:BucketAclV2"];

const aclPage = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html";
const everyone = "http://acs.amazonaws.com/groups/global/AllUsers";
const anyAwsUser = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers";
const logDelivery = "http://acs.amazonaws.com/groups/s3/LogDelivery";
const publicGroups = new Set([everyone, anyAwsUser]);
const publicCannedAcls = new Set(["public-read", "public-read-write", "authenticated-read"]);

/** Grants that a canned ACL adds to the owner's own: permission and group. */
const cannedGrants: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  "public-read": [["READ", everyone]],
  "public-read-write": [
    ["READ", everyone],
    ["WRITE", everyone],
  ],
  "authenticated-read": [["READ", anyAwsUser]],
  "log-delivery-write": [
    ["WRITE", logDelivery],
    ["READ_ACP", logDelivery],
  ],
};

const aclsAreOn: Rule = {
  id: "s3/bucket-acl-needs-acls-on",
  source: "https://github.com/hashicorp/terraform-provider-aws/issues/34079",
  cause: "Object ownership of the bucket is BucketOwnerEnforced, which turns ACLs off; new buckets are born with it.",
  remedy:
    "Create BucketOwnershipControls with BucketOwnerPreferred or ObjectWriter first, and let the ACL depend on them; or leave the ACL out.",
  reads: ["bucket"],
  // The ownership controls may be made by an earlier step of the run.
  deploymentOnly: true,
  refuse: (context): Refusal | undefined => {
    const bucket = bucketOf(context);
    if (bucket === undefined || ownershipOf(context, bucket) !== "BucketOwnerEnforced") return undefined;
    return { code: "AccessControlListNotSupported", message: "The bucket does not allow ACLs" };
  },
};

const notPublic: Rule = {
  id: "s3/bucket-acl-not-public",
  source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html",
  cause: "BlockPublicAcls is on, as it is in every bucket made since April 2023, and the ACL grants something to everybody.",
  remedy: "Grant to canonical users only, or turn blockPublicAcls off before the ACL is set.",
  reads: ["bucket", "acl", "accessControlPolicy"],
  deploymentOnly: true,
  refuse: (context): Refusal | undefined => {
    const bucket = bucketOf(context);
    if (bucket === undefined || !grantsToEverybody(context.inputs)) return undefined;
    if (!blocksPublic(context, bucket, "blockPublicAcls")) return undefined;
    return {
      code: "AccessDenied",
      message: `User: ${callerArn(context)} is not authorized to perform: s3:PutBucketAcl on resource: "${bucket.arn ?? bucket.id}" because public access control lists (ACLs) are blocked by the BlockPublicAcls block public access setting.`,
    };
  },
};

function grantsToEverybody(inputs: PropertyMap): boolean {
  const canned = inputs["acl"];
  if (typeof canned === "string" && publicCannedAcls.has(canned)) return true;
  return valuesAt(inputs, "accessControlPolicy.grants[].grantee.uri").some(
    ({ value }) => typeof value === "string" && publicGroups.has(value),
  );
}

/** Whether an ACL gives something to anybody but the bucket's owner. */
export function grantsToOthers(acl: PropertyMap, ownerId: string): boolean {
  const canned = acl["acl"];
  if (typeof canned === "string" && canned !== "") return canned !== "private" && !canned.startsWith("bucket-owner-");
  return valuesAt(acl, "accessControlPolicy.grants[].grantee").some(
    ({ value }) => typeof value === "object" && value !== null && !Array.isArray(value) && value["id"] !== ownerId,
  );
}

export const bucketAcl = defineResource({
  type: bucketAclType,
  references: [bucketReference],
  rules: [
    bucketExists,
    oneOfRule({
      id: "s3/bucket-acl-canned",
      source: `${aclPage}#canned-acl`,
      path: "acl",
      member: "x-amz-acl",
      code: "InvalidArgument",
      message: () => "Argument x-amz-acl is invalid",
      values: [
        "private",
        "public-read",
        "public-read-write",
        "aws-exec-read",
        "authenticated-read",
        "bucket-owner-read",
        "bucket-owner-full-control",
        "log-delivery-write",
      ],
    }),
    aclsAreOn,
    notPublic,
  ],
  volatile: (context) => (changesInput(context, "acl") ? ["accessControlPolicy"] : []),
  create: (context) => {
    const canned = context.text("acl");
    const id = configurationId(context);
    return {
      id: canned === undefined ? id : `${id},${canned}`,
      outputs: filledInputs(context.inputs, { accessControlPolicy: policyOfCannedAcl(context, canned ?? "private") }),
    };
  },
  update: (context): PropertyMap => {
    const canned = context.text("acl");
    return canned === undefined ? {} : { accessControlPolicy: policyOfCannedAcl(context, canned) };
  },
});

/** The grants that a canned ACL stands for. */
function policyOfCannedAcl(context: ResourceContext, canned: string): PropertyMap {
  const id = canonicalUserId(context.accountId);
  const groups = (cannedGrants[canned] ?? []).map(([permission, uri]) => ({ grantee: { type: "Group", uri }, permission }));
  return {
    grants: [{ grantee: { id, type: "CanonicalUser" }, permission: "FULL_CONTROL" }, ...groups],
    owner: { id },
  };
}
