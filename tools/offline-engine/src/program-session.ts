import { pathToFileURL } from "node:url";
import type { Callbacks } from "./callbacks";
import type { Deployment } from "./deployment";
import { UserError } from "./engine";
import type { EventStream } from "./event-stream";
import { loadOnDemand } from "./load-on-demand";
import type { MonitorBackend, MonitorServer } from "./monitor-server";
import { ResourceMonitor } from "./resource-monitor";
import { ReportedFailure, RunHalted } from "./run-failure";
import { type RunningProgram, startProgram } from "./run-program";
import type { StackConfig } from "./stack-config";
import { ORGANIZATION } from "./state-layout";
import { Transforms } from "./transforms";

/** Exit code by which the SDK says that it has reported the error. */
const REPORTED = 32;

export interface ProgramSessionOptions {
  readonly projectDir: string;
  readonly stack: string;
  readonly preview: boolean;
  readonly stackConfig: StackConfig;
  readonly events: EventStream;
}

/** How long a program may go on asking when its run ends: what it still wants is what the run tells to be left. */
const LAST_WORDS_MILLISECONDS = 100;

/**
 * One run of the program in a process of its own. It is started before the state is loaded, since it takes longer to
 * get going than the engine does; its first question waits until {@link ProgramSession.serve} says who answers.
 */
export class ProgramSession {
  readonly #options: ProgramSessionOptions;
  readonly #server: MonitorServer;
  readonly #program: RunningProgram;
  readonly #transforms = new Transforms(connectToProgram);
  readonly #setBackend: (backend: MonitorBackend) => void;
  #ended = false;

  private constructor(options: ProgramSessionOptions, server: MonitorServer, setBackend: (backend: MonitorBackend) => void) {
    this.#options = options;
    this.#server = server;
    this.#setBackend = setBackend;
    this.#program = this.#start();
  }

  /** @throws UserError when the program cannot be started */
  static async start(options: ProgramSessionOptions): Promise<ProgramSession> {
    const { runtime } = options.stackConfig.project;
    if (runtime !== "nodejs") {
      throw new UserError(`the offline engine runs programs of runtime nodejs only, and Pulumi.yaml says ${runtime}`);
    }
    const { serveMonitor } = loadOnDemand("./monitor-server") as typeof import("./monitor-server");
    let setBackend: (backend: MonitorBackend) => void = () => undefined;
    const server = await serveMonitor(new Promise((resolve) => (setBackend = resolve)));
    try {
      return new ProgramSession(options, server, setBackend);
    } catch (error) {
      server.close();
      throw error;
    }
  }

  /** Answers the program out of the deployment, and resolves when the program has ended and all is done. */
  async serve(deployment: Deployment): Promise<void> {
    const { projectDir, stackConfig, stack, preview, events } = this.#options;
    // What is in flight finishes; the program waits for an answer that does not come.
    deployment.onHalt(
      () => void deployment.settled().then(() => setTimeout(() => this.#program.kill(), LAST_WORDS_MILLISECONDS)),
    );
    this.#setBackend({
      project: stackConfig.project.name,
      stack,
      organization: ORGANIZATION,
      preview,
      monitor: new ResourceMonitor({
        deployment,
        preview,
        transforms: this.#transforms,
        projectUrl: `${pathToFileURL(projectDir).href}/`,
      }),
      transforms: this.#transforms,
      log: (entry) => events.diagnostic(entry),
      programEnded: () => this.#finish(deployment),
    });
    const code = await this.#program.exited;
    await deployment.settled();
    this.#judge(code, deployment);
  }

  /** Ends everything, at once. */
  close(): void {
    this.#program.kill();
    this.#transforms.close();
    this.#server.close();
  }

  async #finish(deployment: Deployment): Promise<void> {
    this.#ended = true;
    await deployment.settled();
    if (deployment.halted || this.#options.events.failed) return;
    try {
      await deployment.finish();
    } catch (error) {
      if (!(error instanceof ReportedFailure) && !(error instanceof RunHalted)) throw error;
    }
  }

  #judge(code: number | null, { halted }: Deployment): void {
    const { events } = this.#options;
    if (halted || events.failed || (code === 0 && this.#ended)) return;
    const message =
      code === 0
        ? "the program ended before it had come to its end: it must not call process.exit"
        : `the program ended with ${code === null ? "a signal" : `exit code ${code}`}`;
    events.diagnostic({ severity: "error", message: code === REPORTED ? `${message}, without saying why` : message });
  }

  #start(): RunningProgram {
    const { projectDir, stack, preview, stackConfig, events } = this.#options;
    const { project, config, secretKeys } = stackConfig;
    return startProgram({
      projectDir,
      project: project.name,
      stack,
      preview,
      ...(project.main !== undefined && { main: project.main }),
      runtimeOptions: project.runtimeOptions,
      config,
      secretKeys,
      address: this.#server.address,
      onOutput: (line, stream) =>
        events.diagnostic({ severity: stream === "stdout" ? "info" : "info#err", message: line }),
    });
  }
}

function connectToProgram(): Callbacks {
  const { grpcCallbacks } = loadOnDemand("./grpc-callbacks") as typeof import("./grpc-callbacks");
  return grpcCallbacks();
}
