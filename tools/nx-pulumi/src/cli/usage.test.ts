import { usage } from "./usage";

it("tells what a command does and every option that people may give it", () => {
  expect(usage("outputs")).toBe(`\
Usage: nx run <project>:outputs [-c <stack>] [options]

Prints the outputs of the last deployment, secrets as [secret].

Options:
  --stack <name>  The stack to work on; set by the configuration (-c local).
  --json          Writes one JSON object to stdout and nothing else; progress goes to stderr.
  --out <file>    Writes the JSON object to this file, whatever else is printed.
  --help          Shows this text.
`);
});
