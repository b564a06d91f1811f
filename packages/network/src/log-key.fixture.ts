import { Key } from "@pulumi/aws/kms";

/** A key that CloudWatch Logs may use, which the data package would give in a real stack. */
export function logKey(): Key {
  return new Key("key", {
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "kms:*", Resource: "*" },
        { Effect: "Allow", Principal: { Service: "logs.us-east-1.amazonaws.com" }, Action: "kms:*", Resource: "*" },
      ],
    }),
  });
}
