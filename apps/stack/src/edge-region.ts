/** Where CloudFront's certificates, its web ACLs with their logs, and its metrics live, from any home region. */
export const edgeRegion = "us-east-1";
