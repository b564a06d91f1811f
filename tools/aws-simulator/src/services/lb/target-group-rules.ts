import { valueAt } from "../../property-path";
import type { Rule } from "../../rule";

const API = "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html";
const HEALTH = "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html";
const PROTOCOLS = ["HTTP", "HTTPS", "TCP", "TLS", "UDP", "TCP_UDP", "GENEVE", "QUIC", "TCP_QUIC"];
const DEFAULT_INTERVAL = 30;

/** The provider writes protocols in capitals, whichever way they come. */
function isHttp(protocol: unknown): boolean {
  return ["HTTP", "HTTPS"].includes(String(protocol).toUpperCase());
}

const complete: Rule = {
  id: "lb/target-group-complete",
  source: API,
  cause: "A group of instances or addresses needs a port, a protocol and a VPC.",
  remedy: "Pass port, protocol and vpcId; only a group of a Lambda function takes none of them.",
  reads: ["targetType", "port", "protocol", "vpcId"],
  refuse({ inputs }) {
    if (inputs["targetType"] === "lambda") return undefined;
    const missing = ["port", "protocol", "vpcId"].find((property) => inputs[property] === undefined);
    if (missing === undefined) return undefined;
    return { code: "ValidationError", message: `"${missing}" should be set when target type is "${String(inputs["targetType"])}"` };
  },
};

const protocol: Rule = {
  id: "lb/target-group-protocol",
  source: API,
  cause: "A target group has one of ELB's protocols.",
  remedy: `Use one of ${PROTOCOLS.join(", ")}; behind an Application Load Balancer HTTP or HTTPS.`,
  reads: ["protocol"],
  refuse(context) {
    const name = context.text("protocol");
    if (name === undefined || PROTOCOLS.includes(name.toUpperCase())) return undefined;
    return {
      code: "ValidationError",
      message: `1 validation error detected: Value '${name}' at 'protocol' failed to satisfy constraint: Member must satisfy enum value set: [${PROTOCOLS.join(", ")}]`,
    };
  },
};

const timeout: Rule = {
  id: "lb/target-group-health-timeout",
  source: HEALTH,
  cause: "A health check has to end before the next begins.",
  remedy: "Set healthCheck.timeout below healthCheck.interval.",
  reads: ["protocol", "healthCheck"],
  refuse({ inputs }) {
    const wait = valueAt(inputs, "healthCheck.timeout");
    const interval = valueAt(inputs, "healthCheck.interval") ?? DEFAULT_INTERVAL;
    if (!isHttp(inputs["protocol"]) || typeof wait !== "number" || typeof interval !== "number" || wait < interval) return undefined;
    return { code: "ValidationError", message: `Health check timeout '${wait}' must be smaller than the interval '${interval}'` };
  },
};

const healthProtocol: Rule = {
  id: "lb/target-group-health-protocol",
  source: HEALTH,
  cause: "Targets of HTTP and HTTPS groups are checked by HTTP or HTTPS.",
  remedy: "Set healthCheck.protocol to HTTP or HTTPS.",
  reads: ["protocol", "healthCheck.protocol"],
  refuse({ inputs }) {
    const check = valueAt(inputs, "healthCheck.protocol");
    if (!isHttp(inputs["protocol"]) || check === undefined || check === "" || isHttp(check)) return undefined;
    return {
      code: "ValidationError",
      message: `Health check protocol '${String(check)}' is not supported for target groups with the protocol '${String(inputs["protocol"])}'`,
    };
  },
};

const healthPath: Rule = {
  id: "lb/target-group-health-path",
  source: HEALTH,
  cause: "The path of a health check begins with a slash and has at most 1024 characters.",
  remedy: "Use a path such as /health.",
  reads: ["protocol", "protocolVersion", "healthCheck.path"],
  refuse({ inputs }) {
    const path = valueAt(inputs, "healthCheck.path");
    if (!isHttp(inputs["protocol"]) || typeof path !== "string" || path === "" || /^\/\S{0,1023}$/.test(path)) return undefined;
    return { code: "ValidationError", message: `Health check path '${path}' is not valid` };
  },
};

const matcher: Rule = {
  id: "lb/target-group-health-matcher",
  source: HEALTH,
  cause: "A matcher lists status codes, 200 to 499 for HTTP and 0 to 99 for gRPC.",
  remedy: "Use codes such as 200, 200,202 or 200-299.",
  reads: ["healthCheck.matcher"],
  refuse({ inputs }) {
    const codes = valueAt(inputs, "healthCheck.matcher");
    if (typeof codes !== "string" || codes === "" || /^\d{1,3}(?:-\d{1,3})?(?:,\d{1,3}(?:-\d{1,3})?)*$/.test(codes)) return undefined;
    return { code: "ValidationError", message: `Health check matcher '${codes}' is not valid` };
  },
};

const stickinessTypes: Readonly<Record<string, (protocol: unknown) => boolean>> = {
  lb_cookie: isHttp,
  app_cookie: isHttp,
  source_ip: (protocol) => !isHttp(protocol),
};

const stickiness: Rule = {
  id: "lb/target-group-stickiness-type",
  source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html",
  cause: "HTTP groups stick by cookie, TCP and UDP groups by address.",
  remedy: "Use lb_cookie or app_cookie for HTTP and HTTPS, source_ip for the others.",
  reads: ["protocol", "stickiness.type"],
  refuse({ inputs }) {
    const type = valueAt(inputs, "stickiness.type");
    const fits = stickinessTypes[String(type)];
    if (fits === undefined || inputs["protocol"] === undefined || fits(inputs["protocol"])) return undefined;
    return {
      code: "InvalidConfigurationRequest",
      message: `Stickiness type '${String(type)}' is not supported for target groups with the ${String(inputs["protocol"])} protocol`,
    };
  },
};

/** What ELB asks of a target group by itself. */
export const targetGroupRules: readonly Rule[] = [complete, protocol, timeout, healthProtocol, healthPath, matcher, stickiness];
