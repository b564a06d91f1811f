import * as pulumi from "@pulumi/pulumi";

/** A resource of the test provider's package, or, under the simulator, of a type that it does not know. */
class Thing extends pulumi.CustomResource {
  declare readonly label: pulumi.Output<string>;

  constructor(type: string, name: string, args: pulumi.Inputs, opts: pulumi.CustomResourceOptions) {
    super(type, name, args, opts);
  }
}

class Group extends pulumi.ComponentResource {
  constructor(name: string) {
    super("bench:index:Group", name);
    this.registerOutputs({});
  }
}

const PER_GROUP = 50;

/**
 * Makes `count` resources as real programs do: in components, with a handful of inputs and tags, each fed by an output of
 * the one before it in its component.
 * @returns their URNs, so that whoever waits for them waits for all
 */
export function syntheticProgram(type: string, count: number): pulumi.Output<string[]> {
  const urns: pulumi.Output<string>[] = [];
  let parent = new Group("group-0");
  let last: Thing | undefined;
  for (let index = 0; index < count; index += 1) {
    if (index > 0 && index % PER_GROUP === 0) {
      parent = new Group(`group-${index / PER_GROUP}`);
      last = undefined;
    }
    const name = `thing-${index}`;
    const args = { label: name, size: index, enabled: true, before: last?.label, tags: { Name: name, Environment: "bench" } };
    last = new Thing(type, name, args, { parent });
    urns.push(last.urn);
  }
  return pulumi.all(urns);
}
