import * as pulumi from "@pulumi/pulumi";
import { deploy } from "../deploy";
import { Thing } from "../test-cloud/resources";
import { TestCloud } from "../test-cloud/test-cloud";

/** The process that must come to its end by itself, although its programs leave the SDK's callback server while it starts. */
const transform: pulumi.ResourceTransform = () => undefined;
const programs = [
  (): void => pulumi.runtime.registerResourceTransform(transform),
  (): void => {
    new Thing("a", {}, { transforms: [transform] });
    throw new Error("early");
  },
];
void Promise.allSettled(programs.map((program) => deploy({ providers: [new TestCloud()], program }))).then((runs) =>
  process.stdout.write(runs.map(({ status }) => status).join(", ")),
);
