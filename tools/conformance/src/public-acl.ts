import type { Resource } from "./resource";

/** Groups of S3 that mean everybody, and everybody with an AWS account. */
const EVERYBODY = /\/(AllUsers|AuthenticatedUsers)$/;

/** Whether an ACL, of a bucket or inside it, gives one of the permissions to everybody. */
export function grantsToEverybody(resource: Resource, permissions: readonly string[]): boolean {
  const beside = resource.parts("accessControlPolicy.grants").map((grant) => ({ uri: grant.text("grantee.uri"), given: grant.texts("permission") }));
  const inside = resource.parts("grants").map((grant) => ({ uri: grant.text("uri"), given: grant.texts("permissions") }));
  return [...beside, ...inside].some(({ uri, given }) => EVERYBODY.test(uri) && given.some((permission) => permissions.includes(permission)));
}
