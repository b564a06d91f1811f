import * as pulumi from "@pulumi/pulumi";

export type ThingArgs = Record<string, unknown>;

/** A custom resource of package `test`. */
export class Thing extends pulumi.CustomResource {
  declare readonly label: pulumi.Output<string>;
  declare readonly arn: pulumi.Output<string>;
  declare readonly secret: pulumi.Output<string>;
  declare readonly link: pulumi.Output<string>;

  static readonly token = "test:index/thing:Thing";

  constructor(name: string, args: ThingArgs = {}, opts: pulumi.CustomResourceOptions = {}, token = Thing.token) {
    super(token, name, { arn: undefined, label: undefined, secret: undefined, link: undefined, ...args }, opts);
  }

  static get(name: string, id: pulumi.Input<pulumi.ID>, opts: pulumi.CustomResourceOptions = {}): Thing {
    return new Thing(name, {}, { ...opts, id });
  }
}

/** A component with no resources of its own. */
export class Group extends pulumi.ComponentResource {
  constructor(name: string, opts: pulumi.ComponentResourceOptions = {}, args: pulumi.Inputs = {}, token = "test:index:Group") {
    super(token, name, args, opts);
  }
}

/** An explicit provider of package `test`. */
export class TestProvider extends pulumi.ProviderResource {
  constructor(name: string, args: pulumi.Inputs = {}, opts: pulumi.ResourceOptions = {}) {
    super("test", name, args, opts);
  }
}
