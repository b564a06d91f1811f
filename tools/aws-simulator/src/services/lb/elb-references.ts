import type { PropertyPath } from "../../property-path";
import type { Reference } from "../../resource-definition";

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

/** A certificate of ACM or IAM; the latter's region is empty. */
export function certificateReference(path: PropertyPath): Reference {
  return {
    path,
    to: ["aws:acm/certificate:Certificate", "aws:iam/serverCertificate:ServerCertificate"],
    notFound: (arn) => ({ code: "CertificateNotFound", message: `Certificate '${arn}' not found` }),
    holds: (certificate) => ({
      code: "ResourceInUseException",
      message: `Certificate ${certificate.arn ?? certificate.id} in account is in use`,
    }),
  };
}
