/**
 * What serves CloudFront (web ACLs, certificates, log deliveries) exists in this Region only, whatever the provider's
 * Region is. `cloudfront` resources themselves are global and take no Region.
 */
export const edge = { region: "us-east-1" } as const;
