import { testRules } from "../../rule-cases.fixture";
import { SimulatedAccount } from "../../simulated-account.fixture";
import { ebsResources } from "./resources";

const ENCRYPTION = "aws:ebs/encryptionByDefault:EncryptionByDefault";
const SNAPSHOTS = "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess";

describe("encryption by default", () => {
  it("is on unless it is said to be off, and known by the id that an import takes", () => {
    const account = new SimulatedAccount();
    expect(account.create(ENCRYPTION, "a")).toMatchObject({ id: "default", outputs: { enabled: true, region: "us-east-1" } });
    expect(account.create(ENCRYPTION, "b", { enabled: false }).outputs["enabled"]).toBe(false);
  });

  it("is one setting: who makes it a second time sets it, and who made it first finds that", () => {
    const account = new SimulatedAccount();
    const first = account.create(ENCRYPTION, "a");
    account.create(ENCRYPTION, "b", { enabled: false });
    expect(account.read(first)).toMatchObject({ id: "default", inputs: { enabled: false }, outputs: { enabled: false } });
    expect(account.aws.world.ofType(ENCRYPTION)).toHaveLength(1);
  });

  it("is switched off by a deletion, for whoever else relies on it", () => {
    const account = new SimulatedAccount();
    const first = account.create(ENCRYPTION, "a");
    account.delete(account.create(ENCRYPTION, "b"));
    expect(account.read(first)?.outputs).toEqual({ ...first.outputs, enabled: false });
    expect(account.update(first, { enabled: true }).outputs["enabled"]).toBe(true);
  });

  it("is of one Region", () => {
    const account = new SimulatedAccount();
    const home = account.create(ENCRYPTION, "home");
    account.delete(account.create(ENCRYPTION, "away", { region: "eu-west-1" }));
    expect(account.read(home)?.outputs["enabled"]).toBe(true);
  });

  it("is made again by its URN alone when nobody has deleted it", () => {
    const account = new SimulatedAccount();
    const request = { urn: account.urn(ENCRYPTION, "a"), type: ENCRYPTION, name: "a", config: {}, knownIds: [] };
    const made = account.create(ENCRYPTION, "a");
    expect(account.aws.findCreated(request)?.id).toBe("default");
    account.delete(made);
    expect(account.aws.findCreated(request)).toBeUndefined();
  });
});

describe("the block of public snapshots", () => {
  it("is named after its Region, and lifted by a deletion", () => {
    const account = new SimulatedAccount({ region: "eu-west-1" });
    const made = account.create(SNAPSHOTS, "a", { state: "block-all-sharing" });
    expect(made).toMatchObject({ id: "eu-west-1", outputs: { state: "block-all-sharing" } });
    account.delete(made);
    expect(account.read(made)).toMatchObject({ inputs: { state: "unblocked" }, outputs: { state: "unblocked" } });
  });

  it("has to say what it blocks", () => {
    expect(() => new SimulatedAccount().create(SNAPSHOTS, "a")).toThrow('state: Missing required argument. The argument "state" is required, but no definition was found');
  });
});

testRules(
  [
    {
      rule: "ebs/snapshot-block-public-access-state",
      code: "InvalidParameterValue",
      message:
        "1 validation error detected: Value 'block' at 'state' failed to satisfy constraint: Member must satisfy enum value set: [block-all-sharing, block-new-sharing, unblocked]",
      remedy: "Set `state` to one of block-all-sharing, block-new-sharing, unblocked.",
      bad: (l) => l.account.create(SNAPSHOTS, "a", { state: "block" }),
      good: (l) => l.account.create(SNAPSHOTS, "a", { state: "block-new-sharing" }),
    },
  ],
  ebsResources,
);
