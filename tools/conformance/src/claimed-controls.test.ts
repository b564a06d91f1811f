import { claimedControls } from "./claimed-controls";

const table = `
## Controls that it meets

By default.

| Control | Requirement | Takes |
|---|---|---|
| FSBP:ELB.1, CKV_AWS_2 | Listeners are HTTPS. | no \`insecureHttp\` |
| FSBP:ELB.4 | Headers are dropped. | |

## More

| a | b | c |
`;

describe("the controls that a README claims", () => {
  it("are those of the table, with what they take", () => {
    expect(claimedControls(table)).toEqual([
      { control: "FSBP:ELB.1", takes: "no `insecureHttp`" },
      { control: "CKV_AWS_2", takes: "no `insecureHttp`" },
      { control: "FSBP:ELB.4", takes: "" },
    ]);
  });

  it("are not read from a README that has no such table", () => {
    const message = 'the README has no table below "## Controls that it meets"';
    expect(() => claimedControls("# A package\n")).toThrow(message);
    const elsewhere = "\n## Controls that it meets\n\nAll.\n\n## More\n| a | b | c |\n|---|---|---|\n| d | e | f |\n";
    expect(() => claimedControls(elsewhere)).toThrow(message);
  });
});
