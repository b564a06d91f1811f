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
  private shown: readonly string[] = [];

  constructor(write: (text: string) => void) {
    this.write = write;
  }

  /**
   * Puts these lines in the place of the last ones; each must fit the terminal's width.
   * One write, in which only the lines that differ are written over: nothing is blanked first.
   */
  draw(lines: readonly string[]): void {
    const shown = this.shown;
    if (lines.length === shown.length && lines.every((line, index) => line === shown[index])) return;
    const body = lines.map((line, index) => (line === shown[index] ? "\n" : `${line}${ERASE_TO_LINE_END}\n`)).join("");
    this.write(`${BEGIN_FRAME}${HIDE_CURSOR}${this.backToTop()}${body}${ERASE_BELOW}${END_FRAME}`);
    this.shown = lines;
  }

  /** Takes the lines away and gives the cursor back. */
  clear(): void {
    if (this.shown.length === 0) return;
    this.write(`${this.backToTop()}${ERASE_BELOW}${SHOW_CURSOR}`);
    this.shown = [];
  }

  private backToTop(): string {
    return this.shown.length === 0 ? "\r" : `\r\u001b[${this.shown.length}A`;
  }
}
