import type { PropertyMap } from "@org/offline-engine";
import { changesInput } from "../../changed-inputs";
import { filledInputs } from "../../filled-inputs";
import { oneOfRule } from "../../constraint-rules";
import { valueAt } from "../../property-path";
import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import { cacheBehaviorRules } from "./cache-behavior-rules";
import { distributionReferences } from "./distribution-references";
import { loggingRules } from "./logging-rules";
import { originRules } from "./origin-rules";
import { viewerCertificateRules } from "./viewer-certificate-rules";
import { distributionWebAclRules } from "./web-acl-rules";

export const distributionType = "aws:cloudfront/distribution:Distribution";

const configPage = "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionConfig.html";
/** Hosted zone of every distribution's domain name, for Route 53 aliases. */
const HOSTED_ZONE = "Z2FDTNDATAQYW2";

/** `E` and 13 letters and digits: ids and versions of CloudFront. */
export function cloudFrontId(context: ResourceContext): string {
  return `E${context.identifiers.upper(13)}`;
}

export const distribution = defineResource({
  type: distributionType,
  defaults: {
    httpVersion: "http2",
    isIpv6Enabled: false,
    priceClass: "PriceClass_All",
    retainOnDelete: false,
    staging: false,
    waitForDeployment: true,
  },
  comparisons: { aliases: "set", origins: "set", originGroups: "set", customErrorResponses: "set" },
  references: distributionReferences,
  rules: [
    ...originRules,
    ...cacheBehaviorRules,
    ...viewerCertificateRules,
    ...distributionWebAclRules,
    ...loggingRules,
    oneOfRule({
      id: "cloudfront/distribution-price-class",
      source: configPage,
      path: "priceClass",
      member: "priceClass",
      code: "InvalidArgument",
      values: ["None", "PriceClass_100", "PriceClass_200", "PriceClass_All"],
    }),
    oneOfRule({
      id: "cloudfront/distribution-http-version",
      source: configPage,
      path: "httpVersion",
      member: "httpVersion",
      code: "InvalidArgument",
      values: ["http1.1", "http2", "http2and3", "http3"],
    }),
  ],
  volatile: (context) => [
    "etag",
    "lastModifiedTime",
    ...(changesInput(context, "loggingConfig") ? ["loggingV1Enabled"] : []),
  ],
  create: (context) => {
    const id = cloudFrontId(context);
    const moment = `${context.now.replaceAll(/\D/g, "")}${context.identifiers.digits(12)}`;
    return {
      id,
      arn: context.arn("cloudfront", `distribution/${id}`, { region: "" }),
      outputs: {
        callerReference: `terraform-${moment}`,
        domainName: `d${context.identifiers.base36(13)}.cloudfront.net`,
        hostedZoneId: HOSTED_ZONE,
        inProgressValidationBatches: 0,
        status: "Deployed",
        trustedKeyGroups: [{ enabled: false, items: [] }],
        trustedSigners: [{ enabled: false, items: [] }],
        ...filledInputs(context.inputs, { continuousDeploymentPolicyId: "" }),
        ...changing(context),
      },
    };
  },
  update: changing,
});

/** What every change of a distribution changes. */
function changing(context: ResourceContext): PropertyMap {
  const bucket = valueAt(context.inputs, "loggingConfig.bucket");
  return {
    etag: cloudFrontId(context),
    lastModifiedTime: context.now,
    loggingV1Enabled: typeof bucket === "string" && bucket !== "",
  };
}
