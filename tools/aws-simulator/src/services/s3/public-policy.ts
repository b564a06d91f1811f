import type { PolicyDocument, Statement } from "../../iam/policy-document";

/** Condition keys by which a statement that names everybody still means somebody, lower case. */
const limitingKeys = new Set([
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:principalservicename",
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourceip",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
  "aws:sourceowner",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "aws:userid",
  "aws:viaawsservice",
  "s3:dataaccesspointaccount",
  "s3:dataaccesspointarn",
  "s3:dataaccesspointnetworkorigin",
]);

/**
 * The first statement that S3 would call public: it allows everybody, and no condition narrows everybody down. Which
 * values of a narrowing condition are narrow enough is not judged; one that is there counts as narrow.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
 */
export function publicStatement(document: PolicyDocument): Statement | undefined {
  return document.statements.find(
    ({ effect, principal, conditions }) =>
      effect === "Allow" &&
      principal !== undefined &&
      (principal.anyone || principal.negated) &&
      !conditions.some(({ key }) => limitingKeys.has(key)),
  );
}
