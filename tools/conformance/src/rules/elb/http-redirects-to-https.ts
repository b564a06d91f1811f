import { redirectsToHttps } from "../../listener";
import type { Rule } from "../../rule";

export const httpRedirectsToHttps: Rule = {
  id: "elb/http-redirects-to-https",
  controls: { "FSBP:ELB.1": "MEDIUM" },
  requirement: "A listener for HTTP does nothing but redirect to HTTPS.",
  subjects: ["aws:lb/listener:Listener"],
  judge: (resource, stack) => {
    if (resource.text("protocol") !== "HTTP") return undefined;
    const forwards = stack.referring("aws:lb/listenerRule:ListenerRule", "listenerArn", resource).some(
      (rule) => rule.texts("actions.type").includes("forward"),
    );
    return !forwards && redirectsToHttps(resource);
  },
};
