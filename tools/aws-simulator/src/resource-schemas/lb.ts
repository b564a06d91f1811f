import type { SchemaRow } from "../resource-schema";

export const lbSchemas: Readonly<Record<string, SchemaRow>> = {
  "aws:lb/listener:Listener": {
    required: "defaultActions loadBalancerArn",
    replace: "loadBalancerArn",
    outputs: "arn tagsAll",
    computed: "mutualAuthentication protocol routingHttpRequestXAmznMtlsClientcertHeaderName routingHttpRequestXAmznMtlsClientcertIssuerHeaderName routingHttpRequestXAmznMtlsClientcertLeafHeaderName routingHttpRequestXAmznMtlsClientcertSerialNumberHeaderName routingHttpRequestXAmznMtlsClientcertSubjectHeaderName routingHttpRequestXAmznMtlsClientcertValidityHeaderName routingHttpRequestXAmznTlsCipherSuiteHeaderName routingHttpRequestXAmznTlsVersionHeaderName routingHttpResponseAccessControlAllowCredentialsHeaderValue routingHttpResponseAccessControlAllowHeadersHeaderValue routingHttpResponseAccessControlAllowMethodsHeaderValue routingHttpResponseAccessControlAllowOriginHeaderValue routingHttpResponseAccessControlExposeHeadersHeaderValue routingHttpResponseAccessControlMaxAgeHeaderValue routingHttpResponseContentSecurityPolicyHeaderValue routingHttpResponseServerEnabled routingHttpResponseStrictTransportSecurityHeaderValue routingHttpResponseXContentTypeOptionsHeaderValue routingHttpResponseXFrameOptionsHeaderValue sslPolicy tcpIdleTimeoutSeconds",
  },
  "aws:lb/listenerCertificate:ListenerCertificate": {
    required: "certificateArn listenerArn",
    replaceUnknown: true,
  },
  "aws:lb/listenerRule:ListenerRule": {
    required: "actions conditions listenerArn",
    replace: "listenerArn",
    outputs: "arn tagsAll",
    computed: "priority",
  },
  "aws:lb/loadBalancer:LoadBalancer": {
    replace: "name",
    replaceUncertain: "namePrefix internal loadBalancerType customerOwnedIpv4Pool",
    replaceConditional: "subnets subnetMappings securityGroups secondaryIpsAutoAssignedPerSubnet",
    outputs: "arn arnSuffix dnsName tagsAll vpcId zoneId",
    computed: "enablePrefixForIpv6SourceNat enforceSecurityGroupInboundRulesOnPrivateLinkTraffic internal ipAddressType name namePrefix secondaryIpsAutoAssignedPerSubnet securityGroups subnetMappings subnets",
  },
  "aws:lb/targetGroup:TargetGroup": {
    replace: "name port protocol protocolVersion vpcId targetType ipAddressType",
    replaceUncertain: "namePrefix",
    outputs: "arn arnSuffix loadBalancerArns tagsAll",
    computed: "connectionTermination healthCheck ipAddressType loadBalancingAlgorithmType loadBalancingAnomalyMitigation loadBalancingCrossZoneEnabled name namePrefix preserveClientIp protocolVersion stickiness targetFailovers targetGroupHealth targetHealthStates",
  },
  "aws:lb/targetGroupAttachment:TargetGroupAttachment": {
    required: "targetGroupArn targetId",
    replaceUnknown: true,
  },
  "aws:lb/trustStore:TrustStore": {
    required: "caCertificatesBundleS3Bucket caCertificatesBundleS3Key",
    outputs: "arn arnSuffix tagsAll",
    computed: "name namePrefix",
    replaceUnknown: true,
  },
  "aws:lb/trustStoreRevocation:TrustStoreRevocation": {
    required: "revocationsS3Bucket revocationsS3Key trustStoreArn",
    outputs: "revocationId",
    replaceUnknown: true,
  },
};
