import { itJudges, managed, type RuleCases } from "../../rule-cases.fixture";
import { elbRules } from "./index";

const cases: RuleCases = {
  "elb/http-redirects-to-https": {
    good: [
      ["aws:lb/listener:Listener", { protocol: "HTTP", defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } }] }],
    ],
    bad: [["aws:lb/listener:Listener", { protocol: "HTTP", defaultActions: [{ type: "forward" }] }]],
  },
  "elb/https-listeners-only": {
    good: [["aws:lb/listener:Listener", { protocol: "HTTPS", port: 443 }]],
    bad: [["aws:lb/listener:Listener", { protocol: "HTTP", port: 80 }]],
  },
  "elb/recommended-tls-policy": {
    good: [["aws:lb/listener:Listener", { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06" }]],
    bad: [["aws:lb/listener:Listener", { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" }]],
  },
  "elb/current-tls-policy": {
    good: [["aws:lb/listener:Listener", { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" }]],
    bad: [["aws:lb/listener:Listener", { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-2016-08" }]],
  },
  "elb/pulumi-tls-policy": {
    good: [["aws:lb/listener:Listener", { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" }]],
    bad: [["aws:lb/listener:Listener", { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-2016-08" }]],
  },
  "elb/drops-invalid-headers": {
    good: [["aws:lb/loadBalancer:LoadBalancer", { dropInvalidHeaderFields: true }]],
    bad: [["aws:lb/loadBalancer:LoadBalancer", {}]],
  },
  "elb/access-logs": {
    good: [["aws:lb/loadBalancer:LoadBalancer", { accessLogs: { enabled: true, bucket: "b" } }]],
    bad: [["aws:lb/loadBalancer:LoadBalancer", { accessLogs: { bucket: "b" } }]],
  },
  "elb/load-balancer-deletion-protection": {
    good: [["aws:lb/loadBalancer:LoadBalancer", { enableDeletionProtection: true }]],
    bad: [["aws:lb/loadBalancer:LoadBalancer", {}]],
  },
  "elb/desync-mitigation": {
    good: [["aws:lb/loadBalancer:LoadBalancer", {}]],
    bad: [["aws:lb/loadBalancer:LoadBalancer", { desyncMitigationMode: "monitor" }]],
  },
  "elb/load-balancer-in-two-zones": {
    good: [["aws:lb/loadBalancer:LoadBalancer", { subnets: ["subnet-1", "subnet-2"] }]],
    bad: [["aws:lb/loadBalancer:LoadBalancer", { subnets: ["subnet-1"] }]],
  },
  "elb/web-acl-on-load-balancer": {
    good: [
      ["aws:lb/loadBalancer:LoadBalancer", { arn: "arn:lb" }],
      ["aws:wafv2/webAclAssociation:WebAclAssociation", { resourceArn: "arn:lb" }],
    ],
    bad: [["aws:lb/loadBalancer:LoadBalancer", { arn: "arn:lb" }]],
  },
  "elb/log4j-on-load-balancer": {
    good: [
      ["aws:lb/loadBalancer:LoadBalancer", { arn: "arn:lb" }],
      ["aws:wafv2/webAcl:WebAcl", { arn: "arn:acl", rules: managed("AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesAnonymousIpList") }],
      ["aws:wafv2/webAclAssociation:WebAclAssociation", { resourceArn: "arn:lb", webAclArn: "arn:acl" }],
    ],
    bad: [
      ["aws:lb/loadBalancer:LoadBalancer", { arn: "arn:lb" }],
      ["aws:wafv2/webAcl:WebAcl", { arn: "arn:acl", rules: managed("AWSManagedRulesKnownBadInputsRuleSet") }],
      ["aws:wafv2/webAclAssociation:WebAclAssociation", { resourceArn: "arn:lb", webAclArn: "arn:acl" }],
    ],
  },
  "elb/internal-load-balancer": {
    good: [["aws:lb/loadBalancer:LoadBalancer", { internal: true }]],
    bad: [["aws:lb/loadBalancer:LoadBalancer", {}]],
  },
  "elb/encrypted-targets": {
    good: [["aws:lb/targetGroup:TargetGroup", { protocol: "HTTPS" }]],
    alsoGood: [[["aws:lb/targetGroup:TargetGroup", { targetType: "lambda" }]]],
    bad: [["aws:lb/targetGroup:TargetGroup", { protocol: "HTTP" }]],
  },
  "elb/encrypted-health-checks": {
    alsoGood: [[["aws:lb/targetGroup:TargetGroup", { targetType: "lambda" }]]],
    good: [["aws:lb/targetGroup:TargetGroup", { healthCheck: { protocol: "HTTPS" } }]],
    bad: [["aws:lb/targetGroup:TargetGroup", {}]],
  },
  "elb/health-check-path": {
    good: [["aws:lb/targetGroup:TargetGroup", { protocol: "HTTP", healthCheck: { path: "/health" } }]],
    bad: [["aws:lb/targetGroup:TargetGroup", { protocol: "HTTP" }]],
  },
  "elb/cross-zone-balancing": {
    good: [["aws:lb/loadBalancer:LoadBalancer", { loadBalancerType: "network", enableCrossZoneLoadBalancing: true }]],
    bad: [["aws:lb/loadBalancer:LoadBalancer", { loadBalancerType: "network" }]],
  },
  "elb/listener-certificate": {
    good: [["aws:lb/listener:Listener", { certificateArn: "arn:aws:acm:x" }]],
    bad: [["aws:lb/listener:Listener", {}]],
  },
  "elb/post-quantum-listener": {
    good: [["aws:lb/listener:Listener", { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09" }]],
    bad: [["aws:lb/listener:Listener", { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06" }]],
  },
  "elb/load-balancer-has-listener": {
    good: [
      ["aws:lb/loadBalancer:LoadBalancer", { arn: "arn:lb" }],
      ["aws:lb/listener:Listener", { loadBalancerArn: "arn:lb" }],
    ],
    bad: [["aws:lb/loadBalancer:LoadBalancer", { arn: "arn:lb" }]],
  },
};

describe("rules of elb", () => {
  itJudges(elbRules, cases);
});
