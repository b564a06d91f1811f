import { arnParts, matchesGlob } from "../../iam/glob";
import type { PolicyDocument, Statement } from "../../iam/policy-document";

/** Actions on a bucket itself; what is left of the single actions that S3 knows is about objects. */
const bucketAction = /^s3:(?:ListBucket(?:Versions|MultipartUploads)?|(?:Get|Put|Delete)Bucket\w*|(?:Get|Put)(?:Encryption|Lifecycle|Replication|Inventory|Metrics|Analytics|Accelerate|IntelligentTiering)Configuration)$/i;
const objectAction = /^s3:(?:(?:Get|Put|Delete|Restore|Replicate)Object\w*|AbortMultipartUpload|ListMultipartUploadParts|BypassGovernanceRetention|ReplicateDelete|ReplicateTags|ObjectOwnerOverrideToBucketOwner)$/i;

/** The first resource of a bucket policy that is neither its bucket nor in it. */
export function foreignResource(document: PolicyDocument, bucket: string): string | undefined {
  for (const { resource } of document.statements) {
    const foreign = resource?.patterns.find((pattern) => !isOfBucket(pattern, bucket));
    if (foreign !== undefined) return foreign;
  }
  return undefined;
}

function isOfBucket(pattern: string, bucket: string): boolean {
  if (pattern === "*") return true;
  const parts = arnParts(pattern);
  if (parts === undefined || !matchesGlob(parts[2] ?? "", "s3")) return false;
  // A variable may stand for anything; S3 fills it in at the request.
  const [named = ""] = (parts[5] ?? "").replaceAll(/\$\{[^}]*\}/g, "*").split("/");
  return matchesGlob(named, bucket);
}

/**
 * The first action of a bucket policy that none of its statement's resources can mean: an object action on the bucket's
 * ARN, or a bucket action on `bucket/*`. Actions with wildcards, and those not known, are taken to fit.
 */
export function unfittingAction(document: PolicyDocument): string | undefined {
  for (const statement of document.statements) {
    const action = unfittingActionOf(statement);
    if (action !== undefined) return action;
  }
  return undefined;
}

function unfittingActionOf({ action, resource }: Statement): string | undefined {
  if (action.negated || resource === undefined || resource.negated) return undefined;
  const kinds = resource.patterns.map(kindOf);
  if (kinds.includes("either")) return undefined;
  return action.patterns.find(
    (name) =>
      (bucketAction.test(name) && !kinds.includes("bucket")) || (objectAction.test(name) && !kinds.includes("object")),
  );
}

function kindOf(pattern: string): "bucket" | "object" | "either" {
  const resource = arnParts(pattern)?.[5];
  if (resource === undefined) return "either";
  const slash = resource.indexOf("/");
  if (slash >= 0) return /[*?$]/.test(resource.slice(0, slash)) ? "either" : "object";
  return /[*?$]/.test(resource) ? "either" : "bucket";
}
