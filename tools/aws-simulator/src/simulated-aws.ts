import type {
  CheckRequest,
  CheckResult,
  CreateRequest,
  CreateResult,
  DeleteRequest,
  DiffRequest,
  DiffResult,
  FindCreatedRequest,
  InvokeRequest,
  InvokeResult,
  Provider,
  ReadRequest,
  ReadResult,
  ResourceRequest,
  UpdateRequest,
  UpdateResult,
} from "@org/offline-engine";
import { catalogue } from "./catalogue";
import { checkInputs } from "./checked-inputs";
import { compileDefinition } from "./compiled-definition";
import type { CompiledDefinition } from "./compiled-definition";
import { functions } from "./functions/catalogue";
import { invokeFunction } from "./invoke";
import { ObjectLifecycle } from "./object-lifecycle";
import { checkProvider } from "./provider-configuration";
import { diffResource } from "./resource-diff";
import { RuleBook } from "./rule-book";
import { listRules } from "./rule-list";
import type { DisabledRules } from "./rule-book";
import { unknownResource, unknownTypeWarning } from "./unknown-resource";
import { World } from "./world";

/** What a simulated account is like. */
export interface SimulatedAwsArgs {
  /** The account's objects. @default an empty one, forgotten with the process */
  readonly world?: World;
  /** Seeds every identifier that AWS would draw at random. @default "simulated-aws" */
  readonly seed?: string;
  /** @default "123456789012" */
  readonly accountId?: string;
  /** Region of resources whose provider names none. @default "us-east-1" */
  readonly region?: string;
  /** Rules that are switched off: the reason by the rule's id. */
  readonly disabledRules?: DisabledRules;
  /** Told once of each type that is not simulated. */
  readonly onWarning?: (message: string) => void;
}

function isRule(id: string): boolean {
  return listRules().some((rule) => rule.id === id);
}

/** A strict AWS: what the Pulumi engine sees of @pulumi/aws, over a world that refuses what AWS refuses. */
export class SimulatedAws implements Provider {
  readonly package = "aws";
  readonly world: World;
  readonly accountId: string;
  readonly #seed: string;
  readonly #rules: RuleBook;
  readonly #lifecycle: ObjectLifecycle;
  readonly #region: string;
  readonly #onWarning: ((message: string) => void) | undefined;
  readonly #compiled = new Map<string, CompiledDefinition>();
  readonly #warnings: string[] = [];
  #calls = 0;

  constructor(args: SimulatedAwsArgs = {}) {
    this.world = args.world ?? World.memory();
    this.accountId = args.accountId ?? "123456789012";
    this.#seed = args.seed ?? "simulated-aws";
    this.#region = args.region ?? "us-east-1";
    this.#rules = new RuleBook(args.disabledRules ?? {}, isRule);
    this.#onWarning = args.onWarning;
    this.#lifecycle = new ObjectLifecycle({
      world: this.world,
      accountId: this.accountId,
      seed: this.#seed,
      region: this.#region,
      rules: this.#rules,
      definitionOf: (type) => catalogue.get(type),
    });
  }

  /** One sentence for each type that is not simulated and was asked for. */
  get warnings(): readonly string[] {
    return this.#warnings;
  }

  check(request: CheckRequest): CheckResult {
    const generation = this.world.generationOf(request.urn);
    const result = checkInputs(this.#definition(request), request, { seed: this.#seed, generation });
    const failures = checkProvider(request.config, this.accountId);
    return failures.length === 0 ? result : { inputs: result.inputs, failures: [...failures, ...result.failures] };
  }

  diff(request: DiffRequest): DiffResult {
    const compiled = this.#definition(request);
    return diffResource(compiled, request, this.#lifecycle.providerView(request, request.newInputs));
  }

  create(request: CreateRequest): CreateResult {
    return this.#lifecycle.create(this.#definition(request), request);
  }

  read(request: ReadRequest): ReadResult | undefined {
    return this.#lifecycle.read(this.#definition(request), request);
  }

  update(request: UpdateRequest): UpdateResult {
    return this.#lifecycle.update(this.#definition(request), request);
  }

  delete(request: DeleteRequest): void {
    this.#lifecycle.delete(this.#definition(request), request);
  }

  invoke(request: InvokeRequest): InvokeResult {
    this.#calls += 1;
    return invokeFunction(functions, request, {
      world: this.world,
      accountId: this.accountId,
      seed: this.#seed,
      region: this.#region,
      call: this.#calls,
    });
  }

  findCreated(request: FindCreatedRequest): ReadResult | undefined {
    return this.#lifecycle.findCreated(request);
  }

  flush(): void {
    this.world.flush();
  }

  #definition(request: ResourceRequest): CompiledDefinition {
    let compiled = this.#compiled.get(request.type);
    if (compiled === undefined) {
      const definition = catalogue.get(request.type);
      if (definition === undefined) this.#warn(unknownTypeWarning(request.type));
      compiled = compileDefinition(definition ?? unknownResource(request.type));
      this.#compiled.set(request.type, compiled);
    }
    return compiled;
  }

  #warn(message: string): void {
    this.#warnings.push(message);
    this.#onWarning?.(message);
  }
}
