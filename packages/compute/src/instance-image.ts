import type { ArgumentProblem } from "@org/infra-naming";
import type { Input } from "@pulumi/pulumi";
import { type Architecture, architectureOf } from "./instance-type";

/**
 * The machine image of the instances: a fixed image, or the image that a public or own SSM parameter names at each
 * deployment. Amazon Linux also publishes a parameter for each release, which pins a release across regions:
 * `/aws/service/ami-amazon-linux-latest/al2023-ami-2023.9.20251117.1-kernel-6.1-x86_64`.
 *
 * https://docs.aws.amazon.com/linux/al2023/ug/ec2.html
 */
export type InstanceImage = FixedImage | ParameterImage;

/** One image, whatever is released later. */
interface FixedImage {
  /** Id of the image: `ami-...`, of the instances' region and architecture. */
  readonly imageId: Input<string>;
}

/** An image by the name of the SSM parameter that holds its id. */
export interface ParameterImage {
  /** Full name of the parameter. */
  readonly parameter: string;
  /**
   * Whether the image that the first deployment finds is kept, whatever the parameter holds later. To move to the present
   * image, deploy once without it.
   * @default false
   */
  readonly pinned?: boolean;
}

/** The parameter under which AWS publishes the newest Amazon Linux 2023 image of an architecture. */
export function amazonLinuxParameter(architecture: Architecture): string {
  return `/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${architecture}`;
}

export function planInstanceImage(instanceType: string, image: InstanceImage | undefined): InstanceImage {
  return image ?? { parameter: amazonLinuxParameter(architectureOf(instanceType)) };
}

/** A parameter that names the other architecture is refused by EC2 only when the first instance is launched. */
export function imageProblems(instanceType: string, image: InstanceImage): ArgumentProblem[] {
  if (!("parameter" in image)) return [];
  const architecture = architectureOf(instanceType);
  const other = architecture === "arm64" ? "x86_64" : "arm64";
  if (!image.parameter.startsWith("/")) {
    return [
      {
        argument: "image.parameter",
        rule: "must be the full name of an SSM parameter, which starts with /",
        value: image.parameter,
        remedy: `use for example ${amazonLinuxParameter(architecture)}`,
      },
    ];
  }
  if (!image.parameter.includes(other)) return [];
  return [
    {
      argument: "image.parameter",
      rule: `must name an ${architecture} image, the architecture of ${instanceType}`,
      value: image.parameter,
      remedy: `use for example ${amazonLinuxParameter(architecture)}, or an ${other} instance type`,
    },
  ];
}
