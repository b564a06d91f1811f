const HIDE_CURSOR = "\u001b[?25l";
const SHOW_CURSOR = "\u001b[?25h";
const ERASE_TO_LINE_END = "\u001b[K";
const ERASE_BELOW = "\u001b[J";
// Terminals that know "synchronized output" show a frame at once; others ignore it.
const BEGIN_FRAME = "\u001b[?2026h";
const END_FRAME = "\u001b[?2026l";

/** The lines at the bottom of a terminal that are drawn over again and again. */
export class LiveRegion {
  private readonly write: (text: string) => void;
  private height = 0;
  private shown = "";

  constructor(write: (text: string) => void) {
    this.write = write;
  }

  /** Puts these lines in the place of the last ones; each must fit the terminal's width. One write, nothing is blanked first. */
  draw(lines: readonly string[]): void {
    const body = lines.map((line) => `${line}${ERASE_TO_LINE_END}\n`).join("");
    if (body === this.shown) return;
    this.write(`${BEGIN_FRAME}${HIDE_CURSOR}${this.backToTop()}${body}${ERASE_BELOW}${END_FRAME}`);
    this.height = lines.length;
    this.shown = body;
  }

  /** Takes the lines away and gives the cursor back. */
  clear(): void {
    if (this.shown === "") return;
    this.write(`${this.backToTop()}${ERASE_BELOW}${SHOW_CURSOR}`);
    this.height = 0;
    this.shown = "";
  }

  private backToTop(): string {
    return this.height === 0 ? "\r" : `\r\u001b[${this.height}A`;
  }
}
