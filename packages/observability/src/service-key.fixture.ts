import { Key } from "@pulumi/aws/kms";

/** A key that AWS services may use, which the data package would give in a real stack. */
export function keyFor(services: string | readonly string[], name = "key", region?: string): Key {
  return new Key(name, {
    region,
    enableKeyRotation: true,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "kms:*", Resource: "*" },
        {
          Effect: "Allow",
          Principal: { Service: services },
          Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
          Resource: "*",
        },
      ],
    }),
  });
}
