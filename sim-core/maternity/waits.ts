import { Tally } from '../kernel/index.ts';

/** Waits for one kind of place, those of length zero included. */
export class Waits {
  private readonly minutes = new Tally();
  private waited = 0;

  /** @param minutes 0 or more */
  add(minutes: number): void {
    this.minutes.add(minutes);
    if (minutes > 0) this.waited++;
  }

  /** Those who asked for a place. */
  get count(): number {
    return this.minutes.count;
  }

  /** Minutes; NaN while nobody has asked for a place. */
  get mean(): number {
    return this.minutes.mean;
  }

  /** Share of those who asked that had to wait; NaN while nobody has asked. */
  get shareWaited(): number {
    return this.waited / this.minutes.count;
  }
}
