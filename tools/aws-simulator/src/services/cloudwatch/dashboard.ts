import { parseObject } from "../../iam/policy-document";
import { defineResource } from "../../resource-definition";
import type { Rule } from "../../rule";

const legalBody: Rule = {
  id: "cloudwatch/dashboard-body",
  source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html",
  cause: "The body is no JSON object with a list of widgets.",
  remedy: "Write the body with JSON.stringify({ widgets: [...] }), or pulumi.jsonStringify when it holds outputs.",
  reads: ["dashboardBody"],
  refuse: (context) => {
    const body = parseObject(context.text("dashboardBody") ?? "");
    if (body === undefined) {
      return { code: "InvalidParameterInput", message: "The field DashboardBody must be a valid JSON object" };
    }
    const widgets = body["widgets"];
    if (widgets === undefined || Array.isArray(widgets)) return undefined;
    return {
      code: "InvalidParameterInput",
      message: 'The dashboard body is invalid, there are 1 validation errors: [ { "dataPath": "/widgets", "message": "Should be array" } ]',
    };
  },
};

export const dashboard = defineResource({
  type: "aws:cloudwatch/dashboard:Dashboard",
  comparisons: { dashboardBody: "json" },
  // PutDashboard answers a taken name by changing the dashboard that has it.
  name: { property: "dashboardName", autoName: false, scope: "global" },
  rules: [legalBody],
  create: (context) => {
    const name = context.text("dashboardName") ?? "";
    return { id: name, outputs: { dashboardArn: context.arn("cloudwatch", `dashboard/${name}`, { region: "" }) } };
  },
});
