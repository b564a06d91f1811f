import { base64, itJudges, type RuleCases } from "../../rule-cases.fixture";
import { ec2Rules } from "./index";

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
  },
  "ec2/volumes-end-with-instance": {
    good: [["aws:ec2/launchTemplate:LaunchTemplate", { blockDeviceMappings: [{ ebs: { deleteOnTermination: "true" } }] }]],
    bad: [["aws:ec2/launchTemplate:LaunchTemplate", { blockDeviceMappings: [{ ebs: { encrypted: "true" } }] }]],
  },
};

describe("rules of ec2", () => {
  itJudges(ec2Rules, cases);
});
