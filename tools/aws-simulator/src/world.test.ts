import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SimulatedAccount } from "./simulated-account.fixture";
import { World } from "./world";
import type { WorldObject } from "./world-object";

const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";

function object(id: string, over: Partial<WorldObject> = {}): WorldObject {
  return { type: VPC, id, region: "us-east-1", urn: `urn:${id}`, inputs: {}, outputs: {}, references: [], ...over };
}

describe("a world in a folder", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "world-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test("it is there again when it is opened again, flushed or not", () => {
    const account = new SimulatedAccount({ world: World.open(folder) });
    const vpc = account.create(VPC, "main", { cidrBlock: "10.0.0.0/16" });
    const unflushed = World.open(folder);
    expect(unflushed.all()).toEqual(account.aws.world.all());
    account.aws.flush();
    const flushed = World.open(folder);
    expect(flushed.all()).toEqual(account.aws.world.all());
    expect(flushed.now()).toBe(account.aws.world.now());
    const next = new SimulatedAccount({ world: flushed });
    expect(next.read(vpc)?.id).toBe(vpc.id);
    next.aws.flush();
    expect(next.create(SUBNET, "a", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" }).id).toMatch(/^subnet-0/);
    expect(World.open(folder).size).toBe(next.aws.world.size);
  });

  test("a URN that was created before gets other identifiers in the next run", () => {
    const first = new SimulatedAccount({ world: World.open(folder) });
    const vpc = first.create(VPC, "main", { cidrBlock: "10.0.0.0/16" });
    first.delete(vpc);
    first.aws.flush();
    const second = new SimulatedAccount({ world: World.open(folder) });
    expect(second.aws.world.size).toBe(0);
    expect(second.create(VPC, "main", { cidrBlock: "10.0.0.0/16" }).id).not.toBe(vpc.id);
  });
});

test("objects are found by id, ARN, name, URN and by what refers to them, and by none of it once removed", () => {
  const world = World.memory();
  const vpc = object("vpc-1", { arn: "arn:vpc-1", nameKey: "name-1" });
  const subnet = object("subnet-1", { type: SUBNET, references: [`${VPC}|vpc-1`] });
  world.create(vpc);
  world.create(subnet);
  const found = (): unknown[] => [
    world.get(VPC, "us-east-1", "vpc-1"),
    world.findByArn("arn:vpc-1"),
    world.named("name-1")[0],
    world.ofUrn("urn:vpc-1")[0],
    world.ofType(VPC)[0],
  ];
  expect(found()).toEqual(Array.from({ length: 5 }, () => vpc));
  expect(world.referrersOf(vpc)).toEqual([subnet]);
  expect(world.get(VPC, "eu-west-1", "vpc-1")).toBeUndefined();
  world.remove(subnet);
  expect(world.referrersOf(vpc)).toEqual([]);
  world.remove(vpc);
  expect(found()).toEqual(Array.from({ length: 5 }, () => undefined));
});

test("time passes with what is made and when it is told to, and carries out deletions that are due", () => {
  const world = World.memory();
  expect(world.now()).toBe("2026-01-01T00:00:00Z");
  world.create(object("vpc-1"));
  expect(world.now()).toBe("2026-01-01T00:00:01Z");
  world.replace({ ...object("vpc-1"), deletionDate: world.after(7) });
  world.advance(7 * 86_400 - 1);
  expect(world.size).toBe(1);
  world.advance(1);
  expect(world.size).toBe(0);
});
