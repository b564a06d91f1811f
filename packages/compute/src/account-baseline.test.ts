import { SimulatedAws } from "@org/aws-simulator";
import { checkConformance } from "@org/conformance";
import { deploy, type DeployRun } from "@org/offline-engine";
import { AccountBaseline, type AccountBaselineArgs } from "./account-baseline";
import type { AccountSetting } from "./account-baseline-plan";

const tokens: Readonly<Record<AccountSetting, string>> = {
  ebsEncryption: "aws:ebs/encryptionByDefault:EncryptionByDefault",
  snapshotSharing: "aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess",
  imageSharing: "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
  instanceMetadata: "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
  s3PublicAccess: "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
};
const settings = Object.keys(tokens) as AccountSetting[];
const baseline = (args?: AccountBaselineArgs) => () => void new AccountBaseline("account", args);
const nothing = (): void => undefined;
const made = (run: DeployRun): string[] =>
  run.resources.filter(({ type }) => type.startsWith("aws:")).map(({ type, urn }) => `${type} ${urn.split("::").at(-1)}`);

describe("AccountBaseline", () => {
  const aws = new SimulatedAws();
  let run: DeployRun;
  beforeAll(async () => {
    run = await deploy({ providers: [aws], program: baseline() });
  });

  it("makes five settings, its children", () => {
    expect(made(run)).toEqual([
      `${tokens.ebsEncryption} account-ebs-encryption`,
      `${tokens.snapshotSharing} account-snapshot-sharing`,
      `${tokens.imageSharing} account-image-sharing`,
      `${tokens.instanceMetadata} account-instance-metadata`,
      `${tokens.s3PublicAccess} account-s3-public-access`,
    ]);
    const { urn, outputs } = run.resource("org:compute:AccountBaseline");
    expect(settings.map((setting) => run.resource(tokens[setting]).parent)).toEqual(settings.map(() => urn));
    expect(outputs).toEqual({ settings });
  });

  it.each<[AccountSetting, object]>([
    ["ebsEncryption", { enabled: true }],
    ["snapshotSharing", { state: "block-all-sharing" }],
    ["imageSharing", { state: "block-new-sharing" }],
    ["instanceMetadata", { httpTokens: "required", httpPutResponseHopLimit: 2, httpEndpoint: "no-preference", instanceMetadataTags: "no-preference" }],
    ["s3PublicAccess", { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true }],
  ])("hardens %s", (setting, inputs) => {
    const { __defaults, ...given } = run.resource(tokens[setting]).inputs;
    expect(given).toEqual(inputs);
  });

  it("passes the four controls of an account, and the rules of structure", () => {
    const { verdicts, failures } = checkConformance(run);
    const passed = verdicts.filter(({ outcome }) => outcome === "pass").map(({ control }) => control);
    expect(passed).toEqual(
      expect.arrayContaining(["FSBP:EC2.7", "SecHub:EC2.182", "prowler:ec2_instance_account_imdsv2_enabled", "FSBP:S3.1"]),
    );
    expect(failures).toEqual([]);
  });

  it("shows all of it in a preview", async () => {
    const preview = await deploy({ providers: [new SimulatedAws()], program: baseline(), preview: true });
    expect(made(preview)).toEqual(made(run));
  });

  it("changes nothing when it is deployed again", async () => {
    const again = await deploy({ providers: [aws], program: baseline(), state: run.state });
    expect(again.steps.filter(({ op }) => op !== "same")).toEqual([]);
  });
});

describe("the settings of an account", () => {
  const valuesIn = (aws: SimulatedAws): unknown[] =>
    settings.flatMap((setting) => aws.world.ofType(tokens[setting]).map(({ inputs }) => inputs));

  it("stay when the stack goes, and are there for the next one", async () => {
    const aws = new SimulatedAws();
    const first = await deploy({ providers: [aws], program: baseline() });
    expect(settings.map((setting) => first.resource(tokens[setting]).retainOnDelete)).toEqual(settings.map(() => true));
    const hardened = valuesIn(aws);
    expect(hardened).toHaveLength(5);

    const gone = await deploy({ providers: [aws], program: nothing, state: first.state });
    expect(made(gone)).toEqual([]);
    expect(valuesIn(aws)).toEqual(hardened);

    const second = await deploy({ providers: [aws], program: baseline(), state: gone.state });
    expect(made(second)).toHaveLength(5);
    expect(valuesIn(aws)).toEqual(hardened);
  });

  it("are shared by two stacks, of which either may go", async () => {
    const aws = new SimulatedAws();
    const first = await deploy({ providers: [aws], program: baseline(), stack: "first" });
    const second = await deploy({ providers: [aws], program: baseline(), stack: "second" });
    const hardened = valuesIn(aws);
    expect(hardened).toHaveLength(5);

    await deploy({ providers: [aws], program: nothing, stack: "first", state: first.state });
    const left = await deploy({ providers: [aws], program: baseline(), stack: "second", state: second.state });
    expect(left.steps.filter(({ op }) => op !== "same")).toEqual([]);
    expect(valuesIn(aws)).toEqual(hardened);
  });

  it("that were made and are then left out stay as they are", async () => {
    const aws = new SimulatedAws();
    const all = await deploy({ providers: [aws], program: baseline() });
    const fewer = await deploy({ providers: [aws], program: baseline({ except: ["s3PublicAccess"] }), state: all.state });
    expect(made(fewer)).toHaveLength(4);
    expect(aws.world.ofType(tokens.s3PublicAccess)[0].inputs).toMatchObject({ blockPublicPolicy: true });
  });

  it("are those of the Region of its provider", async () => {
    const aws = new SimulatedAws();
    await deploy({
      providers: [aws],
      config: { "aws:region": "eu-west-1" },
      program: baseline(),
    });
    expect(aws.world.ofType(tokens.ebsEncryption).map(({ region }) => region)).toEqual(["eu-west-1"]);
  });
});

describe("except", () => {
  it.each(settings)("leaves %s to somebody else", async (setting) => {
    let component: AccountBaseline | undefined;
    const program = () => {
      component = new AccountBaseline("account", { except: [setting] });
    };
    const run = await deploy({ providers: [new SimulatedAws()], program });
    expect(made(run)).toHaveLength(4);
    expect(run.resourcesOf(tokens[setting])).toEqual([]);
    expect(component?.[setting]).toBeUndefined();
    expect(settings.filter((each) => component?.[each] !== undefined)).toEqual(settings.filter((each) => each !== setting));
  });

  it("stops the program before anything is registered when it is wrong", async () => {
    const except = ["ebsEncryption", "ebsEncryption", "imdsv1" as AccountSetting] as const;
    const run = await deploy({ providers: [new SimulatedAws()], program: baseline({ except }), expectFailure: true });
    expect(run.resourcesOf("org:compute:AccountBaseline")).toEqual([]);
    const rule = "`except` must name settings of the baseline, each once: ebsEncryption, snapshotSharing, imageSharing, instanceMetadata, s3PublicAccess";
    expect(run.diagnostics.map(({ message }) => message)).toEqual([
      'AccountBaseline "account": 2 invalid arguments\n' +
        `  - ${rule}, got "ebsEncryption": correct the name, or remove the repetition\n` +
        `  - ${rule}, got "imdsv1": correct the name, or remove the repetition`,
    ]);
  });

  it("leaves something to do", async () => {
    const run = await deploy({ providers: [new SimulatedAws()], program: baseline({ except: settings }), expectFailure: true });
    expect(run.diagnostics.map(({ message }) => message)).toEqual([
      'AccountBaseline "account": 1 invalid argument\n' +
        `  - \`except\` must leave at least one setting, got ${JSON.stringify(settings)}: ` +
        "leave the component out when somebody else makes all of them",
    ]);
  });
});
