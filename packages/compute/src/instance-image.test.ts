import { amazonLinuxParameter, imageProblems, planInstanceImage } from "./instance-image";

describe("instance image", () => {
  it("is the newest Amazon Linux 2023 of the instance type's architecture by default", () => {
    expect(planInstanceImage("t4g.micro", undefined)).toEqual({
      parameter: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64",
    });
    expect(planInstanceImage("t3.micro", undefined)).toEqual({
      parameter: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
    });
  });

  it("can be fixed, and is then not judged", () => {
    const image = planInstanceImage("t4g.micro", { imageId: "ami-0123456789abcdef0" });
    expect(image).toEqual({ imageId: "ami-0123456789abcdef0" });
    expect(imageProblems("t4g.micro", image)).toEqual([]);
  });

  it("is refused when its parameter names the other architecture", () => {
    expect(imageProblems("t4g.micro", { parameter: amazonLinuxParameter("x86_64") })).toEqual([
      {
        argument: "image.parameter",
        rule: "must name an arm64 image, the architecture of t4g.micro",
        value: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
        remedy:
          "use for example /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64, or an x86_64 instance type",
      },
    ]);
    expect(imageProblems("t4g.micro", { parameter: "/own/images/web" })).toEqual([]);
  });

  it("is refused when its parameter is not a full name", () => {
    expect(imageProblems("t3.micro", { parameter: "al2023" })).toEqual([
      {
        argument: "image.parameter",
        rule: "must be the full name of an SSM parameter, which starts with /",
        value: "al2023",
        remedy: "use for example /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
      },
    ]);
  });
});
