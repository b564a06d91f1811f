import { existsSync } from "node:fs";
import { asksForJson, unframedStdout, unframeOutput, type NxProcess } from "./unframed-output";

it("knows the command lines that ask for JSON", () => {
  const asks = (...words: string[]): boolean => asksForJson(["node", "nx", ...words]);
  expect(asks("run", "stack:outputs", "--json", "--output-style=stream-without-prefixes")).toBe(true);
  expect(asks("run", "stack:up:local", "--", "--json")).toBe(true);
  expect(asks("outputs", "stack", "--json=true")).toBe(true);
  expect(asks("run", "stack:outputs")).toBe(false);
  expect(asks("run", "stack:build", "--json")).toBe(false);
  expect(asks("show", "project", "stack", "--json")).toBe(false);
  expect(asks("run-many", "-t", "outputs", "--json")).toBe(false);
});

function nxProcess(isTTY: boolean): { nx: NxProcess; said: string[]; exit: () => void } {
  const said: string[] = [];
  let exit = (): void => undefined;
  const stream = (name: string) => ({ isTTY, write: (text: string | Uint8Array) => said.push(`${name} ${text}`) > 0 });
  const nx: NxProcess = { stdout: stream("stdout"), stderr: stream("stderr"), on: (_event, listener) => (exit = listener) };
  return { nx, said, exit: () => exit() };
}

it("sends Nx's lines to stderr, and to stdout what the command has written, when Nx ends", () => {
  const { nx, said, exit } = nxProcess(false);
  const env = unframeOutput(nx, (text) => said.push(`out ${text}`));
  nx.stdout.write("> nx run stack:outputs");
  const stdout = unframedStdout(process.stdout, env);
  stdout.write('{"a":');
  stdout.write("1}");
  expect(said).toEqual(["stderr > nx run stack:outputs"]);
  exit();
  expect(said[1]).toBe('out {"a":1}');
  expect(existsSync(env["NX_PULUMI_STDOUT"])).toBe(false);
});

it("writes nothing when the command has written nothing, and leaves terminals alone", () => {
  const { nx, said, exit } = nxProcess(false);
  unframeOutput(nx, (text) => said.push(`out ${text}`));
  exit();
  expect(said).toEqual([]);
  expect(unframeOutput(nxProcess(true).nx)).toEqual({});
  expect(unframedStdout(process.stdout, {})).toBe(process.stdout);
});
