import { planInstanceTemplate, type PlannedInstanceTemplateArgs } from "./instance-template-plan";

const messageOf = (args: Partial<PlannedInstanceTemplateArgs>) => {
  try {
    planInstanceTemplate("web", { instanceType: "t3.micro", ...args });
    return "accepted";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe("plan of an instance template", () => {
  it("serves on port 80 from an 8 GiB volume of Amazon Linux 2023", () => {
    expect(planInstanceTemplate("web", { instanceType: "t3.micro" })).toEqual({
      instanceType: "t3.micro",
      architecture: "x86_64",
      ebsOptimized: true,
      mixedInstances: { instanceTypes: ["t3.micro", "t3a.micro"], architecture: "x86_64" },
      image: { parameter: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64" },
      targetPort: 80,
      httpsDestinations: "anywhere",
      httpsPeers: [],
      rootVolume: { deviceName: "/dev/xvda", size: 8 },
    });
  });

  it("offers its type and the equal one, its own first, where the Region has both", () => {
    const mixed = (instanceType: string, region?: string) => planInstanceTemplate("web", { instanceType, region }).mixedInstances;
    expect(mixed("m7g.large")).toEqual({ instanceTypes: ["m7g.large", "m6g.large"], architecture: "arm64" });
    expect(mixed("t3.micro", "us-east-1")).toEqual({ instanceTypes: ["t3.micro", "t3a.micro"], architecture: "x86_64" });
    expect(mixed("t3.micro", "eu-north-1")).toBeUndefined();
    expect(mixed("t4g.small", "us-east-1")).toBeUndefined();
  });

  it("does not ask for EBS optimization where EC2 would refuse it", () => {
    const isOptimized = (instanceType: string) => planInstanceTemplate("web", { instanceType }).ebsOptimized;
    expect(["t2.micro", "m3.medium", "t2.2xlarge"].map(isOptimized)).toEqual([false, false, false]);
    expect(["t3.micro", "t4g.small", "m5.large", "c5.large"].map(isOptimized)).toEqual([true, true, true, true]);
  });

  it("tells every problem at once, word for word", () => {
    expect(
      messageOf({
        instanceType: "micro",
        image: { parameter: "al2023" },
        targetPort: 65536,
        httpsDestinations: { cidrBlocks: ["10.0.0.1/8"] },
        rootVolume: { size: 0 },
        userData: "ZWNobyBoaQ==",
      }),
    ).toBe(
      [
        'InstanceTemplate "web": 6 invalid arguments',
        '  - `instanceType` must be a family and a size with a dot between them, got "micro": use for example t3.micro or t4g.small',
        '  - `image.parameter` must be the full name of an SSM parameter, which starts with /, got "al2023": use for example /aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64',
        "  - `targetPort` must be a whole number from 1 to 65535, got 65536: use for example 80",
        '  - `httpsDestinations.cidrBlocks` must be networks in CIDR notation, without host bits, got "10.0.0.1/8": use for example 203.0.113.0/24 or 2001:db8::/32',
        "  - `rootVolume.size` must be a whole number from 1 to 65536 GiB, got 0: use for example 8",
        '  - `userData` must start with #!, #cloud-config, #include or a MIME header, or cloud-init ignores it; it must not be base64, got "text of 12 bytes": pass the script as it is, starting for example with #!/bin/bash',
      ].join("\n"),
    );
  });

  it("takes user data up to 16384 bytes, counted before base64 and in bytes", () => {
    const script = (bytes: number) => "#!".padEnd(bytes, "x");
    expect(messageOf({ userData: script(16_384) })).toBe("accepted");
    expect(messageOf({ userData: script(16_385) })).toBe(
      'InstanceTemplate "web": 1 invalid argument\n' +
        '  - `userData` must have at most 16384 bytes, got "16385 bytes": keep the script in S3 or in the image and fetch it from a short one',
    );
    expect(messageOf({ userData: `${script(16_383)}é` })).toContain('got "16385 bytes"');
  });

  it.each(["#cloud-config\npackages: []", "#!/bin/bash", "Content-Type: multipart/mixed", "MIME-Version: 1.0", ""])(
    "takes user data that starts with %j",
    (userData) => {
      expect(messageOf({ userData })).toBe("accepted");
    },
  );

  it.each(["m7i-flex.large", "u-6tb1.metal", "t4g.2xlarge", "x2iedn.metal-32xl"])("takes the type %s", (instanceType) => {
    expect(messageOf({ instanceType })).toBe("accepted");
  });
});
