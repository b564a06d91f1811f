import { defineResource } from "../../resource-definition";
import { distributionType } from "./distribution";

export const monitoringSubscription = defineResource({
  type: "aws:cloudfront/monitoringSubscription:MonitoringSubscription",
  schema: { replaceUncertain: "distributionId" },
  references: [
    {
      path: "distributionId",
      to: distributionType,
      notFound: () => ({ code: "NoSuchDistribution", message: "The specified distribution does not exist." }),
    },
  ],
  create: (context) => ({ id: context.text("distributionId") ?? "" }),
});
