import type { PropertyMap, PropertyValue } from "@org/offline-engine";
import { defineFunction } from "../invoke-function";
import { architectureInName, machineImageId } from "../services/ec2/machine-image";
import type { Architecture } from "../services/ec2/machine-image";

const ACCOUNTS: Readonly<Record<string, string>> = {
  amazon: "137112412989",
  "aws-marketplace": "679593333241",
  microsoft: "801119661308",
};
const CREATED = "2026-01-01T00:00:00.000Z";

function filterOf(args: PropertyMap, name: string): string | undefined {
  const filters: PropertyValue[] = Array.isArray(args["filters"]) ? args["filters"] : [];
  for (const filter of filters) {
    if (typeof filter !== "object" || filter === null || Array.isArray(filter) || filter["name"] !== name) continue;
    const values = filter["values"];
    return Array.isArray(values) && typeof values[0] === "string" ? values[0] : undefined;
  }
  return undefined;
}

/** One image answers every question: its name is the pattern asked for, filled in. */
export const getAmi = defineFunction({
  token: "aws:ec2/getAmi:getAmi",
  invoke({ args, region, partition }) {
    const pattern = filterOf(args, "name") ?? "simulated-image-*";
    const name = pattern.replaceAll("*", "2026.1.20260101.0").replaceAll("?", "0");
    const asked = filterOf(args, "architecture");
    const architecture: Architecture = asked === "arm64" || asked === "x86_64" ? asked : architectureInName(pattern);
    const id = filterOf(args, "image-id") ?? machineImageId(`${region} ${pattern} ${JSON.stringify(args["owners"] ?? [])}`, architecture);
    const owner = Array.isArray(args["owners"]) && typeof args["owners"][0] === "string" ? args["owners"][0] : "amazon";
    const ownerId = ACCOUNTS[owner] ?? owner;
    const rootDeviceName = "/dev/xvda";
    const snapshotId = `snap-0${id.slice(5)}`;
    return {
      ...args,
      id,
      imageId: id,
      name,
      region,
      architecture,
      arn: `arn:${partition.id}:ec2:${region}::image/${id}`,
      blockDeviceMappings: [
        {
          deviceName: rootDeviceName,
          noDevice: "",
          virtualName: "",
          ebs: {
            delete_on_termination: "true",
            encrypted: "false",
            iops: "3000",
            snapshot_id: snapshotId,
            throughput: "125",
            volume_size: "8",
            volume_type: "gp3",
          },
        },
      ],
      bootMode: "uefi-preferred",
      creationDate: CREATED,
      deprecationTime: "",
      description: name,
      enaSupport: true,
      hypervisor: "xen",
      imageLocation: `${owner}/${name}`,
      imageOwnerAlias: ACCOUNTS[owner] === undefined ? "" : owner,
      imageType: "machine",
      imdsSupport: "v2.0",
      kernelId: "",
      lastLaunchedTime: "",
      ownerId,
      platform: "",
      platformDetails: "Linux/UNIX",
      productCodes: [],
      public: true,
      ramdiskId: "",
      rootDeviceName,
      rootDeviceType: "ebs",
      rootSnapshotId: snapshotId,
      sriovNetSupport: "simple",
      state: "available",
      stateReason: { code: "UNSET", message: "UNSET" },
      tags: {},
      tpmSupport: "",
      usageOperation: "RunInstances",
      virtualizationType: "hvm",
    };
  },
});
