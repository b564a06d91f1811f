import { Naming } from "@org/infra-naming";
import { SecurityGroup } from "@pulumi/aws/ec2";
import { Topic } from "@pulumi/aws/sns";
import { AccountBaseline } from "./account-baseline";
import { wholeService } from "./whole-service.fixture";

/** Another one than the stack's. */
export const naming = new Naming({ project: "shop", environment: "dev" });

const other = "us-east-1:210987654321";
const kmsKeyArn = `arn:aws:kms:${other}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

/** All components with whatever the README says that its controls take. */
export function hardenedService(): void {
  new AccountBaseline("account");
  wholeService(({ vpcId }) => {
    const endpoints = new SecurityGroup("endpoints", { vpcId, description: "VPC endpoints" });
    return {
      web: { targetProtocol: "HTTPS", naming },
      role: { secretArns: [`arn:aws:secretsmanager:${other}:secret:app-a1B2c3`], kmsKeyArn, naming },
      template: { httpsDestinations: { securityGroupIds: { endpoints: endpoints.id } }, kmsKeyArn, naming },
      fleet: { notificationTopicArn: new Topic("scaling", { name: "scaling" }).arn, naming },
    };
  });
}
