import { isUnknown } from "@org/offline-engine";
import type { PropertyMap } from "@org/offline-engine";
import { isIP } from "node:net";
import { valueAt, valuesAt } from "../../property-path";
import type { Refusal, Rule } from "../../rule";

const originPage = "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Origin.html";
const bucketDomain = /^[a-z0-9][a-z0-9.-]*\.s3(?:[.-](?!website)[a-z0-9-]+)*(?:\.dualstack)?(?:\.[a-z0-9-]+)?\.amazonaws\.(?:com|com\.cn|eu)$/;

interface Origin {
  readonly at: string;
  readonly values: PropertyMap;
  readonly domainName: string;
}

function originsOf(inputs: PropertyMap): Origin[] {
  return valuesAt(inputs, "origins[]").flatMap(({ at, value }) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
    const domainName = value["domainName"];
    return typeof domainName === "string" && !isUnknown(domainName) ? [{ at, values: value, domainName }] : [];
  });
}

function ofEachOrigin(rule: Omit<Rule, "refuse" | "reads">, message: (origin: Origin) => string | undefined): Rule {
  return {
    ...rule,
    reads: [],
    refuse: ({ inputs }): Refusal | undefined => {
      for (const origin of originsOf(inputs)) {
        const words = message(origin);
        if (words !== undefined) {
          return { code: "InvalidArgument", message: words, remedy: `${rule.remedy} It stands at \`${origin.at}\`, with "${origin.domainName}".` };
        }
      }
      return undefined;
    },
  };
}

const isDomainName = ofEachOrigin(
  {
    id: "cloudfront/origin-domain-name",
    source: originPage,
    cause: "An origin is a domain name: no URL, no port, no IP address.",
    remedy: "Give the domain name alone, for example the `dnsName` of a load balancer.",
  },
  ({ domainName }) => {
    if (isIP(domainName) !== 0) return "The parameter origin name cannot be an IP address.";
    if (domainName.includes(":")) return "The parameter origin name cannot contain a colon.";
    return /^[A-Za-z0-9_.-]+$/.test(domainName) ? undefined : "The parameter origin name has characters that a domain name cannot have.";
  },
);

const bucketUnlessCustom = ofEachOrigin(
  {
    id: "cloudfront/origin-is-bucket-unless-custom",
    source: "https://github.com/hashicorp/terraform-provider-aws/issues/33214",
    cause: "Without customOriginConfig or vpcOriginConfig the origin is taken for an S3 bucket, and it is none.",
    remedy:
      "Add customOriginConfig, as load balancers and S3 website endpoints need; or give the `bucketRegionalDomainName` of a bucket.",
  },
  ({ values, domainName }) => {
    if (isMap(values["customOriginConfig"]) || isMap(values["vpcOriginConfig"])) return undefined;
    if (bucketDomain.test(domainName) && !/[.-]s3-website/.test(domainName)) return undefined;
    return "The parameter Origin DomainName does not refer to a valid S3 bucket.";
  },
);

const legalPorts: Rule = {
  id: "cloudfront/origin-ports",
  source: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CustomOriginConfig.html",
  cause: "CloudFront reaches origins on 80, 443 and 1024 to 65535 only.",
  remedy: "Let the origin listen on 80, 443 or a port from 1024 on.",
  reads: [],
  refuse: ({ inputs }) => {
    for (const property of ["httpPort", "httpsPort"]) {
      const bad = valuesAt(inputs, `origins[].customOriginConfig.${property}`).find(
        ({ value }) => typeof value === "number" && value !== 80 && value !== 443 && (value < 1024 || value > 65_535),
      );
      if (bad !== undefined) {
        return {
          code: "InvalidArgument",
          message: `The parameter ${property === "httpPort" ? "HTTPPort" : "HTTPSPort"} must be 80, 443, or a number between 1024 and 65535.`,
        };
      }
    }
    return undefined;
  },
};

const distinctIds: Rule = {
  id: "cloudfront/origin-ids-distinct",
  source: originPage,
  cause: "Origins of one distribution differ in their ids.",
  remedy: "Give every origin an originId of its own.",
  reads: ["origins[].originId"],
  refuse: ({ inputs }) => {
    const ids = valuesAt(inputs, "origins[].originId").map(({ value }) => value);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    return twice === undefined ? undefined : { code: "InvalidArgument", message: `The parameter Origin Id ${String(twice)} is used more than once.` };
  },
};

const geoRestriction: Rule = {
  id: "cloudfront/geo-restriction",
  source: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_GeoRestriction.html",
  cause: "A restriction of none has no countries; the others need some.",
  remedy: "Give locations with whitelist and blacklist, and none with none.",
  reads: ["restrictions"],
  refuse: ({ inputs }) => {
    const type = valueAt(inputs, "restrictions.geoRestriction.restrictionType");
    const locations = valuesAt(inputs, "restrictions.geoRestriction.locations[]").length;
    if (typeof type !== "string" || (type === "none") === (locations === 0)) return undefined;
    return { code: "InvalidGeoRestrictionParameter", message: "The specified geo restriction parameter is not valid." };
  },
};

function isMap(value: unknown): value is PropertyMap {
  return (typeof value === "object" && value !== null && !Array.isArray(value)) || isUnknown(value);
}

/** What CloudFront refuses in origins and restrictions. */
export const originRules: readonly Rule[] = [isDomainName, bucketUnlessCustom, legalPorts, distinctIds, geoRestriction];
