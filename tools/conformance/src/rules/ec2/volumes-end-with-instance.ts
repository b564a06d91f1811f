import { allVolumes } from "../../launch-template";
import type { Rule } from "../../rule";

export const volumesEndWithInstance: Rule = {
  id: "ec2/volumes-end-with-instance",
  controls: { "awsguard:ec2-volume-inuse": "UNKNOWN" },
  requirement: "Volumes are deleted with their instance.",
  subjects: ["aws:ec2/launchTemplate:LaunchTemplate"],
  judge: (resource) => allVolumes(resource, "ebs.deleteOnTermination"),
};
