import { deploy } from "./deploy";
import { changesOf } from "./test-cloud/expectations";
import { Group, Thing } from "./test-cloud/resources";
import { TestCloud } from "./test-cloud/test-cloud";
import { Targets } from "./targets";

const urn = (name: string): string => `urn:pulumi:dev::test::test:index/thing:Thing::${name}`;

it("matches whole URNs, `*` within a part and `**` across parts", () => {
  const included = (pattern: string, name: string): boolean => new Targets([pattern]).includes(urn(name));
  expect(included(urn("a"), "a")).toBe(true);
  expect(included(urn("a"), "ab")).toBe(false);
  expect(included(urn("a*"), "ab")).toBe(true);
  expect(included("*::a", "a")).toBe(false);
  expect(included("**::a", "a")).toBe(true);
  expect(new Targets([]).includes("anything")).toBe(true);
});

it("touches nothing but the targets", async () => {
  const cloud = new TestCloud();
  const program = (n: number) => (): void => {
    const group = new Group("group");
    new Thing("a", { size: n }, { parent: group });
    new Thing("b", { size: n });
    if (n === 1) {
      new Thing("gone");
      new Thing("going");
    } else {
      new Thing("never");
    }
  };
  const first = await deploy({ providers: [cloud], program: program(1) });
  const targets = [urn("b"), urn("going")];
  const second = await deploy({ providers: [cloud], program: program(2), state: first.state, targets });
  expect(changesOf(second)).toEqual(["update b", "delete going"]);
  expect(second.resource(Thing.token, "a").inputs["size"]).toBe(1);
  expect(second.resourcesOf(Thing.token).map(({ id }) => id?.replace(/-\d+$/, "")).sort()).toEqual(["a", "b", "gone"]);
});

it("leaves unknown what a resource that is no target would give", async () => {
  const run = await deploy({
    providers: [new TestCloud()],
    targets: [urn("b")],
    program: () => {
      const skipped = new Thing("skipped");
      new Thing("alsoSkipped", { link: skipped.arn });
      new Thing("b");
    },
  });
  expect(changesOf(run)).toEqual(["create test-dev", "create b"]);
});

it("refuses to create a target out of values that only a resource outside the targets would give", async () => {
  const run = deploy({
    providers: [new TestCloud()],
    targets: [urn("b")],
    program: () => void new Thing("b", { link: new Thing("skipped").arn }),
  });
  await expect(run).rejects.toThrow(
    `${urn("b")}: DependencyNotTargeted: it needs ${urn("skipped")}, which does not exist and is no target`,
  );
});

it("refuses to delete a target that something outside the targets depends on", async () => {
  const cloud = new TestCloud();
  const first = await deploy({
    providers: [cloud],
    program: () => void new Thing("b", { link: new Thing("a").id }),
  });
  const run = deploy({ providers: [cloud], program: () => undefined, state: first.state, targets: [urn("a")] });
  await expect(run).rejects.toThrow(`cannot delete ${urn("a")}: ${urn("b")} depends on it and is no target`);
  expect(cloud.objects.size).toBe(2);
});
