import type { Rule } from "../../rule";

export const dnsName: Rule = {
  id: "s3/dns-name",
  controls: { "AWS-0320": "MEDIUM" },
  requirement: "Names of buckets work as host names under TLS.",
  subjects: ["aws:s3/bucket:Bucket"],
  judge: (resource) => /^[a-z0-9-]{3,63}$/.test(resource.text("bucket")),
};
