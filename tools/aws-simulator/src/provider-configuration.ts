import { containsUnknown, isUnknown } from "@org/offline-engine";
import type { CheckFailure, PropertyMap, PropertyValue } from "@org/offline-engine";
import { isRegionName } from "./regions";

/** What a provider resource's inputs say, read. */
export interface ProviderConfiguration {
  readonly region: string | undefined;
  readonly defaultTags: PropertyMap;
  readonly allowedAccountIds: readonly string[];
  readonly forbiddenAccountIds: readonly string[];
}

const read = new WeakMap<PropertyMap, ProviderConfiguration>();

/** Reads a provider's inputs, once for each object that carries them. */
export function providerConfiguration(config: PropertyMap): ProviderConfiguration {
  let configuration = read.get(config);
  if (configuration === undefined) {
    const defaultTags = decoded(config["defaultTags"]);
    const tags = isMap(defaultTags) ? decoded(defaultTags["tags"]) : undefined;
    configuration = {
      region: typeof config["region"] === "string" && !isUnknown(config["region"]) ? config["region"] : undefined,
      defaultTags: isMap(tags) ? tags : {},
      allowedAccountIds: strings(decoded(config["allowedAccountIds"])),
      forbiddenAccountIds: strings(decoded(config["forbiddenAccountIds"])),
    };
    read.set(config, configuration);
  }
  return configuration;
}

/** Provider inputs that are not strings cross the protocol as JSON. */
function decoded(value: PropertyValue | undefined): PropertyValue | undefined {
  if (typeof value !== "string" || isUnknown(value)) return value;
  try {
    return JSON.parse(value) as PropertyValue;
  } catch {
    return value;
  }
}

function isMap(value: PropertyValue | undefined): value is PropertyMap {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function strings(value: PropertyValue | undefined): string[] {
  return Array.isArray(value) ? value.map(String).filter((text) => !containsUnknown(text)) : [];
}

/** What the AWS provider refuses of its own configuration. */
export function checkProvider(inputs: PropertyMap, accountId: string): CheckFailure[] {
  const { region, allowedAccountIds, forbiddenAccountIds } = providerConfiguration(inputs);
  const failures: CheckFailure[] = [];
  if (region !== undefined && !isRegionName(region) && inputs["skipRegionValidation"] !== "true") {
    failures.push({ property: "region", reason: `invalid AWS Region: ${region}. Use the name of a region, for example us-east-1` });
  }
  if (allowedAccountIds.length > 0 && !allowedAccountIds.includes(accountId)) {
    failures.push({ property: "allowedAccountIds", reason: `AWS account ID not allowed: ${accountId}` });
  }
  if (forbiddenAccountIds.includes(accountId)) {
    failures.push({ property: "forbiddenAccountIds", reason: `AWS account ID not allowed: ${accountId}` });
  }
  return failures;
}
