import type { ArgumentProblem } from "@org/infra-naming";
import type { Input } from "@pulumi/pulumi";
import { type OriginVerify, originVerifyProblems } from "./origin-verify";

/** TLS 1.2 and 1.3 with forward secrecy and authenticated encryption only; CloudFront can talk to it as to an origin. */
export const defaultTlsPolicy = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06";

/** TLS from the client to the load balancer, forwarded to the target groups. */
export interface HttpsListener {
  readonly protocol: "HTTPS";
  /** ACM certificate of the load balancer's region. */
  readonly certificateArn: Input<string>;
  /**
   * Security policy of the handshake; a policy that allows TLS 1.0 or 1.1 is refused.
   * @default "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"
   *
   * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html
   */
  readonly tlsPolicy?: string;
  /**
   * `Strict-Transport-Security` header that the load balancer puts on every response: browsers then use HTTPS alone for
   * this host, on every port.
   * @default "max-age=31536000", a year
   */
  readonly strictTransportSecurity?: string | "off";
  /** Forwards only requests that prove where they come from, and answers 403 to all others. @default none */
  readonly originVerify?: OriginVerify;
}

/** Plain HTTP, forwarded to the target groups: what the client sends crosses the network unencrypted. */
export interface InsecureHttpListener {
  readonly protocol: "HTTP";
  /** Says that you accept unencrypted requests. */
  readonly insecureHttp: true;
  /** As for HTTPS. The header's value then crosses the network unencrypted, too. @default none */
  readonly originVerify?: OriginVerify;
}

/** Plain HTTP that only answers with a redirect to an HTTPS listener. */
export interface RedirectListener {
  readonly protocol: "HTTP";
  /** Port of an HTTPS listener of the same load balancer. */
  readonly redirectToPort: number;
}

export type ListenerDefinition = HttpsListener | InsecureHttpListener | RedirectListener;

/** Listeners by port, so that two listeners on one port cannot be said. */
export type ListenersByPort = Readonly<Record<number, ListenerDefinition>>;

export interface PlannedListener {
  readonly port: number;
  readonly definition: ListenerDefinition;
}

export function planListeners(listeners: ListenersByPort): PlannedListener[] {
  return Object.entries(listeners).map(([port, definition]) => ({ port: Number(port), definition }));
}

export function listenerProblems(listeners: readonly PlannedListener[]): ArgumentProblem[] {
  const problems: ArgumentProblem[] = [];
  if (listeners.length === 0) {
    problems.push({
      argument: "listeners",
      rule: "must have at least one listener",
      value: {},
      remedy: 'use for example { 443: { protocol: "HTTPS", certificateArn } }',
    });
  }
  for (const { port, definition } of listeners) {
    const argument = `listeners[${port}]`;
    if (!Number.isInteger(port) || port < 1 || port > 65535) {
      problems.push({
        argument: "listeners",
        rule: "must be keyed by ports, whole numbers from 1 to 65535",
        value: port,
        remedy: "use for example 443",
      });
    }
    if ("redirectToPort" in definition) {
      const target = listeners.find((other) => other.port === definition.redirectToPort)?.definition;
      if (target?.protocol !== "HTTPS") {
        problems.push({
          argument: `${argument}.redirectToPort`,
          rule: "must be the port of an HTTPS listener of this load balancer",
          value: definition.redirectToPort,
          remedy: "declare that HTTPS listener, or redirect to the one that exists",
        });
      }
    } else if (definition.protocol === "HTTP" && definition.insecureHttp !== true) {
      problems.push({
        argument,
        rule: "must say insecureHttp: true to forward plain HTTP",
        // Not all of it: the values of originVerify are secret.
        value: { protocol: definition.protocol },
        remedy: "use HTTPS with a certificate, or accept plain HTTP with insecureHttp: true",
      });
    }
    if (!("redirectToPort" in definition) && definition.originVerify !== undefined) {
      problems.push(...originVerifyProblems(`${argument}.originVerify`, definition.originVerify));
    }
    if (definition.protocol === "HTTPS" && !transportSecurity.test(definition.strictTransportSecurity ?? "off")) {
      problems.push({
        argument: `${argument}.strictTransportSecurity`,
        rule: 'must be "off" or max-age=<seconds>, which includeSubDomains and preload may follow',
        value: definition.strictTransportSecurity,
        remedy: 'use for example "max-age=31536000; includeSubDomains"',
      });
    }
    if (definition.protocol === "HTTPS" && outdatedPolicy.test(definition.tlsPolicy ?? defaultTlsPolicy)) {
      problems.push({
        argument: `${argument}.tlsPolicy`,
        rule: "must be a policy without TLS 1.0 and 1.1 and without their ciphers",
        value: definition.tlsPolicy,
        remedy: `use ${defaultTlsPolicy}`,
      });
    }
  }
  return problems;
}

const transportSecurity = /^(off|max-age=\d+(; ?includeSubDomains)?(; ?preload)?)$/i;

/** Also of TLS 1.2: those called Ext have the ciphers of TLS 1.0 or no forward secrecy, and FS-1-2-2019-08 has these ciphers. */
const outdatedPolicy = /^ELBSecurityPolicy-(2015-05|2016-08|FS-2018-06|FS-1-2-2019-08|.*-1-[01]-.*|.*-Ext\d?-.*)$/;

/** What TLS adds to a listener's own arguments. */
export function attributesOf(definition: ListenerDefinition) {
  if (definition.protocol === "HTTP") return {};
  const { certificateArn, tlsPolicy = defaultTlsPolicy, strictTransportSecurity = "max-age=31536000" } = definition;
  return {
    certificateArn,
    sslPolicy: tlsPolicy,
    ...(strictTransportSecurity !== "off" && {
      routingHttpResponseStrictTransportSecurityHeaderValue: strictTransportSecurity,
    }),
  };
}
