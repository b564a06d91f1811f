import { valuesAt } from "../../property-path";
import type { WorldObject } from "../../world-object";

export const certificateType = "aws:acm/certificate:Certificate";

/** Whether a certificate is good for a host name: named itself, or by a wildcard of one level. */
export function certificateCovers(certificate: WorldObject, host: string): boolean {
  const names = [...valuesAt(certificate.outputs, "domainName"), ...valuesAt(certificate.outputs, "subjectAlternativeNames[]")];
  // The names of an imported certificate stand in its body, which is not read.
  if (names.length === 0 || certificate.inputs["certificateBody"] !== undefined) return true;
  const parent = host.slice(host.indexOf("."));
  return names.some(({ value }) => {
    const name = String(value).toLowerCase();
    return name === host.toLowerCase() || (name.startsWith("*.") && name.slice(1) === parent.toLowerCase());
  });
}
