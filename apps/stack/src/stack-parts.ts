import type { Network } from "@org/infra-network";
import type { StackData } from "./stack-data";
import type { StackEdge } from "./stack-edge";
import type { StackKeys } from "./stack-keys";
import type { StackLogs } from "./stack-logs";
import type { StackService } from "./stack-service";
import type { WayIn } from "./way-in";

/** What a stack consists of, from the ground up. */
export interface StackParts {
  readonly keys: StackKeys;
  readonly network: Network;
  readonly data: StackData;
  readonly logs: StackLogs;
  readonly wayIn: WayIn;
  readonly service: StackService;
  readonly edge: StackEdge;
}
