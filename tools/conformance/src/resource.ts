import type { PropertyMap, ResourceState } from "@org/offline-engine";
import { Properties } from "./properties";
import { revealed } from "./secrets";

/** Properties that name a resource to others, besides its id. */
const IDENTITIES = ["arn", "name", "bucket", "url", "keyId", "groupName", "policyArn"];

/** One deployed resource: what it was given and, where AWS said more, what it became. */
export class Resource extends Properties {
  readonly state: ResourceState;
  readonly type: string;
  /** Logical name. */
  readonly name: string;
  readonly urn: string;

  constructor(state: ResourceState) {
    super(() => revealed({ ...state.inputs, ...state.outputs }) as PropertyMap);
    this.state = state;
    this.type = state.type;
    this.urn = state.urn;
    this.name = state.urn.slice(state.urn.lastIndexOf("::") + 2);
  }

  get id(): string {
    return this.state.id ?? "";
  }

  /** What it was given, without what AWS made of it. */
  get given(): Properties {
    return new Properties(this.state.inputs);
  }

  /** Everything by which another resource can name this one. */
  get identities(): string[] {
    return [this.id, ...IDENTITIES.map((property) => this.text(property))].filter((identity) => identity !== "");
  }

  /** Whether the path holds this other resource's id, ARN or name. */
  refersTo(path: string, other: Resource): boolean {
    return this.texts(path).some((text) => other.identities.includes(text));
  }
}
