import type { Rule } from "../../rule";

export const encryptedOrigins: Rule = {
  id: "cloudfront/encrypted-origins",
  controls: { "FSBP:CloudFront.9": "MEDIUM" },
  requirement: "Origins are reached over TLS.",
  subjects: ["aws:cloudfront/distribution:Distribution"],
  judge: (resource, stack) =>
    resource.texts("origins.customOriginConfig.originProtocolPolicy").every((policy) => policy === "https-only") &&
    !stack.of("aws:cloudfront/vpcOrigin:VpcOrigin").some(
      (origin) => resource.refersTo("origins.vpcOriginConfig.vpcOriginId", origin) &&
      origin.text("vpcOriginEndpointConfig.originProtocolPolicy") !== "https-only",
    ),
};
