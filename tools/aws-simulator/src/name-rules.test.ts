import type { PropertyMap } from "@org/offline-engine";
import { nameRules } from "./name-rules";
import { refusalOf, SimulatedAccount } from "./simulated-account.fixture";
import { generatedRules } from "./generated-rules";

/** A legal name of some length for each type, of the characters that most types take. */
function name(type: string, length: number): string {
  const prefix = type === "aws:kms/alias:Alias" ? "alias/" : "";
  if (type === "aws:acm/certificate:Certificate") {
    const labels = `${"a".repeat(60)}.`.repeat(8);
    return `${labels.slice(0, length - 4).replace(/\.$/, "a")}.com`;
  }
  return prefix + "a".repeat(length - prefix.length);
}

test.each(Object.entries(nameRules))("%s takes a name of its greatest length and not one more", (type, rule) => {
  const legal = (length: number): boolean => length <= rule.max && rule.pattern.test(name(type, length));
  expect(legal(rule.max)).toBe(true);
  expect(legal(rule.max + 1)).toBe(false);
  const ids = generatedRules({ type, create: () => ({ id: "" }) }).map(({ id }) => id);
  expect(ids).toHaveLength(1);
  expect(ids[0]).toMatch(/^[a-z0-9]+\/[a-z0-9-]+-name-legal$/);
});

test.each([
  ["aws:lb/loadBalancer:LoadBalancer", "internal-web", "ValidationError", "Load balancer name 'internal-web' cannot begin with 'internal-'"],
  ["aws:lb/loadBalancer:LoadBalancer", "web-", "ValidationError", "Load balancer name 'web-' cannot begin or end with '-'"],
  ["aws:lb/targetGroup:TargetGroup", "web_1", "ValidationError", "Target group name 'web_1' can only contain characters that are alphanumeric characters or hyphens(-)"],
  ["aws:ec2/securityGroup:SecurityGroup", "sg-web", "InvalidParameterValue", "Value (sg-web) for parameter GroupName is invalid. Group names may not be in the format sg-*."],
  ["aws:autoscaling/group:Group", "web:1", "ValidationError", "1 validation error detected: Value 'web:1' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[!-9;-~]+$"],
  ["aws:ec2/launchTemplate:LaunchTemplate", "ab", "InvalidLaunchTemplateName.MalformedException", "A launch template name must be between 3 and 125 characters, and may contain letters, numbers, and the following characters: - ( ) . / _."],
  ["aws:iam/role:Role", "r".repeat(65), "ValidationError", `1 validation error detected: Value '${"r".repeat(65)}' at 'name' failed to satisfy constraint: Member must have length less than or equal to 64`],
])("%s does not take '%s'", (type, illegal, code, message) => {
  const account = new SimulatedAccount();
  const required: PropertyMap = { assumeRolePolicy: "{}", minSize: 0, maxSize: 1 };
  expect(refusalOf(() => account.preview(type, "a", { ...required, name: illegal }))).toMatchObject({ code, message });
});

test("a bucket's name is a host name and not an address", () => {
  const rule = nameRules["aws:s3/bucket:Bucket"];
  const legal = (text: string): boolean => rule?.pattern.test(text) === true;
  expect(["acme-logs", "acme.logs", "0-acme"].filter(legal)).toHaveLength(3);
  expect(["Acme", "ac", "192.168.0.1", "a..b", "acme-", "xn--acme", "acme-s3alias", "a_b"].filter(legal)).toEqual([]);
});
