import { isUnknown } from "@org/offline-engine";
import { isIPv4, isIPv6 } from "node:net";
import { oneOfRule } from "../../constraint-rules";
import { physicalName } from "../../physical-name";
import { valuesAt } from "../../property-path";
import { defineResource } from "../../resource-definition";
import type { Rule } from "../../rule";
import { duplicate, scopeRule, wafArn, wafMessage } from "./scope";

const ipSetPage = "https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateIPSet.html";

const legalAddresses: Rule = {
  id: "wafv2/ip-set-addresses",
  source: ipSetPage,
  cause: "Addresses are CIDR blocks of the set's IP version; a block of everything (/0) is not taken.",
  remedy: "Write a single address as 192.0.2.44/32 or 2001:db8::1/128.",
  reads: ["ipAddressVersion"],
  refuse: (context) => {
    const version = context.text("ipAddressVersion");
    const bad = valuesAt(context.inputs, "addresses[]").find(
      ({ value }) => typeof value === "string" && !isUnknown(value) && !isBlock(value, version),
    );
    if (bad === undefined) return undefined;
    return {
      code: "WAFInvalidParameterException",
      message: wafMessage("The parameter contains formatting that is not valid.", "IP_ADDRESS", String(bad.value)),
    };
  },
};

function isBlock(text: string, version: string | undefined): boolean {
  const [address = "", length = ""] = text.split("/");
  const bits = Number(length);
  if (!/^\d{1,3}$/.test(length) || bits < 1) return false;
  return version === "IPV6" ? isIPv6(address) && bits <= 128 : isIPv4(address) && bits <= 32;
}

export const ipSet = defineResource({
  type: "aws:wafv2/ipSet:IpSet",
  comparisons: { addresses: "set" },
  name: { scope: { within: "scope" }, taken: duplicate },
  rules: [
    scopeRule("wafv2/ip-set-scope"),
    oneOfRule({
      id: "wafv2/ip-set-version",
      source: ipSetPage,
      path: "ipAddressVersion",
      member: "iPAddressVersion",
      code: "WAFInvalidParameterException",
      values: ["IPV4", "IPV6"],
    }),
    legalAddresses,
  ],
  volatile: ["lockToken"],
  create: (context) => {
    const { name, outputs } = physicalName(context);
    const id = context.identifiers.uuid();
    return {
      id,
      arn: wafArn(context, "ipset", name, id),
      outputs: { ...outputs, lockToken: context.identifiers.uuid() },
    };
  },
  update: (context) => ({ lockToken: context.identifiers.uuid() }),
});
