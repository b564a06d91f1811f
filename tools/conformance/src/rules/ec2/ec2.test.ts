import type { PropertyMap } from "@org/offline-engine";
import { ACCOUNT_WIDE } from "../../account-wide";
import { checkConformance } from "../../check-conformance";
import { base64, given, itJudges, type ResourceCase, type RuleCases, runOf } from "../../rule-cases.fixture";
import { ec2Rules } from "./index";

const encryption = "aws:ebs/encryptionByDefault:EncryptionByDefault";
const snapshots = "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess";
const metadata = "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults";

const cases: RuleCases = {
  "ec2/template-imdsv2": {
    good: [["aws:ec2/launchTemplate:LaunchTemplate", { metadataOptions: { httpTokens: "required" } }]],
    bad: [["aws:ec2/launchTemplate:LaunchTemplate", {}]],
  },
  "ec2/instance-imdsv2": {
    good: [
      ["aws:ec2/launchTemplate:LaunchTemplate", { id: "lt-1", metadataOptions: { httpTokens: "required" } }],
      ["aws:autoscaling/group:Group", { launchTemplate: { id: "lt-1" } }],
    ],
    bad: [
      ["aws:ec2/launchTemplate:LaunchTemplate", { id: "lt-1" }],
      ["aws:autoscaling/group:Group", { launchTemplate: { id: "lt-1" } }],
    ],
  },
  "ec2/configuration-imdsv2": {
    good: [["aws:ec2/launchConfiguration:LaunchConfiguration", { metadataOptions: { httpTokens: "required" } }]],
    bad: [["aws:ec2/launchConfiguration:LaunchConfiguration", {}]],
  },
  "ec2/metadata-hop-limit": {
    good: [["aws:ec2/launchTemplate:LaunchTemplate", { metadataOptions: { httpPutResponseHopLimit: 1 } }]],
    bad: [["aws:ec2/launchTemplate:LaunchTemplate", { metadataOptions: { httpPutResponseHopLimit: 2 } }]],
  },
  "ec2/account-imdsv2": {
    good: [["aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults", { httpTokens: "required" }]],
    bad: [["aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults", { httpTokens: "optional" }]],
  },
  "ec2/template-without-public-address": {
    good: [["aws:ec2/launchTemplate:LaunchTemplate", { networkInterfaces: [{ associatePublicIpAddress: "false" }] }]],
    bad: [["aws:ec2/launchTemplate:LaunchTemplate", { networkInterfaces: [{ associatePublicIpAddress: "true" }] }]],
  },
  "ec2/instance-without-public-address": {
    good: [
      ["aws:ec2/subnet:Subnet", { id: "subnet-1" }],
      ["aws:autoscaling/group:Group", { vpcZoneIdentifiers: ["subnet-1"] }],
    ],
    bad: [
      ["aws:ec2/subnet:Subnet", { id: "subnet-1", mapPublicIpOnLaunch: true }],
      ["aws:autoscaling/group:Group", { vpcZoneIdentifiers: ["subnet-1"] }],
    ],
  },
  "ec2/configuration-without-public-address": {
    good: [["aws:ec2/launchConfiguration:LaunchConfiguration", {}]],
    bad: [["aws:ec2/launchConfiguration:LaunchConfiguration", { associatePublicIpAddress: true }]],
  },
  "ec2/template-volumes-encrypted": {
    good: [["aws:ec2/launchTemplate:LaunchTemplate", { blockDeviceMappings: [{ ebs: { encrypted: "true" } }] }]],
    bad: [["aws:ec2/launchTemplate:LaunchTemplate", {}]],
  },
  "ec2/volumes-encrypted": {
    good: [["aws:ebs/volume:Volume", { encrypted: true }]],
    bad: [["aws:ebs/volume:Volume", {}]],
  },
  "ec2/encryption-by-default": {
    good: [["aws:ebs/encryptionByDefault:EncryptionByDefault", { enabled: true }]],
    bad: [["aws:ebs/encryptionByDefault:EncryptionByDefault", { enabled: false }]],
  },
  "ec2/volumes-with-customer-key": {
    good: [["aws:ebs/volume:Volume", { kmsKeyId: "arn:k" }]],
    bad: [["aws:ec2/launchTemplate:LaunchTemplate", { blockDeviceMappings: [{ ebs: { encrypted: "true" } }] }]],
    alsoBad: [[["aws:ebs/volume:Volume", { encrypted: true, kmsKeyId: "arn:of-aws" }, given({ encrypted: true })]]],
  },
  "ec2/detailed-monitoring": {
    good: [["aws:ec2/launchTemplate:LaunchTemplate", { monitoring: { enabled: true } }]],
    bad: [["aws:ec2/launchTemplate:LaunchTemplate", {}]],
  },
  "ec2/instance-termination-protection": {
    good: [["aws:ec2/instance:Instance", { disableApiTermination: true }]],
    bad: [["aws:ec2/instance:Instance", {}]],
  },
  "ec2/ebs-optimized": {
    good: [["aws:ec2/launchTemplate:LaunchTemplate", { ebsOptimized: "true" }]],
    bad: [["aws:ec2/launchTemplate:LaunchTemplate", {}]],
  },
  "ec2/user-data-without-secrets": {
    good: [["aws:ec2/launchTemplate:LaunchTemplate", { userData: base64("#!/bin/bash") }]],
    bad: [["aws:ec2/launchTemplate:LaunchTemplate", { userData: base64("export KEY=AKIAIOSFODNN7EXAMPLE") }]],
    alsoBad: [[["aws:ec2/instance:Instance", { userData: "export KEY=AKIAIOSFODNN7EXAMPLE" }]]],
  },
  "ec2/one-network-interface": {
    good: [["aws:ec2/launchTemplate:LaunchTemplate", {}]],
    bad: [["aws:ec2/launchTemplate:LaunchTemplate", { networkInterfaces: [{ deviceIndex: 0 }, { deviceIndex: 1 }] }]],
  },
  "ec2/no-paravirtual-instances": {
    good: [["aws:ec2/launchTemplate:LaunchTemplate", { instanceType: "t3.micro" }]],
    bad: [["aws:ec2/launchTemplate:LaunchTemplate", { instanceType: "m1.small" }]],
  },
  "ec2/snapshots-not-public": {
    good: [["aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess", { state: "block-all-sharing" }]],
    bad: [["aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess", { state: "unblocked" }]],
  },
  "ec2/volumes-in-backup-plan": {
    good: [["aws:ebs/volume:Volume", { arn: "arn:v" }], ["aws:backup/selection:Selection", { resources: ["arn:v"] }]],
    bad: [["aws:ebs/volume:Volume", { arn: "arn:v" }]],
  },
  "ec2/instance-role": {
    good: [["aws:ec2/launchTemplate:LaunchTemplate", { iamInstanceProfile: { arn: "arn:p" } }]],
    bad: [["aws:ec2/launchTemplate:LaunchTemplate", {}]],
  },
  "ec2/configuration-volumes-encrypted": {
    good: [["aws:ec2/launchConfiguration:LaunchConfiguration", { rootBlockDevice: { encrypted: true } }]],
    bad: [["aws:ec2/launchConfiguration:LaunchConfiguration", {}]],
    alsoBad: [[["aws:ec2/launchConfiguration:LaunchConfiguration", { rootBlockDevice: { encrypted: true }, ebsBlockDevices: [{ deviceName: "b" }] }]]],
  },
  "ec2/volumes-end-with-instance": {
    good: [["aws:ec2/launchTemplate:LaunchTemplate", { blockDeviceMappings: [{ ebs: { deleteOnTermination: "true" } }] }]],
    bad: [["aws:ec2/launchTemplate:LaunchTemplate", { blockDeviceMappings: [{ ebs: { encrypted: "true" } }] }]],
  },
};

describe("rules of ec2", () => {
  itJudges(ec2Rules, cases);
});

describe("the settings of an account", () => {
  const outcomeOf = (control: string, ...resources: readonly ResourceCase[]) =>
    checkConformance(runOf(resources), { rules: ec2Rules }).verdicts.find((verdict) => verdict.control === control)?.outcome;

  it.each<[string, string, PropertyMap, string]>([
    ["FSBP:EC2.7", encryption, {}, "pass"],
    ["FSBP:EC2.7", encryption, { enabled: false }, "fail"],
    ["SecHub:EC2.182", snapshots, { state: "block-new-sharing" }, "fail"],
    ["SecHub:EC2.182", snapshots, { state: "unblocked" }, "fail"],
    ["prowler:ec2_instance_account_imdsv2_enabled", metadata, { httpTokens: "no-preference" }, "fail"],
    ["prowler:ec2_instance_account_imdsv2_enabled", metadata, { httpEndpoint: "enabled" }, "fail"],
  ])("%s judges %s %j: %s", (control, type, properties, outcome) => {
    expect(outcomeOf(control, [type, properties])).toBe(outcome);
  });

  it.each([
    ["FSBP:EC2.7", "ec2/encryption-by-default"],
    ["SecHub:EC2.182", "ec2/snapshots-not-public"],
    ["prowler:ec2_instance_account_imdsv2_enabled", "ec2/account-imdsv2"],
  ])("%s does not apply to a stack that leaves them alone, and says why", (control, id) => {
    expect(outcomeOf(control, ["aws:ec2/launchTemplate:LaunchTemplate", {}])).toBe("not applicable");
    expect(ec2Rules.find((rule) => rule.id === id)?.because).toBe(ACCOUNT_WIDE);
  });
});
