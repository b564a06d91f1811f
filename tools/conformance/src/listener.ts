import type { Resource } from "./resource";

/** Whether the listener ends TLS. */
export function isTls(listener: Resource): boolean {
  return ["HTTPS", "TLS"].includes(listener.text("protocol"));
}

/** Whether the listener does nothing but send clients to HTTPS, for good. */
export function redirectsToHttps(listener: Resource): boolean {
  const actions = listener.parts("defaultActions");
  return (
    actions.length === 1 &&
    listener.text("defaultActions.type") === "redirect" &&
    listener.text("defaultActions.redirect.protocol") === "HTTPS" &&
    listener.text("defaultActions.redirect.port") === "443" &&
    listener.text("defaultActions.redirect.statusCode") === "HTTP_301"
  );
}

/** Whether the load balancer is an application load balancer, as it is unless it says otherwise. */
export function isApplication(loadBalancer: Resource): boolean {
  return ["", "application"].includes(loadBalancer.text("loadBalancerType"));
}
