import { forgetDeployment, resourceCounts, runStack } from "./local-stack";

/** Runs a command on a stack that is meant for AWS, with its own configuration, on the simulated AWS. */
const onSimulatedAws = (command: string, stack: string, args: readonly string[] = []) =>
  runStack(command, ["-c", stack, "--engine", "offline", ...args]);

describe("the stacks that are meant for AWS, tried on the simulated one", () => {
  beforeAll(forgetDeployment);

  it("deploys dev as it is configured, and takes it away", async () => {
    const up = await onSimulatedAws("up", "dev");
    const destroy = await onSimulatedAws("destroy", "dev", ["--yes"]);

    expect(up.stdout).toContain("up succeeded");
    expect(up.stdout).not.toContain("warning:");
    expect(destroy.stdout).toContain("destroy succeeded");
  });

  it("deploys prod as it is configured, and says what a domain name would change", async () => {
    const up = await onSimulatedAws("up", "prod");

    expect(up.stdout).toContain("up succeeded");
    expect(up.stdout).toMatch(/bypassProtection += "origin-verify-header"/);
    expect(up.stdout).toContain("warning: Without a domain name of your own");
    expect(resourceCounts(await onSimulatedAws("up", "prod"))).toEqual([expect.stringMatching(/^\d+ unchanged$/)]);
  });

  it("does not destroy prod until its protection is given up, and then does", async () => {
    const refused = await onSimulatedAws("destroy", "prod", ["--yes"]);
    const ephemeral = await onSimulatedAws("up", "prod", ["--config", "profile=ephemeral"]);
    const destroy = await onSimulatedAws("destroy", "prod", ["--yes"]);

    expect(refused.code).not.toBe(0);
    expect(refused.stdout).toContain("it is protected");
    expect(ephemeral.code).toBe(0);
    expect(destroy.stdout).toContain("destroy succeeded");
  });
});
