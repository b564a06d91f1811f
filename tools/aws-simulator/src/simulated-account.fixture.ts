export { UNKNOWN } from "@org/offline-engine";
import type { DiffResult, PropertyMap } from "@org/offline-engine";
import { SimulatedAws } from "./simulated-aws";
import type { SimulatedAwsArgs } from "./simulated-aws";

/** One resource as a test holds it. */
export interface Made {
  readonly type: string;
  readonly name: string;
  readonly id: string;
  readonly inputs: PropertyMap;
  readonly outputs: PropertyMap;
}

/** Does to a simulated account what the engine does for one resource at a time: check, then the operation. */
export class SimulatedAccount {
  readonly aws: SimulatedAws;
  readonly config: PropertyMap;

  constructor(args: SimulatedAwsArgs = {}, config: PropertyMap = {}) {
    this.aws = new SimulatedAws(args);
    this.config = config;
  }

  urn(type: string, name: string): string {
    return `urn:pulumi:dev::test::${type}::${name}`;
  }

  #request(type: string, name: string): { urn: string; type: string; name: string; config: PropertyMap } {
    return { urn: this.urn(type, name), type, name, config: this.config };
  }

  /** The checked inputs. @throws Error with the reasons of what the check refuses */
  check(type: string, name: string, news: PropertyMap, olds?: PropertyMap): PropertyMap {
    const { inputs, failures } = this.aws.check({ ...this.#request(type, name), news, ...(olds === undefined ? {} : { olds }) });
    if (failures.length > 0) throw new Error(failures.map(({ property, reason }) => `${property}: ${reason}`).join("\n"));
    return inputs;
  }

  create(type: string, name: string, news: PropertyMap = {}): Made {
    const inputs = this.check(type, name, news);
    return { type, name, inputs, ...this.aws.create({ ...this.#request(type, name), inputs, preview: false }) };
  }

  preview(type: string, name: string, news: PropertyMap = {}): PropertyMap {
    const inputs = this.check(type, name, news);
    return this.aws.create({ ...this.#request(type, name), inputs, preview: true }).outputs;
  }

  diff(made: Made, news: PropertyMap): DiffResult {
    const newInputs = this.check(made.type, made.name, news, made.inputs);
    return this.aws.diff({ ...this.#request(made.type, made.name), id: made.id, oldInputs: made.inputs, oldOutputs: made.outputs, newInputs });
  }

  update(made: Made, news: PropertyMap, preview = false): Made {
    const newInputs = this.check(made.type, made.name, news, made.inputs);
    const { outputs } = this.aws.update({
      ...this.#request(made.type, made.name),
      id: made.id,
      oldInputs: made.inputs,
      oldOutputs: made.outputs,
      newInputs,
      preview,
    });
    return { ...made, inputs: newInputs, outputs };
  }

  read(made: Made): { readonly id: string; readonly inputs: PropertyMap; readonly outputs: PropertyMap } | undefined {
    return this.aws.read({ ...this.#request(made.type, made.name), id: made.id, inputs: made.inputs, outputs: made.outputs });
  }

  delete(made: Made): void {
    this.aws.delete({ ...this.#request(made.type, made.name), id: made.id, oldInputs: made.inputs, oldOutputs: made.outputs });
  }
}

/** What a request is refused with: AWS's code, the message after it, the remedy and the rule. */
export interface ExpectedRefusal {
  readonly rule: string;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** Runs what must be refused and gives the refusal in the shape of {@link ExpectedRefusal}. */
export function refusalOf(request: () => unknown): ExpectedRefusal {
  try {
    request();
  } catch (error) {
    const { ruleId, code, message, remedy } = error as { ruleId: string; code: string; message: string; remedy: string };
    if (ruleId === undefined) throw error;
    return { rule: ruleId, code, message: message.slice(code.length + 2), remedy: remedy.replace(` (rule ${ruleId})`, "") };
  }
  throw new Error("AWS would have refused this, and the simulator did not.");
}
