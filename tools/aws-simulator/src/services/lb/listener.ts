import type { PropertyMap } from "@org/offline-engine";
import { defineResource } from "../../resource-definition";
import type { ResourceContext } from "../../resource-context";
import type { Rule } from "../../rule";
import type { WorldObject } from "../../world-object";
import { actionRules } from "./action-rules";
import { withinRanges } from "./attribute-range";
import { actionReferences, certificateOfRegion, certificateReference } from "./elb-references";

const API = "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html";
const BALANCER = "aws:lb/loadBalancer:LoadBalancer";

function balancerOf(context: ResourceContext): WorldObject | undefined {
  return context.find(BALANCER, context.text("loadBalancerArn") ?? "");
}

/** The provider writes protocols in capitals, whichever way they come. */
function isSecure(inputs: PropertyMap): boolean {
  return ["HTTPS", "TLS"].includes(String(inputs["protocol"]).toUpperCase());
}

const protocols: Readonly<Record<string, readonly string[]>> = {
  application: ["HTTP", "HTTPS"],
  network: ["TCP", "TLS", "UDP", "TCP_UDP", "QUIC", "TCP_QUIC"],
};

const protocol: Rule = {
  id: "lb/listener-protocol",
  source: API,
  cause: "The protocols of a listener depend on the type of its load balancer.",
  remedy: "Use HTTP or HTTPS on an Application Load Balancer.",
  reads: ["loadBalancerArn", "protocol"],
  refuse(context) {
    const name = context.text("protocol");
    const legal = protocols[String(balancerOf(context)?.outputs["loadBalancerType"])];
    if (name === undefined || legal === undefined || legal.includes(name.toUpperCase())) return undefined;
    return { code: "ValidationError", message: `Listener protocol '${name}' must be one of '${[...legal].reverse().join(", ")}'` };
  },
};

const certificate: Rule = {
  id: "lb/listener-certificate",
  source: API,
  cause: "An HTTPS or TLS listener has a certificate, the others have none.",
  remedy: "Pass certificateArn to an HTTPS listener, and only to such a one.",
  reads: ["protocol", "certificateArn"],
  refuse({ inputs }) {
    const protocol = String(inputs["protocol"]).toUpperCase();
    if (isSecure(inputs) && inputs["certificateArn"] === undefined) {
      return { code: "ValidationError", message: `A certificate must be specified for ${protocol} listeners` };
    }
    if (protocol === "HTTP" && inputs["certificateArn"] !== undefined) {
      return { code: "ValidationError", message: "A certificate cannot be specified for HTTP listeners" };
    }
    return undefined;
  },
};

const issued: Rule = {
  id: "lb/listener-certificate-issued",
  source: "https://github.com/hashicorp/terraform-provider-aws/issues/26245",
  cause: "A certificate that ACM has not issued yet cannot be used.",
  remedy: "Use the certificateArn that aws.acm.CertificateValidation gives out: it waits for the certificate.",
  deploymentOnly: true,
  reads: ["certificateArn"],
  refuse(context) {
    const found = context.find("aws:acm/certificate:Certificate", context.text("certificateArn") ?? "");
    if (found?.outputs["status"] !== "PENDING_VALIDATION") return undefined;
    if (context.referrers("aws:acm/certificateValidation:CertificateValidation", found).length > 0) return undefined;
    return {
      code: "UnsupportedCertificate",
      message: `The certificate '${found.id}' must have a fully-qualified domain name, a supported signature, and a supported key size.`,
    };
  },
};

const freePort: Rule = {
  id: "lb/listener-port-free",
  source: API,
  cause: "A load balancer has one listener on a port.",
  remedy: "Use another port, or remove the other listener.",
  reads: ["loadBalancerArn", "port"],
  refuse(context) {
    const balancer = balancerOf(context);
    if (balancer === undefined || context.inputs["port"] === undefined) return undefined;
    const other = context
      .referrers("aws:lb/listener:Listener", balancer)
      .find(({ id, urn, outputs }) => id !== context.object?.id && outputs["port"] === context.inputs["port"] && !(context.preview && urn === context.urn));
    return other === undefined
      ? undefined
      : { code: "DuplicateListener", message: `A listener already exists on this port for this load balancer '${balancer.id}'` };
  },
};

const HEADERS = [
  "routingHttpRequestXAmznMtlsClientcertHeaderName",
  "routingHttpRequestXAmznMtlsClientcertIssuerHeaderName",
  "routingHttpRequestXAmznMtlsClientcertLeafHeaderName",
  "routingHttpRequestXAmznMtlsClientcertSerialNumberHeaderName",
  "routingHttpRequestXAmznMtlsClientcertSubjectHeaderName",
  "routingHttpRequestXAmznMtlsClientcertValidityHeaderName",
  "routingHttpRequestXAmznTlsCipherSuiteHeaderName",
  "routingHttpRequestXAmznTlsVersionHeaderName",
  "routingHttpResponseAccessControlAllowCredentialsHeaderValue",
  "routingHttpResponseAccessControlAllowHeadersHeaderValue",
  "routingHttpResponseAccessControlAllowMethodsHeaderValue",
  "routingHttpResponseAccessControlAllowOriginHeaderValue",
  "routingHttpResponseAccessControlExposeHeadersHeaderValue",
  "routingHttpResponseAccessControlMaxAgeHeaderValue",
  "routingHttpResponseContentSecurityPolicyHeaderValue",
  "routingHttpResponseStrictTransportSecurityHeaderValue",
  "routingHttpResponseXContentTypeOptionsHeaderValue",
  "routingHttpResponseXFrameOptionsHeaderValue",
];

/** The optional inputs that ELB fills. */
function filled({ inputs }: ResourceContext): PropertyMap {
  const secure = isSecure(inputs);
  const outputs: PropertyMap = {
    protocol: inputs["protocol"] ?? "HTTP",
    sslPolicy: inputs["sslPolicy"] ?? (secure ? "ELBSecurityPolicy-2016-08" : ""),
    mutualAuthentication: inputs["mutualAuthentication"] ?? {
      advertiseTrustStoreCaNames: "",
      ignoreClientCertificateExpiry: false,
      mode: secure ? "off" : "",
      trustStoreArn: "",
    },
    routingHttpResponseServerEnabled: inputs["routingHttpResponseServerEnabled"] ?? true,
    tcpIdleTimeoutSeconds: inputs["tcpIdleTimeoutSeconds"] ?? 0,
  };
  for (const header of HEADERS) outputs[header] = inputs[header] ?? "";
  return outputs;
}

export const listener = defineResource({
  type: "aws:lb/listener:Listener",
  references: [
    {
      path: "loadBalancerArn",
      to: BALANCER,
      within: true,
      notFound: (arn) => ({ code: "LoadBalancerNotFound", message: `Load balancer '${arn}' not found` }),
    },
    ...actionReferences("defaultActions[]"),
    certificateReference("certificateArn"),
  ],
  rules: [
    protocol,
    certificate,
    certificateOfRegion("lb/listener-certificate-region"),
    withinRanges("lb/listener-port", API, [{ path: "port", min: 1, max: 65_535 }]),
    ...actionRules({ prefix: "lb/listener", property: "defaultActions", parent: "loadBalancerArn", balancerOf }),
    issued,
    freePort,
  ],
  create(context) {
    const suffix = String(balancerOf(context)?.outputs["arnSuffix"] ?? "app/unknown/0000000000000000");
    const arn = context.arn("elasticloadbalancing", `listener/${suffix}/${context.identifiers.hex(16)}`);
    return { id: arn, arn, outputs: filled(context) };
  },
  update: filled,
});
