import { deployment, forgetDeployment, readOutputs, resourceCounts, runStack, stateText } from "./local-stack";

describe("nx run stack:up in a fresh clone", () => {
  let outputs: Record<string, unknown>;

  beforeAll(forgetDeployment);

  it("deploys everything, with nothing built before, within 20 seconds", async () => {
    const { code, stdout, seconds } = await runStack("up");

    expect(stdout).toContain("up succeeded");
    expect(code).toBe(0);
    expect(seconds).toBeLessThan(20);
    outputs = await readOutputs();
    expect(outputs).toMatchObject({
      sanitizedName: "infra-local",
      environment: "local",
      albLogsBucketName: "infra-local-alb-access-logs",
      vpcId: expect.stringMatching(/^vpc-[0-9a-f]{17}$/),
    });
    expect(Object.keys(outputs).length).toBeGreaterThanOrEqual(26);
  });

  it("keeps no secret as plain text in the state", () => {
    const state = stateText();

    expect(state).toContain('"ciphertext":"v1:');
    expect(state).not.toMatch(/"secretStringWo":"/);
    expect(state).not.toContain('"1b47061264138c4ac30d75fd1eb44270","value"');
  });

  it("has nothing to do the second time, and the same ids", async () => {
    const result = await runStack("up");

    expect(resourceCounts(result)).toEqual([`${resourceCount()} unchanged`]);
    expect(result.stdout).toContain("nothing changed");
    expect(await readOutputs()).toEqual(outputs);
  });

  it.each([
    [
      "another instance type",
      ["instanceType=t3.small"],
      ["~  3 to update"],
      ['~ instanceType: "t3.micro" -> "t3.small"', 'launchTemplateSpecification.version: "1" -> [computed]'],
    ],
    [
      "another capacity of the tables",
      ["tableReadCapacity=10"],
      ["~  2 to update"],
      ["~ infra-primary-table-table aws:dynamodb:Table update", "~ readCapacity: 5 -> 10"],
    ],
    [
      "another number of zones",
      ["zoneCount=3"],
      ["+  12 to create", "~  5 to update"],
      ["+  aws:ec2:Subnet infra-network-private-us-east-1c create", "+ routeTableIds[4]: [computed]"],
    ],
  ])("says in a preview exactly what %s changes, and up does it", async (_change, config, counts, lines) => {
    const args = config.flatMap((entry) => ["--config", entry]);
    const preview = await runStack("preview", args);

    expect(resourceCounts(preview).slice(0, -1)).toEqual(counts);
    for (const line of lines) expect(preview.stdout).toContain(line);
    expect(await readOutputs()).toEqual(outputs);

    const up = await runStack("up", args);
    expect(resourceCounts(up).slice(0, -1)).toEqual(
      counts.map((line) => line.replace("to create", "created").replace("to update", "updated")),
    );
    // Back to what it was, for the next change.
    const back = await runStack("up");
    expect(back.code).toBe(0);
  });

  it("replaces what another environment names differently, and previews that", async () => {
    const preview = await runStack("preview", ["--config", "environment=qa"]);
    const before = resourceCount();

    expect(preview.stdout).toContain('~ bucket: "infra-local-alb-access-logs" -> "infra-qa-alb-access-logs"');
    const up = await runStack("up", ["--config", "environment=qa"]);
    expect(up.code).toBe(0);
    expect(await readOutputs()).toMatchObject({ sanitizedName: "infra-qa", albLogsBucketName: "infra-qa-alb-access-logs" });
    expect(resourceCount()).toBe(before);
  });

  it("is gone after destroy, and comes up again under the same names", async () => {
    const destroy = await runStack("destroy");

    expect(destroy.code).toBe(0);
    expect(deployment().resources ?? []).toEqual([]);
    const again = await runStack("up");
    expect(again.code).toBe(0);
    expect(await readOutputs()).toMatchObject({
      albLogsBucketName: outputs["albLogsBucketName"],
      dynamoTableName: outputs["dynamoTableName"],
      secretArn: expect.stringContaining("infra-local-app-credentials"),
    });
  });

  function resourceCount(): number {
    return deployment().resources?.length ?? 0;
  }
});
