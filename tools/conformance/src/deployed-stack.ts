import { Naming } from "@org/infra-naming";
import type { DeployRun } from "@org/offline-engine";
import { Resource } from "./resource";
import { secretTexts } from "./secrets";

export interface DeployedStackOptions {
  /** What physical names are held against. @default the project and the stack of the run */
  readonly naming?: Naming;
  /** A preview of the same program, to find what it did not show. */
  readonly preview?: DeployRun;
}

/** All resources of a run, as the rules look at them. */
export class DeployedStack {
  readonly resources: readonly Resource[];
  readonly naming: Naming;
  readonly run: DeployRun;
  readonly preview: DeployRun | undefined;
  readonly #byType = new Map<string, Resource[]>();
  #secretTexts: ReadonlySet<string> | undefined;

  constructor(run: DeployRun, { naming, preview }: DeployedStackOptions = {}) {
    this.run = run;
    this.preview = preview;
    this.resources = run.resources.filter((state) => state.delete !== true).map((state) => new Resource(state));
    this.naming = naming ?? namingOf(this.resources);
    for (const resource of this.resources) {
      const ofType = this.#byType.get(resource.type);
      if (ofType === undefined) this.#byType.set(resource.type, [resource]);
      else ofType.push(resource);
    }
  }

  of(...types: readonly string[]): Resource[] {
    return types.flatMap((type) => this.#byType.get(type) ?? []);
  }

  /** Resources of a type whose property names the given one. */
  referring(type: string, path: string, to: Resource): Resource[] {
    return this.of(type).filter((resource) => resource.refersTo(path, to));
  }

  /** The resource of a type that a property names, when it is part of the stack. */
  referred(from: { texts(path: string): string[] }, path: string, type: string): Resource | undefined {
    const named = from.texts(path);
    return this.of(type).find(({ identities }) => identities.some((identity) => named.includes(identity)));
  }

  /** Every text that is marked secret itself somewhere. */
  get secretTexts(): ReadonlySet<string> {
    this.#secretTexts ??= new Set(
      this.resources.flatMap(({ state: { inputs, outputs } }) => [...secretTexts(inputs), ...secretTexts(outputs)]),
    );
    return this.#secretTexts;
  }

  /** Different availability zones of the subnets that a property names; unknown subnets count as one zone each. */
  zonesOf(from: { texts(path: string): string[] }, path: string): string[] {
    const subnets = this.of("aws:ec2/subnet:Subnet");
    const zones = from.texts(path).map((id) => subnets.find((subnet) => subnet.id === id)?.text("availabilityZone") ?? id);
    return [...new Set(zones)];
  }
}

/** `urn:pulumi:<stack>::<project>::...` */
function namingOf([first]: readonly Resource[]): Naming {
  const [, stack = "", project = ""] = /^urn:pulumi:(.*?)::(.*?)::/.exec(first?.urn ?? "") ?? [];
  return new Naming({ project: project || "none", environment: stack || "none" });
}
