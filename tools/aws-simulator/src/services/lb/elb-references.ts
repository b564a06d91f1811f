import { parseArn } from "../../arn";
import type { PropertyPath } from "../../property-path";
import type { Reference } from "../../resource-definition";
import type { Rule } from "../../rule";

/** A target group that an action or a registration names; in use it cannot be deleted. */
export function targetGroupReference(path: PropertyPath, options: { readonly holds?: true } = {}): Reference {
  return {
    path,
    to: "aws:lb/targetGroup:TargetGroup",
    notFound: (arn) => ({ code: "TargetGroupNotFound", message: `Target groups '${arn}' not found` }),
    ...(options.holds === true
      ? {
          holds: (group) => ({
            code: "ResourceInUse",
            message: `Target group '${group.arn ?? group.id}' is currently in use by a listener or a rule`,
          }),
        }
      : {}),
  };
}

/** The target groups of the actions below `path`: `defaultActions[]`, `actions[]`. */
export function actionReferences(path: PropertyPath): Reference[] {
  return [
    targetGroupReference(`${path}.targetGroupArn`, { holds: true }),
    targetGroupReference(`${path}.forward.targetGroups[].arn`, { holds: true }),
  ];
}

/**
 * A certificate of ACM or IAM. One that the world does not have is not refused: who passes an ARN as text has it of an
 * account of his own.
 */
export function certificateReference(path: PropertyPath): Reference {
  return {
    path,
    to: ["aws:acm/certificate:Certificate", "aws:iam/serverCertificate:ServerCertificate"],
    holds: (certificate) => ({
      code: "ResourceInUseException",
      message: `Certificate ${certificate.arn ?? certificate.id} in account is in use`,
    }),
  };
}

/** ELB looks for certificates in its own region. */
export function certificateOfRegion(id: string): Rule {
  return {
    id,
    source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html",
    cause: "A certificate lies in the region of its load balancer.",
    remedy: "Request the certificate in the region of the load balancer.",
    reads: ["certificateArn"],
    refuse(context) {
      const arn = context.text("certificateArn") ?? "";
      const region = parseArn(arn)?.region;
      if (region === undefined || region === "" || region === context.region) return undefined;
      return { code: "CertificateNotFound", message: `Certificate '${arn}' not found` };
    },
  };
}
