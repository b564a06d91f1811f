/** A failure of one resource that has been reported already, with its URN: whoever catches it need not say it again. */
export class ReportedFailure extends Error {
  readonly urn: string;

  constructor(urn: string, message: string) {
    super(message);
    this.name = "ReportedFailure";
    this.urn = urn;
  }
}

/** The run is ending, by a failure elsewhere or by the user's wish: nothing new is begun. */
export class RunHalted extends Error {
  constructor() {
    super("the run is ending: no further resource is touched");
    this.name = "RunHalted";
  }
}
