import { compilerComplaints, declaredArguments, readmeExamples, resourceCounts, tabledArguments } from "@org/readme-examples";
import { resolve } from "node:path";

const readme = resolve(__dirname, "../README.md");
const examples = readmeExamples(readme);
const codes = examples.map(({ code }) => code);

const deployed: Readonly<Record<string, { types: Record<string, number>; outputs: Record<string, unknown> }>> = {
  "Smallest example": {
    types: {
      "aws:ec2/securityGroup:SecurityGroup": 1,
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": 1,
      "aws:lb/loadBalancer:LoadBalancer": 1,
      "aws:lb/targetGroup:TargetGroup": 2,
      "aws:lb/listener:Listener": 1,
    },
    outputs: { url: expect.stringMatching(/^shop-dev-web-\w{8}-\d+\.us-east-1\.elb\.amazonaws\.com$/) },
  },
  "Realistic example": {
    types: {
      "aws:ec2/securityGroup:SecurityGroup": 2,
      "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": 2,
      "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": 2,
      "aws:lb/loadBalancer:LoadBalancer": 1,
      "aws:lb/targetGroup:TargetGroup": 2,
      "aws:lb/listener:Listener": 1,
      "aws:lb/listenerRule:ListenerRule": 1,
      "aws:iam/role:Role": 1,
      "aws:iam/policy:Policy": 1,
      "aws:iam/rolePolicyAttachment:RolePolicyAttachment": 1,
      "aws:iam/instanceProfile:InstanceProfile": 1,
      "aws:ec2/launchTemplate:LaunchTemplate": 1,
      "aws:autoscaling/group:Group": 2,
      "aws:autoscaling/policy:Policy": 1,
    },
    outputs: {
      url: expect.stringMatching(/^shop-dev-web-\w{8}-\d+\.us-east-1\.elb\.amazonaws\.com$/),
      groups: ["shop-dev-primary", "shop-dev-secondary"],
    },
  },
};

/** Names of the component's arguments, inherited ones too; the README tells `naming` and `tags` once for all. */
function argumentsOf(component: string): string[] {
  const file = resolve(__dirname, `${component.replace(/(?!^)[A-Z]/g, "-$&").toLowerCase()}.ts`);
  const inherited = component === "Fleet" ? declaredArguments(resolve(__dirname, "warm-up.ts"), "WarmUpArgs") : [];
  const names = [...declaredArguments(file, `${component}Args`), ...inherited].map(({ name }) => name);
  return names.filter((name) => name !== "naming" && name !== "tags");
}

describe("README.md", () => {
  it("has the examples that are tested here", () => {
    expect(examples.map(({ title }) => title)).toEqual(Object.keys(deployed));
  });

  it("has examples that compile, by a compiler that would see what does not", () => {
    const wrong = 'import { Fleet } from "@org/infra-compute";\nnew Fleet("web", { minSize: "2" });';
    expect(compilerComplaints(readme, [...codes, wrong])).toEqual(["Type 'string' is not assignable to type 'number'."]);
  }, 120_000);

  it.each(examples.map((example) => [example.title, example] as const))("%s deploys exactly what the README says that it creates", async (title, example) => {
    const run = await example.deployed({
      config: { "shop:originSecret": "0123456789abcdef0123456789abcdef" },
      secretKeys: ["shop:originSecret"],
    });
    expect(resourceCounts(run, /org:compute:.*\$aws:/)).toEqual(deployed[title].types);
    expect(run.outputs).toEqual(deployed[title].outputs);
  });

  it.each(["ApplicationLoadBalancer", "InstanceRole", "InstanceTemplate", "Fleet"])("tells every argument of %s and no others", (component) => {
    expect(tabledArguments(readme, component).sort()).toEqual(argumentsOf(component).sort());
  });
});
