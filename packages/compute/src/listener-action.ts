import type { Input } from "@pulumi/pulumi";
import type { Stickiness } from "./stickiness";
import type { TargetWeights } from "./target-weights";

/** Shares requests between both groups, also when the weight of one is 0: its health checks run only while it is named. */
export function forwardAction(
  weights: Required<TargetWeights>,
  arns: { readonly primary: Input<string>; readonly secondary: Input<string> },
  stickiness?: Stickiness,
) {
  const targetGroups = [
    { arn: arns.primary, weight: weights.primary },
    { arn: arns.secondary, weight: weights.secondary },
  ];
  const sticky = stickiness && { stickiness: { enabled: true, duration: stickiness.duration } };
  return { type: "forward", forward: { targetGroups, ...sticky } };
}

export function redirectAction(port: number) {
  return { type: "redirect", redirect: { protocol: "HTTPS", port: String(port), statusCode: "HTTP_301" } };
}

/** The answer to a request that did not come through the distribution. */
export const forbidAction = {
  type: "fixed-response",
  fixedResponse: { contentType: "text/plain", messageBody: "Forbidden", statusCode: "403" },
};
