import type { WriteStream } from 'node:tty';

const milliseconds = 1000;
const linesPerRun = 5;

/** Progress on standard error: one line that is written over on a terminal, a few plain lines elsewhere. */
export class Progress {
  private readonly stream: WriteStream;
  private readonly startedAt = Date.now();
  private lastPart = 0;
  private shown = false;

  constructor(stream: WriteStream) {
    this.stream = stream;
  }

  update(finished: number, planned: number): void {
    const part = Math.floor((finished / planned) * linesPerRun);
    if (!this.stream.isTTY && part <= this.lastPart) return;
    this.lastPart = part;
    const elapsed = (Date.now() - this.startedAt) / milliseconds;
    const left = Math.ceil((elapsed / finished) * (planned - finished));
    const line = `${finished} of ${planned} runs, about ${left} s left`;
    this.stream.write(this.stream.isTTY ? `\r\u001B[K${line}` : `${line}\n`);
    this.shown = true;
  }

  /** Leaves the terminal's line clean for what comes after. */
  end(): void {
    if (this.shown && this.stream.isTTY) this.stream.write('\r\u001B[K');
  }
}
