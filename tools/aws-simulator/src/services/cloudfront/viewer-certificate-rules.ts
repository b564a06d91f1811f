import { parseArn } from "../../arn";
import { valueAt, valuesAt } from "../../property-path";
import type { ResourceContext } from "../../resource-context";
import type { Rule } from "../../rule";
import { certificateCovers, certificateType } from "../acm/certificate-names";

const certificatePage = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html";
const NOT_VALID =
  "The specified SSL certificate doesn't exist, isn't in us-east-1 region, isn't valid, or doesn't include a valid certificate chain.";

function certificateArn(context: ResourceContext): string | undefined {
  const arn = valueAt(context.inputs, "viewerCertificate.acmCertificateArn");
  return typeof arn === "string" && arn !== "" ? arn : undefined;
}

const inUsEast1: Rule = {
  id: "cloudfront/certificate-in-us-east-1",
  source: "https://github.com/pulumi/pulumi-aws/issues/5649",
  cause: "CloudFront reads certificates from us-east-1 only.",
  remedy: 'Create the certificate with `region: "us-east-1"`.',
  reads: ["viewerCertificate"],
  refuse: (context) => {
    const arn = parseArn(certificateArn(context) ?? "");
    if (arn === undefined || arn.partition !== "aws" || arn.region === "us-east-1") return undefined;
    return { code: "InvalidViewerCertificate", message: NOT_VALID };
  },
};

const aliasesNeedCertificate: Rule = {
  id: "cloudfront/aliases-need-certificate",
  source: certificatePage,
  cause: "CloudFront's own certificate covers *.cloudfront.net only.",
  remedy: "Set viewerCertificate.acmCertificateArn to a certificate that covers the aliases, or leave aliases out.",
  reads: ["aliases", "viewerCertificate"],
  refuse: (context) => {
    if (valuesAt(context.inputs, "aliases[]").length === 0 || certificateArn(context) !== undefined) return undefined;
    const iam = valueAt(context.inputs, "viewerCertificate.iamCertificateId");
    if (iam !== undefined && iam !== "") return undefined;
    return {
      code: "InvalidViewerCertificate",
      message:
        "To add an alternate domain name (CNAME) to a CloudFront distribution, you must attach a trusted certificate that validates your authorization to use the domain name.",
    };
  },
};

const coversAliases: Rule = {
  id: "cloudfront/certificate-covers-aliases",
  source: certificatePage,
  cause: "The certificate does not name an alias, neither itself nor by a wildcard of one level.",
  remedy: "Add the alias to the certificate's subjectAlternativeNames.",
  reads: ["aliases", "viewerCertificate"],
  refuse: (context) => {
    const certificate = context.findByArn(certificateArn(context) ?? "");
    if (certificate?.type !== certificateType) return undefined;
    const uncovered = valuesAt(context.inputs, "aliases[]").find(
      ({ value }) => typeof value === "string" && !certificateCovers(certificate, value),
    );
    if (uncovered === undefined) return undefined;
    return {
      code: "InvalidViewerCertificate",
      message:
        "The certificate that is attached to your distribution doesn't cover the alternate domain name (CNAME) that you're trying to add.",
      remedy: `Add "${String(uncovered.value)}" to the certificate's subjectAlternativeNames.`,
    };
  },
};

/**
 * What CloudFront refuses in certificates and aliases. That a certificate does not exist is not refused: people make
 * certificates by hand, where the simulator does not see them.
 */
export const viewerCertificateRules: readonly Rule[] = [inUsEast1, aliasesNeedCertificate, coversAliases];
