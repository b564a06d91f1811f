import { gzipSync } from "node:zlib";
import { testRules } from "../../rule-cases.fixture";
import { keyPair } from "./key-pair";
import { launchTemplate } from "./launch-template";
import { securityGroup } from "./security-group";
import { securityGroupRule } from "./security-group-rule";

const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";

testRules(
  [
    {
      rule: "ec2/key-pair-name-free",
      code: "InvalidKeyPair.Duplicate",
      message: "The keypair already exists: ops",
      remedy: "Choose another keyName, or delete what has it. A replacement meets the old resource: let its keyName change with it, or set deleteBeforeReplace.",
      bad: ({ account }) => {
        account.create("aws:ec2/keyPair:KeyPair", "a", { keyName: "ops", publicKey: "ssh-ed25519 AAAA" });
        account.create("aws:ec2/keyPair:KeyPair", "b", { keyName: "ops", publicKey: "ssh-ed25519 BBBB" });
      },
      good: ({ account }) => {
        account.create("aws:ec2/keyPair:KeyPair", "a", { keyName: "ops", publicKey: "ssh-ed25519 AAAA" });
        account.create("aws:ec2/keyPair:KeyPair", "b", { keyName: "dev", publicKey: "ssh-ed25519 BBBB" });
      },
    },
    {
      rule: "ec2/launch-template-name-free",
      code: "InvalidLaunchTemplateName.AlreadyExistsException",
      message: "Launch template name already in use.",
      remedy: "Choose another name, or delete what has it. A replacement meets the old resource: let its name change with it, or set deleteBeforeReplace.",
      bad: ({ account }) => {
        account.create(TEMPLATE, "a", { name: "web" });
        account.create(TEMPLATE, "b", { name: "web" });
      },
      good: ({ account }) => {
        account.create(TEMPLATE, "a", { name: "web" });
        account.create(TEMPLATE, "b", { name: "web", region: "eu-west-1" });
      },
    },
    {
      rule: "ec2/launch-template-user-data",
      code: "InvalidUserData.Malformed",
      message: "Invalid BASE64 encoding of user data.",
      remedy: "Encode it: Buffer.from(script).toString(\"base64\").",
      bad: ({ account }) => account.create(TEMPLATE, "a", { userData: "#!/bin/bash\necho hello" }),
      good: ({ account }) => account.create(TEMPLATE, "a", { userData: gzipSync("#!/bin/bash\necho hello").toString("base64") }),
    },
    {
      rule: "ec2/launch-template-user-data",
      code: "InvalidUserData.Malformed",
      message: "User data is limited to 16384 bytes",
      remedy: "It has 16385 bytes: fetch the larger part when the instance starts.",
      bad: ({ account }) => account.create(TEMPLATE, "a", { userData: Buffer.alloc(16_385).toString("base64") }),
      good: ({ account }) => account.create(TEMPLATE, "a", { userData: Buffer.alloc(16_384).toString("base64") }),
    },
    {
      rule: "ec2/launch-template-image-id",
      code: "InvalidAMIID.Malformed",
      message: "Invalid id: \"al2023\" (expecting \"ami-...\")",
      remedy: "Pass an id such as ami-*, or resolve:ssm:<parameter>.",
      bad: ({ account }) => account.create(TEMPLATE, "a", { imageId: "al2023" }),
      good: ({ account }) => account.create(TEMPLATE, "a", { imageId: "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64" }),
    },
    {
      rule: "ec2/launch-template-hop-limit",
      code: "InvalidParameterValue",
      message: "A value of 65 is not valid for HttpPutResponseHopLimit. Specify a value between 1 and 64.",
      remedy: "Set httpPutResponseHopLimit to 1, or 2 for containers.",
      bad: ({ account }) => account.create(TEMPLATE, "a", { metadataOptions: { httpPutResponseHopLimit: 65 } }),
      good: ({ account }) => account.create(TEMPLATE, "a", { metadataOptions: { httpPutResponseHopLimit: 64 } }),
    },
    {
      rule: "ec2/security-group-description-legal",
      code: "InvalidParameterValue",
      message: "Invalid security group description. Valid descriptions are strings less than 256 characters from the following set: a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*",
      remedy: "Shorten the description, or leave out the characters that are not in the set.",
      bad: (l) => l.account.create(GROUP, "a", { vpcId: l.vpc().id, description: "the web's door" }),
      good: (l) => l.account.create(GROUP, "a", { vpcId: l.vpc().id, description: "the web: door #1" }),
    },
    {
      rule: "ec2/security-group-name-free",
      code: "InvalidGroup.Duplicate",
      message: "The security group 'web' already exists for VPC 'vpc-*'",
      remedy: "Choose another name, or delete what has it. A replacement meets the old resource: let its name change with it, or set deleteBeforeReplace.",
      bad: (l) => {
        l.account.create(GROUP, "a", { vpcId: l.vpc().id, name: "web" });
        l.account.create(GROUP, "b", { vpcId: l.vpc().id, name: "web" });
      },
      good: (l) => {
        l.account.create(GROUP, "a", { vpcId: l.vpc().id, name: "web" });
        l.account.create(GROUP, "b", { vpcId: l.foreignVpc().id, name: "web" });
      },
    },
    {
      rule: "ec2/security-group-inline-rule-terms",
      code: "InvalidParameterValue",
      message: "Invalid value 'http' for IP protocol. Unknown protocol.",
      remedy: "Use tcp, udp, icmp, icmpv6, -1 for all, or an IANA protocol number.",
      bad: (l) => l.account.create(GROUP, "a", { vpcId: l.vpc().id, ingress: [{ protocol: "http", fromPort: 80, toPort: 80, cidrBlocks: ["0.0.0.0/0"] }] }),
      good: (l) => l.account.create(GROUP, "a", { vpcId: l.vpc().id, egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }] }),
    },
    {
      rule: "ec2/security-group-rule-terms",
      code: "InvalidParameterValue",
      message: "Invalid TCP/UDP port range (443:80)",
      remedy: "Use ports of 0 to 65535, fromPort not above toPort.",
      bad: (l) =>
        l.account.create("aws:ec2/securityGroupRule:SecurityGroupRule", "a", { securityGroupId: l.group().id, type: "ingress", protocol: "tcp", fromPort: 443, toPort: 80, cidrBlocks: ["0.0.0.0/0"] }),
      good: (l) =>
        l.account.create("aws:ec2/securityGroupRule:SecurityGroupRule", "a", { securityGroupId: l.group().id, type: "ingress", protocol: "tcp", fromPort: 80, toPort: 443, ipv6CidrBlocks: ["::/0"] }),
    },
    {
      rule: "ec2/security-group-used-by-instances",
      code: "DependencyViolation",
      message: "resource sg-* has a dependent object",
      remedy: "Delete the Auto Scaling group first, or take the security group out of its launch template.",
      bad: (l) => {
        l.fleet();
        l.account.delete(l.group());
      },
      good: (l) => {
        l.fleet("idle", { minSize: 0 });
        l.account.delete(l.group());
      },
    },
  ],
  [keyPair, launchTemplate, securityGroup, securityGroupRule],
);
