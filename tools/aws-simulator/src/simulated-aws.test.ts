import { SimulatedAccount, UNKNOWN } from "./simulated-account.fixture";

test("a type that is not simulated echoes its inputs, gets an id and an ARN, and warns once", () => {
  const warnings: string[] = [];
  const account = new SimulatedAccount({ onWarning: (message) => warnings.push(message) });
  const first = account.create("aws:fis/experimentTemplate:ExperimentTemplate", "a", { description: "x", nested: { a: [1, 2] } });
  account.create("aws:fis/experimentTemplate:ExperimentTemplate", "b");
  expect(first.outputs).toEqual({
    description: "x",
    nested: { a: [1, 2] },
    region: "us-east-1",
    arn: `arn:aws:fis:us-east-1:123456789012:experimentTemplate/${first.id}`,
  });
  expect(first.id).toMatch(/^a-[0-9a-f]{8}$/);
  expect(warnings).toEqual([
    "aws:fis/experimentTemplate:ExperimentTemplate is not simulated: its inputs are taken as they are, and nothing that AWS might refuse is checked.",
  ]);
  expect(account.aws.warnings).toEqual(warnings);
  expect(UNKNOWN).toBe("04da6b54-80e4-46f7-96ec-b56ff0331ba9");
});
