import { partitionOf } from "@org/infra-naming";
import { unsignedCallsOf } from "./endpoint-services";

/**
 * Buckets in which AWS publishes what instances install, by what is in them. Packages are read without credentials and
 * image layers with those of another account, so a policy for the own account alone would cut both off.
 *
 * @see https://docs.aws.amazon.com/linux/al2023/ug/managing-repos-os-updates.html
 * @see https://docs.aws.amazon.com/systems-manager/latest/userguide/ssm-agent-technical-details.html
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
 */
const PUBLISHED_BUCKETS: readonly ((region: string) => string)[] = [
  (region) => `al2023-repos-${region}-de612dc2`,
  (region) => `amazonlinux-2-repos-${region}`,
  (region) => `amazonlinux.${region}.amazonaws.com`,
  (region) => `prod-${region}-starport-layer-bucket`,
  (region) => `aws-ssm-${region}`,
  (region) => `amazon-ssm-${region}`,
  (region) => `amazon-ssm-packages-${region}`,
  (region) => `aws-ssm-document-attachments-${region}`,
  (region) => `patch-baseline-snapshot-${region}`,
  (region) => `${region}-birdwatcher-prod`,
  (region) => `amazoncloudwatch-agent-${region}`,
  (region) => `aws-codedeploy-${region}`,
];

/**
 * The policy document of `own-account`: through the endpoint go requests of the account's own identities, so that
 * stolen or foreign credentials carry nothing out. Who calls without credentials has no identity: only roles of the account
 * can be asked for, and only its APIs be called.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalaccount
 */
export function ownAccountPolicy(service: string, region: string, accountId: string): string {
  const partition = partitionOf(region);
  const unsigned = unsignedCallsOf(service);
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "OwnIdentities",
        Effect: "Allow",
        Principal: "*",
        Action: "*",
        Resource: "*",
        Condition: { StringEquals: { "aws:PrincipalAccount": accountId } },
      },
      ...(unsigned === undefined
        ? []
        : [
            {
              Sid: unsigned.sid,
              Effect: "Allow",
              Principal: "*",
              Action: unsigned.actions,
              Resource: `arn:${partition}:${unsigned.resource(region, accountId)}`,
            },
          ]),
      ...(service === "s3"
        ? [
            {
              Sid: "PublishedByAws",
              Effect: "Allow",
              Principal: "*",
              Action: "s3:GetObject",
              Resource: PUBLISHED_BUCKETS.map((bucketOf) => `arn:${partition}:s3:::${bucketOf(region)}/*`),
            },
          ]
        : []),
    ],
  });
}
