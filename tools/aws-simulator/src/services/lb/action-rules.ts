import { containsUnknown, isUnknown } from "@org/offline-engine";
import type { PropertyMap, PropertyValue } from "@org/offline-engine";
import { valuesAt } from "../../property-path";
import type { ResourceContext } from "../../resource-context";
import type { Refusal, Rule } from "../../rule";
import type { WorldObject } from "../../world-object";

const ACTION = "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Action.html";
const MAX_GROUPS = 5;
const MAX_WEIGHT = 999;
const MAX_STICKINESS_SECONDS = 604_800;

function isMap(value: PropertyValue | undefined): value is PropertyMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function actions(inputs: PropertyMap, property: string): PropertyMap[] {
  const list = inputs[property];
  return Array.isArray(list) ? list.filter(isMap) : [];
}

/** The load balancer of a listener or a listener rule; undefined when the world does not have it. */
type BalancerOf = (context: ResourceContext) => WorldObject | undefined;

interface ActionsOf {
  /** Where the ids of its rules begin: `lb/listener`. */
  readonly prefix: string;
  /** `defaultActions` or `actions`. */
  readonly property: string;
  /** Input that leads to the load balancer. */
  readonly parent: string;
  readonly balancerOf: BalancerOf;
}

function groupArns(inputs: PropertyMap, property: string): string[] {
  return [...valuesAt(inputs, `${property}[].targetGroupArn`), ...valuesAt(inputs, `${property}[].forward.targetGroups[].arn`)]
    .map(({ value }) => value)
    .filter((value) => typeof value === "string" && !isUnknown(value))
    .map(String);
}

/** What each type of action needs. */
const blocks: Readonly<Record<string, readonly string[]>> = {
  forward: ["targetGroupArn", "forward"],
  redirect: ["redirect"],
  "fixed-response": ["fixedResponse"],
  "authenticate-cognito": ["authenticateCognito"],
  "authenticate-oidc": ["authenticateOidc"],
  "jwt-validation": ["jwtValidation"],
};

function refuseAction(action: PropertyMap): Refusal | undefined {
  const type = action["type"];
  if (typeof type !== "string" || isUnknown(type)) return undefined;
  const needed = blocks[type];
  if (needed === undefined) {
    return {
      code: "ValidationError",
      message: `1 validation error detected: Value '${type}' at 'actions.type' failed to satisfy constraint: Member must satisfy enum value set: [${Object.keys(blocks).join(", ")}]`,
      remedy: `Use one of ${Object.keys(blocks).join(", ")}.`,
    };
  }
  if (!needed.some((property) => action[property] !== undefined)) {
    return {
      code: "InvalidLoadBalancerAction",
      message: `The action type '${type}' needs ${needed.join(" or ")}`,
      remedy: `Give the action ${needed.join(" or ")}.`,
    };
  }
  return refuseForward(action["forward"]) ?? refuseRedirect(action["redirect"]) ?? refuseFixedResponse(action["fixedResponse"]);
}

function refuseForward(forward: PropertyValue | undefined): Refusal | undefined {
  if (!isMap(forward)) return undefined;
  const groups = Array.isArray(forward["targetGroups"]) ? forward["targetGroups"].filter(isMap) : [];
  if (groups.length > MAX_GROUPS) {
    return {
      code: "ValidationError",
      message: `A forward action can have at most ${MAX_GROUPS} target groups, got ${groups.length}`,
      remedy: `Forward to at most ${MAX_GROUPS} target groups.`,
    };
  }
  const outOfBounds = groups.some(({ weight }) => typeof weight === "number" && (!Number.isInteger(weight) || weight < 0 || weight > MAX_WEIGHT));
  if (outOfBounds) {
    return {
      code: "ValidationException",
      message: `The weight for each target group must be between 0 and ${MAX_WEIGHT}`,
      remedy: `Use weights of 0 to ${MAX_WEIGHT}; what counts is their ratio.`,
    };
  }
  const stickiness = forward["stickiness"];
  const duration = isMap(stickiness) ? stickiness["duration"] : undefined;
  if (typeof duration !== "number" || (duration >= 1 && duration <= MAX_STICKINESS_SECONDS)) return undefined;
  return {
    code: "ValidationError",
    message: `Target group stickiness duration must be between 1 and ${MAX_STICKINESS_SECONDS} seconds`,
    remedy: `Set stickiness.duration to 1 to ${MAX_STICKINESS_SECONDS}.`,
  };
}

function refuseRedirect(redirect: PropertyValue | undefined): Refusal | undefined {
  if (!isMap(redirect) || containsUnknown(redirect)) return undefined;
  if (!["HTTP_301", "HTTP_302"].includes(String(redirect["statusCode"]))) {
    return {
      code: "ValidationError",
      message: `1 validation error detected: Value '${String(redirect["statusCode"])}' at 'redirectConfig.statusCode' failed to satisfy constraint: Member must satisfy enum value set: [HTTP_301, HTTP_302]`,
      remedy: "Use HTTP_301 or HTTP_302.",
    };
  }
  const unchanged = ["host", "path", "port", "protocol", "query"].every((part) => {
    const value = redirect[part];
    return value === undefined || value === `#{${part}}` || (part === "path" && value === "/#{path}");
  });
  if (!unchanged) return undefined;
  return {
    code: "InvalidLoadBalancerAction",
    message: "The redirect configuration is not valid because it creates a loop.",
    remedy: "Change the protocol, host, port or path of the redirect.",
  };
}

function refuseFixedResponse(response: PropertyValue | undefined): Refusal | undefined {
  if (!isMap(response)) return undefined;
  const status = response["statusCode"];
  if (typeof status !== "string" || isUnknown(status) || /^[245]\d\d$/.test(status)) return undefined;
  return {
    code: "ValidationError",
    message: `1 validation error detected: Value '${status}' at 'fixedResponseConfig.statusCode' failed to satisfy constraint: Member must satisfy regular expression pattern: ^(2|4|5)\\d\\d$`,
    remedy: "Use a status code of 2xx, 4xx or 5xx.",
  };
}

function wellFormed({ prefix, property }: ActionsOf): Rule {
  return {
    id: `${prefix}-actions`,
    source: ACTION,
    cause: "An action is incomplete, or a value in it is out of bounds.",
    remedy: "Correct the action.",
    // Each action is looked at by itself: what is unknown in one does not hide a mistake in another.
    reads: [],
    refuse({ inputs }) {
      for (const action of actions(inputs, property)) {
        const refusal = refuseAction(action);
        if (refusal !== undefined) return refusal;
      }
      return undefined;
    },
  };
}

function groups(context: ResourceContext, property: string): WorldObject[] {
  return groupArns(context.inputs, property)
    .map((arn) => context.find("aws:lb/targetGroup:TargetGroup", arn))
    .filter((group) => group !== undefined);
}

function sameVpc({ prefix, property, parent, balancerOf }: ActionsOf): Rule {
  return {
    id: `${prefix}-target-group-vpc`,
    source: "https://github.com/aws/copilot-cli/issues/5473",
    cause: "Target groups lie in the VPC of their load balancer.",
    remedy: "Use a target group of the load balancer's VPC.",
    reads: [parent],
    refuse(context) {
      const balancer = balancerOf(context);
      if (balancer === undefined) return undefined;
      const strangers = groups(context, property).filter(
        ({ outputs }) => outputs["targetType"] !== "lambda" && outputs["vpcId"] !== balancer.outputs["vpcId"],
      );
      if (strangers.length === 0) return undefined;
      return {
        code: "InvalidConfigurationRequest",
        message: `The following target groups are in a different VPC than load balancer '${balancer.id}': '${strangers.map(({ id }) => id).join(", ")}'`,
      };
    },
  };
}

function sameProtocol({ prefix, property, parent, balancerOf }: ActionsOf): Rule {
  return {
    id: `${prefix}-target-group-protocol`,
    source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html",
    cause: "An Application Load Balancer forwards to HTTP and HTTPS target groups and to functions.",
    remedy: "Set the target group's protocol to HTTP or HTTPS.",
    reads: [parent],
    refuse(context) {
      if (balancerOf(context)?.outputs["loadBalancerType"] !== "application") return undefined;
      const stranger = groups(context, property).find(
        ({ outputs }) => outputs["targetType"] !== "lambda" && !["HTTP", "HTTPS"].includes(String(outputs["protocol"]).toUpperCase()),
      );
      return stranger === undefined
        ? undefined
        : { code: "IncompatibleProtocols", message: "The specified configuration is not valid with this protocol." };
    },
  };
}

const LISTENER = "aws:lb/listener:Listener";

function oneBalancer({ prefix, property, parent, balancerOf }: ActionsOf): Rule {
  return {
    id: `${prefix}-target-group-one-load-balancer`,
    source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html",
    cause: "A target group serves one load balancer.",
    remedy: "Make a target group of its own for each load balancer.",
    // A listener that an earlier step deletes would free the group.
    deploymentOnly: true,
    reads: [parent],
    refuse(context) {
      const balancer = balancerOf(context);
      if (balancer === undefined) return undefined;
      for (const group of groups(context, property)) {
        const taken = context.referrers(LISTENER, group).some(({ outputs }) => outputs["loadBalancerArn"] !== balancer.id);
        if (!taken) continue;
        return {
          code: "TargetGroupAssociationLimit",
          message: `The following target groups cannot be associated with more than one load balancer: ${group.id}`,
        };
      }
      return undefined;
    },
  };
}

/** What ELB asks of the actions of a listener or a listener rule. */
export function actionRules(of: ActionsOf): Rule[] {
  return [wellFormed(of), sameVpc(of), sameProtocol(of), oneBalancer(of)];
}
