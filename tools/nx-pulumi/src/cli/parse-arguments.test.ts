import { UserError } from "@org/offline-engine";
import { parseArguments } from "./parse-arguments";

function problemsOf(...argv: string[]): string[] {
  try {
    parseArguments(argv);
  } catch (error) {
    if (error instanceof UserError) return error.message.split("\n");
    throw error;
  }
  return [];
}

it("reads every option, as --option value and as --option=value", () => {
  const argv = ["up", "--stack", "local", "--project-dir=/p", "--engine=offline", "--config", "a=1,2=3", "--config=aws:region=eu-west-1"];
  argv.push("--target", "urn:x", "--target=**y**", "--diff", "--yes", "--json", "--out=o.json");
  expect(parseArguments(argv)).toEqual({
    command: "up",
    projectDir: "/p",
    stack: "local",
    engine: "offline",
    config: { a: "1,2=3", "aws:region": "eu-west-1" },
    targets: ["urn:x", "**y**"],
    diff: true,
    yes: true,
    json: true,
    out: "o.json",
    help: false,
  });
});

it("is offline, in the folder it stands in and without a switch set when nothing else is said", () => {
  expect(parseArguments(["outputs", "--stack=local"])).toEqual({
    command: "outputs",
    projectDir: process.cwd(),
    stack: "local",
    engine: "offline",
    config: {},
    targets: [],
    diff: false,
    yes: false,
    json: false,
    out: undefined,
    help: false,
  });
});

it("takes the last of an option that is given twice, and a switch that is set to false as not set", () => {
  expect(parseArguments(["up", "--stack=a", "--stack=b", "--yes=false"])).toMatchObject({ stack: "b", yes: false });
  expect(parseArguments(["up", "--stack=a", "--config=x="])).toMatchObject({ config: { x: "" } });
});

it("tells all mistakes at once, each in a line that says what to do", () => {
  expect(problemsOf("up", "--stack=a/b", "--confg", "x=1", "--config", "x", "--config=a:b:c=1", "--json=1", "loose", "--out")).toEqual([
    "up has no option --confg, did you mean --config?",
    '--json takes no value, got "1"',
    'unexpected argument "loose": options begin with --',
    "--out needs a value: --out <file>",
    '--stack must be letters, digits, ".", "_" and "-", got "a/b"',
    '--config must be key=value, got "x": for example --config environment=staging',
    '--config key must be <key> or <namespace>:<key>, got "a:b:c"',
  ]);
});

it("names the options of a command when none is near, and only those it has", () => {
  expect(problemsOf("outputs", "--stack=a", "--verbosity=9")).toEqual([
    "outputs has no option --verbosity; it knows --stack, --json, --out, --help",
  ]);
  expect(problemsOf("destroy", "--stack=a", "--config=a=b")).toEqual([
    "destroy has no option --config; it knows --stack, --target, --diff, --yes, --json, --out, --help",
  ]);
});

it("wants a stack and a command that it knows", () => {
  expect(problemsOf("up")).toEqual([
    "no stack is chosen: add --stack <name>, or -c <name> for one that has a Pulumi.<name>.yaml",
  ]);
  expect(problemsOf("destory", "--stack=a")).toEqual(['unknown command "destory", did you mean destroy?']);
  expect(problemsOf("frobnicate")).toEqual(['unknown command "frobnicate": one of up, preview, refresh, destroy, outputs']);
  expect(problemsOf()).toEqual(["a command is missing: one of up, preview, refresh, destroy, outputs"]);
  expect(problemsOf("up", "--stack=a", "--engine=cloud")).toEqual(['--engine must be offline or pulumi, got "cloud"']);
});

it("needs nothing else when help is asked for", () => {
  expect(parseArguments(["up", "--help"])).toMatchObject({ command: "up", help: true });
  expect(parseArguments(["up", "--help", "--nonsense"]).help).toBe(true);
});

it("does not take words of Object's own for commands", () => {
  expect(problemsOf("toString")).toHaveLength(1);
});
