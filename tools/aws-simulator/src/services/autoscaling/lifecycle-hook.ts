import { defineResource } from "../../resource-definition";
import type { Rule } from "../../rule";
import { groupReference } from "./group-reference";

const API = "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_PutLifecycleHook.html";
const TRANSITIONS = ["autoscaling:EC2_INSTANCE_LAUNCHING", "autoscaling:EC2_INSTANCE_TERMINATING"];

const transition: Rule = {
  id: "autoscaling/lifecycle-hook-transition",
  source: API,
  cause: "A hook waits for the launch or for the termination of an instance.",
  remedy: `Use ${TRANSITIONS.join(" or ")}.`,
  reads: ["lifecycleTransition"],
  refuse(context) {
    const name = context.text("lifecycleTransition");
    if (name === undefined || TRANSITIONS.includes(name)) return undefined;
    return { code: "ValidationError", message: `Invalid Lifecycle Transition: ${name}` };
  },
};

const heartbeat: Rule = {
  id: "autoscaling/lifecycle-hook-heartbeat",
  source: API,
  cause: "A hook waits for 30 seconds to 2 hours.",
  remedy: "Set heartbeatTimeout to 30 to 7200.",
  reads: ["heartbeatTimeout"],
  refuse(context) {
    const seconds = context.number("heartbeatTimeout");
    if (seconds === undefined || (seconds >= 30 && seconds <= 7200)) return undefined;
    return { code: "ValidationError", message: `HeartbeatTimeout must be between 30 and 7200 seconds, got ${seconds}` };
  },
};

export const lifecycleHook = defineResource({
  type: "aws:autoscaling/lifecycleHook:LifecycleHook",
  // A hook of the same name is overwritten.
  name: {},
  references: [groupReference],
  rules: [transition, heartbeat],
  create: (context) => ({
    // The form that an import takes: two groups may have a hook of the same name.
    id: `${context.text("autoscalingGroupName")}/${context.text("name")}`,
    outputs: { defaultResult: context.inputs["defaultResult"] ?? "ABANDON" },
  }),
});
