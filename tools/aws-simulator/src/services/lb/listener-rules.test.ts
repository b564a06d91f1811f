import type { PropertyMap, PropertyValue } from "@org/offline-engine";
import { testRules } from "../../rule-cases.fixture";
import type { Landscape } from "../landscape.fixture";
import { listener } from "./listener";
import { listenerCertificate } from "./listener-certificate";
import { listenerRule } from "./listener-rule";

const LISTENER = "aws:lb/listener:Listener";
const RULE = "aws:lb/listenerRule:ListenerRule";
const CERTIFICATE = "aws:lb/listenerCertificate:ListenerCertificate";
const fixed = { type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "404" } };

function web(landscape: Landscape, over: PropertyMap = {}): PropertyMap {
  return { loadBalancerArn: landscape.balancer().id, port: 80, protocol: "HTTP", defaultActions: [fixed], ...over };
}

function api(landscape: Landscape, over: PropertyMap = {}): PropertyMap {
  return { listenerArn: landscape.listener().id, actions: [fixed], conditions: [{ pathPattern: { values: ["/api/*"] } }], ...over };
}

function forward(arn: PropertyValue, weight: number): PropertyMap {
  return { type: "forward", forward: { targetGroups: [{ arn, weight }] } };
}

function foreign(landscape: Landscape): string {
  return landscape.targets("foreign", { vpcId: landscape.foreignVpc().id }).id;
}

testRules(
  [
    {
      rule: "lb/listener-protocol",
      code: "ValidationError",
      message: "Listener protocol 'TCP' must be one of 'HTTPS, HTTP'",
      remedy: "Use HTTP or HTTPS on an Application Load Balancer.",
      bad: (l) => l.account.create(LISTENER, "a", web(l, { protocol: "TCP" })),
      good: (l) => l.account.create(LISTENER, "a", web(l)),
    },
    {
      rule: "lb/listener-certificate",
      code: "ValidationError",
      message: "A certificate must be specified for HTTPS listeners",
      remedy: "Pass certificateArn to an HTTPS listener, and only to such a one.",
      bad: (l) => l.account.create(LISTENER, "a", web(l, { protocol: "HTTPS" })),
      good: (l) => l.account.create(LISTENER, "a", web(l, { protocol: "HTTPS", certificateArn: "arn:aws:acm:us-east-1:210987654321:certificate/1" })),
    },
    {
      rule: "lb/listener-certificate",
      code: "ValidationError",
      message: "A certificate cannot be specified for HTTP listeners",
      remedy: "Pass certificateArn to an HTTPS listener, and only to such a one.",
      bad: (l) => l.account.create(LISTENER, "a", web(l, { certificateArn: "arn:aws:acm:us-east-1:210987654321:certificate/1" })),
      good: (l) => l.account.create(LISTENER, "a", web(l)),
    },
    {
      rule: "lb/listener-certificate-issued",
      code: "UnsupportedCertificate",
      message: "The certificate 'arn:aws:acm:us-east-1:123456789012:certificate/1e96d751-d168-48db-adff-d6956fbb3fb5' must have a fully-qualified domain name, a supported signature, and a supported key size.",
      remedy: "Use the certificateArn that aws.acm.CertificateValidation gives out: it waits for the certificate.",
      bad: (l) => l.account.create(LISTENER, "a", web(l, { protocol: "HTTPS", certificateArn: l.certificate().id })),
      good: (l) => l.account.create(LISTENER, "a", web(l, { protocol: "HTTPS", certificateArn: l.validation().outputs["certificateArn"] ?? "" })),
    },
    {
      rule: "lb/listener-certificate-region",
      code: "CertificateNotFound",
      message: "Certificate 'arn:aws:acm:eu-west-1:123456789012:certificate/1' not found",
      remedy: "Request the certificate in the region of the load balancer.",
      bad: (l) => l.account.create(LISTENER, "a", web(l, { protocol: "HTTPS", certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/1" })),
      good: (l) => l.account.create(LISTENER, "a", web(l, { protocol: "HTTPS", certificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/1" })),
    },
    {
      rule: "lb/listener-certificate-certificate-region",
      code: "CertificateNotFound",
      message: "Certificate 'arn:aws:acm:eu-west-1:123456789012:certificate/1' not found",
      remedy: "Request the certificate in the region of the load balancer.",
      bad: (l) => l.account.create(CERTIFICATE, "a", { listenerArn: l.listener().id, certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/1" }),
      good: (l) => l.account.create(CERTIFICATE, "a", { listenerArn: l.listener().id, certificateArn: "arn:aws:iam::123456789012:server-certificate/1" }),
    },
    {
      rule: "lb/listener-port",
      code: "ValidationError",
      message: "'port' must be between '1' and '65535' inclusive, got '65536'",
      remedy: "Set port to 1 to 65535.",
      bad: (l) => l.account.create(LISTENER, "a", web(l, { port: 65_536 })),
      good: (l) => l.account.create(LISTENER, "a", web(l, { port: 65_535 })),
    },
    {
      rule: "lb/listener-port-free",
      code: "DuplicateListener",
      message: "A listener already exists on this port for this load balancer 'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/balancer-8042e05/*'",
      remedy: "Use another port, or remove the other listener.",
      bad: (l) => {
        l.listener();
        l.account.create(LISTENER, "second", web(l));
      },
      good: (l) => {
        l.listener();
        l.account.create(LISTENER, "second", web(l, { port: 8080 }));
      },
    },
    {
      rule: "lb/listener-actions",
      code: "ValidationError",
      message: "1 validation error detected: Value 'forwards' at 'actions.type' failed to satisfy constraint: Member must satisfy enum value set: [forward, redirect, fixed-response, authenticate-cognito, authenticate-oidc, jwt-validation]",
      remedy: "Use one of forward, redirect, fixed-response, authenticate-cognito, authenticate-oidc, jwt-validation.",
      bad: (l) => l.account.create(LISTENER, "a", web(l, { defaultActions: [{ type: "forwards" }] })),
      good: (l) => l.account.create(LISTENER, "a", web(l, { defaultActions: [{ type: "forward", targetGroupArn: l.targets().id }] })),
    },
    {
      rule: "lb/listener-actions",
      code: "InvalidLoadBalancerAction",
      message: "The action type 'forward' needs targetGroupArn or forward",
      remedy: "Give the action targetGroupArn or forward.",
      bad: (l) => l.account.create(LISTENER, "a", web(l, { defaultActions: [{ type: "forward" }] })),
      good: (l) => l.account.create(LISTENER, "a", web(l, { defaultActions: [forward(l.targets().id, 1)] })),
    },
    {
      rule: "lb/listener-actions",
      code: "ValidationException",
      message: "The weight for each target group must be between 0 and 999",
      remedy: "Use weights of 0 to 999; what counts is their ratio.",
      bad: (l) => l.account.create(LISTENER, "a", web(l, { defaultActions: [forward(l.targets().id, 1000)] })),
      good: (l) => l.account.create(LISTENER, "a", web(l, { defaultActions: [forward(l.targets().id, 999)] })),
    },
    {
      rule: "lb/listener-actions",
      code: "ValidationError",
      message: "A forward action can have at most 5 target groups, got 6",
      remedy: "Forward to at most 5 target groups.",
      bad: (l) => {
        const targetGroups = [1, 2, 3, 4, 5, 6].map((n) => ({ arn: l.targets(`targets-${n}`).id, weight: 1 }));
        l.account.create(LISTENER, "a", web(l, { defaultActions: [{ type: "forward", forward: { targetGroups } }] }));
      },
      good: (l) => {
        const targetGroups = [1, 2, 3, 4, 5].map((n) => ({ arn: l.targets(`targets-${n}`).id, weight: 1 }));
        l.account.create(LISTENER, "a", web(l, { defaultActions: [{ type: "forward", forward: { targetGroups } }] }));
      },
    },
    {
      rule: "lb/listener-actions",
      code: "ValidationError",
      message: "Target group stickiness duration must be between 1 and 604800 seconds",
      remedy: "Set stickiness.duration to 1 to 604800.",
      bad: (l) =>
        l.account.create(LISTENER, "a", web(l, { defaultActions: [{ type: "forward", forward: { targetGroups: [{ arn: l.targets().id }], stickiness: { duration: 0, enabled: true } } }] })),
      good: (l) =>
        l.account.create(LISTENER, "a", web(l, { defaultActions: [{ type: "forward", forward: { targetGroups: [{ arn: l.targets().id }], stickiness: { duration: 1, enabled: true } } }] })),
    },
    {
      rule: "lb/listener-actions",
      code: "ValidationError",
      message: "1 validation error detected: Value '301' at 'redirectConfig.statusCode' failed to satisfy constraint: Member must satisfy enum value set: [HTTP_301, HTTP_302]",
      remedy: "Use HTTP_301 or HTTP_302.",
      bad: (l) => l.account.create(LISTENER, "a", web(l, { defaultActions: [{ type: "redirect", redirect: { statusCode: "301" } }] })),
      good: (l) => l.account.create(LISTENER, "a", web(l, { defaultActions: [{ type: "redirect", redirect: { statusCode: "HTTP_301", protocol: "HTTPS", port: "443" } }] })),
    },
    {
      rule: "lb/listener-actions",
      code: "InvalidLoadBalancerAction",
      message: "The redirect configuration is not valid because it creates a loop.",
      remedy: "Change the protocol, host, port or path of the redirect.",
      bad: (l) => l.account.create(LISTENER, "a", web(l, { defaultActions: [{ type: "redirect", redirect: { statusCode: "HTTP_302", path: "/#{path}" } }] })),
      good: (l) => l.account.create(LISTENER, "a", web(l, { defaultActions: [{ type: "redirect", redirect: { statusCode: "HTTP_302", path: "/new/#{path}" } }] })),
    },
    {
      rule: "lb/listener-actions",
      code: "ValidationError",
      message: "1 validation error detected: Value '302' at 'fixedResponseConfig.statusCode' failed to satisfy constraint: Member must satisfy regular expression pattern: ^(2|4|5)\\d\\d$",
      remedy: "Use a status code of 2xx, 4xx or 5xx.",
      bad: (l) => l.account.create(LISTENER, "a", web(l, { defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "302" } }] })),
      good: (l) => l.account.create(LISTENER, "a", web(l, { defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "503" } }] })),
    },
    {
      rule: "lb/listener-target-group-vpc",
      code: "InvalidConfigurationRequest",
      message: "The following target groups are in a different VPC than load balancer 'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/balancer-8042e05/*': 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/foreign-44a29b7/*'",
      remedy: "Use a target group of the load balancer's VPC.",
      bad: (l) => l.account.create(LISTENER, "a", web(l, { defaultActions: [forward(foreign(l), 1)] })),
      good: (l) => l.account.create(LISTENER, "a", web(l, { defaultActions: [forward(l.targets().id, 1)] })),
    },
    {
      rule: "lb/listener-target-group-protocol",
      code: "IncompatibleProtocols",
      message: "The specified configuration is not valid with this protocol.",
      remedy: "Set the target group's protocol to HTTP or HTTPS.",
      bad: (l) => l.account.create(LISTENER, "a", web(l, { defaultActions: [forward(l.targets("tcp", { protocol: "TCP" }).id, 1)] })),
      good: (l) => l.account.create(LISTENER, "a", web(l, { defaultActions: [forward(l.targets("https", { protocol: "HTTPS" }).id, 1)] })),
    },
    {
      rule: "lb/listener-target-group-one-load-balancer",
      code: "TargetGroupAssociationLimit",
      message: "The following target groups cannot be associated with more than one load balancer: arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/targets-bb9e522/*",
      remedy: "Make a target group of its own for each load balancer.",
      bad: (l) => {
        l.account.create(LISTENER, "a", web(l, { defaultActions: [forward(l.targets().id, 1)] }));
        l.account.create(LISTENER, "b", web(l, { loadBalancerArn: l.balancer("second").id, defaultActions: [forward(l.targets().id, 1)] }));
      },
      good: (l) => {
        l.account.create(LISTENER, "a", web(l, { defaultActions: [forward(l.targets().id, 1)] }));
        l.account.create(LISTENER, "b", web(l, { port: 8080, defaultActions: [forward(l.targets().id, 1)] }));
      },
    },
    {
      rule: "lb/listener-rule-priority",
      code: "ValidationError",
      message: "'priority' must be between '1' and '50000' inclusive, got '50001'",
      remedy: "Set priority to 1 to 50000.",
      bad: (l) => l.account.create(RULE, "a", api(l, { priority: 50_001 })),
      good: (l) => l.account.create(RULE, "a", api(l, { priority: 50_000 })),
    },
    {
      rule: "lb/listener-rule-priority-free",
      code: "PriorityInUse",
      message: "Priority '10' is currently in use",
      remedy: "Use another priority.",
      bad: (l) => {
        l.account.create(RULE, "a", api(l, { priority: 10 }));
        l.account.create(RULE, "b", api(l, { priority: 10 }));
      },
      good: (l) => {
        l.account.create(RULE, "a", api(l, { priority: 10 }));
        l.account.create(RULE, "b", api(l));
      },
    },
    {
      rule: "lb/listener-rule-conditions",
      code: "ValidationError",
      message: "A rule can only have '5' condition values",
      remedy: "Split the rule in two.",
      bad: (l) => l.account.create(RULE, "a", api(l, { conditions: [{ pathPattern: { values: ["/1", "/2", "/3", "/4"] } }, { hostHeader: { values: ["a", "b"] } }] })),
      good: (l) => l.account.create(RULE, "a", api(l, { conditions: [{ pathPattern: { values: ["/1", "/2", "/3"] } }, { queryStrings: [{ value: "a" }, { value: "b" }] }] })),
    },
    {
      rule: "lb/listener-rule-conditions",
      code: "ValidationError",
      message: "A condition must be specified",
      remedy: "Give every condition a value.",
      bad: (l) => l.account.create(RULE, "a", api(l, { conditions: [] })),
      good: (l) => l.account.create(RULE, "a", api(l)),
    },
    {
      rule: "lb/listener-rule-actions",
      code: "ValidationException",
      message: "The weight for each target group must be between 0 and 999",
      remedy: "Use weights of 0 to 999; what counts is their ratio.",
      bad: (l) => l.account.create(RULE, "a", api(l, { actions: [forward(l.targets().id, -1)] })),
      good: (l) => l.account.create(RULE, "a", api(l, { actions: [forward(l.targets().id, 0)] })),
    },
    {
      rule: "lb/listener-rule-target-group-vpc",
      code: "InvalidConfigurationRequest",
      message: "The following target groups are in a different VPC than load balancer 'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/balancer-8042e05/*': 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/foreign-44a29b7/*'",
      remedy: "Use a target group of the load balancer's VPC.",
      bad: (l) => l.account.create(RULE, "a", api(l, { actions: [forward(foreign(l), 1)] })),
      good: (l) => l.account.create(RULE, "a", api(l, { actions: [forward(l.targets("lambda", { targetType: "lambda", vpcId: l.foreignVpc().id }).id, 1)] })),
    },
    {
      rule: "lb/listener-rule-target-group-protocol",
      code: "IncompatibleProtocols",
      message: "The specified configuration is not valid with this protocol.",
      remedy: "Set the target group's protocol to HTTP or HTTPS.",
      bad: (l) => l.account.create(RULE, "a", api(l, { actions: [forward(l.targets("tcp", { protocol: "TCP" }).id, 1)] })),
      good: (l) => l.account.create(RULE, "a", api(l, { actions: [forward(l.targets().id, 1)] })),
    },
    {
      rule: "lb/listener-rule-target-group-one-load-balancer",
      code: "TargetGroupAssociationLimit",
      message: "The following target groups cannot be associated with more than one load balancer: arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/targets-bb9e522/*",
      remedy: "Make a target group of its own for each load balancer.",
      bad: (l) => {
        l.account.create(LISTENER, "other", web(l, { loadBalancerArn: l.balancer("second").id, defaultActions: [forward(l.targets().id, 1)] }));
        l.account.create(RULE, "a", api(l, { actions: [forward(l.targets().id, 1)] }));
      },
      good: (l) => l.account.create(RULE, "a", api(l, { actions: [forward(l.targets().id, 1)] })),
    },
  ],
  [listener, listenerCertificate, listenerRule],
);
