/** The parts of an Amazon Resource Name. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  /** Empty for a resource of no region: IAM, CloudFront, S3. */
  readonly region: string;
  /** Empty where the service leaves it out: S3. */
  readonly accountId: string;
  readonly resource: string;
}

/** Writes an ARN. */
export function formatArn(arn: Arn): string {
  return `arn:${arn.partition}:${arn.service}:${arn.region}:${arn.accountId}:${arn.resource}`;
}

/** Takes an ARN apart; undefined when the text is none. */
export function parseArn(text: string): Arn | undefined {
  if (!text.startsWith("arn:")) return undefined;
  const parts = text.split(":");
  const [, partition, service, region, accountId] = parts;
  if (partition === undefined || service === undefined || region === undefined || accountId === undefined) {
    return undefined;
  }
  if (parts.length < 6) return undefined;
  return { partition, service, region, accountId, resource: parts.slice(5).join(":") };
}
