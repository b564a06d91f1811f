import { testRules } from "../../rule-cases.fixture";
import { SimulatedAccount } from "../../simulated-account.fixture";
import { imageBlockPublicAccess } from "./image-block-public-access";
import { instanceMetadataDefaults } from "./instance-metadata-defaults";

const IMAGES = "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess";
const METADATA = "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults";
const set = (values: string): string => `failed to satisfy constraint: Member must satisfy enum value set: [${values}]`;

describe("the block of public images", () => {
  it("is named after the account and outlives its deletion", () => {
    const account = new SimulatedAccount();
    const made = account.create(IMAGES, "a", { state: "block-new-sharing" });
    expect(made.id).toBe("123456789012");
    account.delete(made);
    expect(account.read(made)?.outputs).toEqual(made.outputs);
  });
});

describe("the defaults of instance metadata", () => {
  it("have no preference in what they do not say, and are gone with their deletion", () => {
    const account = new SimulatedAccount();
    const made = account.create(METADATA, "a", { httpTokens: "required" });
    expect(made).toMatchObject({
      id: "123456789012",
      outputs: { httpTokens: "required", httpEndpoint: "no-preference", httpPutResponseHopLimit: -1, instanceMetadataTags: "no-preference" },
    });
    account.delete(made);
    expect(account.read(made)).toBeUndefined();
  });

  it("are one setting: who makes them a second time sets them", () => {
    const account = new SimulatedAccount();
    const first = account.create(METADATA, "a", { httpTokens: "required" });
    account.create(METADATA, "b", { httpTokens: "optional" });
    expect(account.read(first)?.outputs["httpTokens"]).toBe("optional");
  });
});

testRules(
  [
    {
      rule: "ec2/image-block-public-access-state",
      code: "InvalidParameterValue",
      message: `1 validation error detected: Value 'block-all-sharing' at 'state' ${set("block-new-sharing, unblocked")}`,
      remedy: "Set `state` to one of block-new-sharing, unblocked.",
      bad: (l) => l.account.create(IMAGES, "a", { state: "block-all-sharing" }),
      good: (l) => l.account.create(IMAGES, "a", { state: "unblocked" }),
    },
    {
      rule: "ec2/instance-metadata-defaults-endpoint",
      code: "InvalidParameterValue",
      message: `1 validation error detected: Value 'on' at 'httpEndpoint' ${set("enabled, disabled, no-preference")}`,
      remedy: "Set `httpEndpoint` to one of enabled, disabled, no-preference.",
      bad: (l) => l.account.create(METADATA, "a", { httpEndpoint: "on" }),
      good: (l) => l.account.create(METADATA, "a", { httpEndpoint: "disabled" }),
    },
    {
      rule: "ec2/instance-metadata-defaults-hop-limit",
      code: "InvalidParameterValue",
      message: "1 validation error detected: Value '0' at 'httpPutResponseHopLimit' failed to satisfy constraint: Member must have value greater than or equal to 1",
      remedy: "Set `httpPutResponseHopLimit` to -1, or 1 to 64.",
      bad: (l) => l.account.create(METADATA, "a", { httpPutResponseHopLimit: 0 }),
      good: (l) => l.account.create(METADATA, "a", { httpPutResponseHopLimit: 64 }),
    },
    {
      rule: "ec2/instance-metadata-defaults-tags",
      code: "InvalidParameterValue",
      message: `1 validation error detected: Value 'yes' at 'instanceMetadataTags' ${set("enabled, disabled, no-preference")}`,
      remedy: "Set `instanceMetadataTags` to one of enabled, disabled, no-preference.",
      bad: (l) => l.account.create(METADATA, "a", { instanceMetadataTags: "yes" }),
      good: (l) => l.account.create(METADATA, "a", { instanceMetadataTags: "enabled" }),
    },
    {
      rule: "ec2/instance-metadata-defaults-tokens",
      code: "InvalidParameterValue",
      message: `1 validation error detected: Value 'v2' at 'httpTokens' ${set("optional, required, no-preference")}`,
      remedy: "Set `httpTokens` to one of optional, required, no-preference.",
      bad: (l) => l.account.create(METADATA, "a", { httpTokens: "v2" }),
      good: (l) => l.account.create(METADATA, "a", { httpTokens: "required" }),
    },
  ],
  [imageBlockPublicAccess, instanceMetadataDefaults],
);
