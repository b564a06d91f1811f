import type { Properties } from "./properties";

/** Whether an origin of a distribution is a bucket, by its domain name. */
export function isS3Origin(origin: Properties): boolean {
  return /\.s3[.-][a-z0-9.-]*amazonaws\.com(\.cn)?$/.test(origin.text("domainName"));
}
