import { firstRowFrom, rowsUntil } from '../../sim-core/kernel/trace-log.ts';

/** What the clock can be sent to. */
export const happeningKinds = ['birth', 'breach', 'oneToOne', 'diversion'] as const;
export type HappeningKind = (typeof happeningKinds)[number];

/** Instants at which something of one kind happens, with whom or what it concerns. */
export class Happenings {
  /** Minutes of the clock, never decreasing. */
  readonly times: Float64Array;
  /** A woman's number or, of breaches, the index of the breach. */
  readonly subjects: Int32Array;

  /** @param happenings in order of time */
  constructor(happenings: readonly { time: number; subject: number }[]) {
    this.times = Float64Array.from(happenings, ({ time }) => time);
    this.subjects = Int32Array.from(happenings, ({ subject }) => subject);
  }

  /** How many there are from one instant to before another. */
  count(from: number, to: number): number {
    return Math.max(0, firstRowFrom(this.times, to) - firstRowFrom(this.times, from));
  }

  /** The subjects of what happens at an instant. */
  at(time: number): number[] {
    return [...this.subjects.subarray(firstRowFrom(this.times, time), rowsUntil(this.times, time))];
  }

  /** The nearest instant after a time (or, backwards, before it) at which something happens; undefined if there is none. */
  next(time: number, direction: 1 | -1): number | undefined {
    return direction > 0 ? this.times[rowsUntil(this.times, time)] : this.times[firstRowFrom(this.times, time) - 1];
  }
}
