import { Slices } from './slices.ts';

/** Length of the stretches of time that the intervals are sorted into (minutes). */
const stretch = 60;

/**
 * Finds which of many intervals hold an instant: for every hour there is a list of those that touch it. Times are minutes
 * of the clock; an interval holds its start, but not its end.
 */
export class Intervals {
  private readonly start: Float64Array;
  private readonly end: Float64Array;
  private readonly from: number;
  /** Where the list of each hour begins in `members`. */
  private readonly first: Int32Array;
  private readonly members: Int32Array;

  private constructor(start: Float64Array, end: Float64Array, from: number, first: Int32Array, members: Int32Array) {
    this.start = start;
    this.end = end;
    this.from = from;
    this.first = first;
    this.members = members;
  }

  /** Sorts the intervals in slices. @param from first and @param to last instant that will be asked about */
  static async sorted(
    start: Float64Array,
    end: Float64Array,
    { from, to }: { from: number; to: number },
    slices: Slices = new Slices(),
  ): Promise<Intervals> {
    const stretches = Math.max(1, Math.ceil((to - from) / stretch));
    const first = new Int32Array(stretches + 1);
    /** The hours that an interval touches, from `low` to before `high`. */
    const low = (index: number) => Math.max(0, Math.floor((start[index]! - from) / stretch));
    const high = (index: number) => Math.min(stretches, Math.ceil((end[index]! - from) / stretch));
    for (let index = 0; index < start.length; index++) {
      for (let hour = low(index); hour < high(index); hour++) first[hour + 1]!++;
      if (index % 1024 === 0 && slices.isSpent) await slices.rest();
    }
    for (let hour = 0; hour < stretches; hour++) first[hour + 1]! += first[hour]!;
    const members = new Int32Array(first[stretches]!);
    const filled = first.slice();
    for (let index = 0; index < start.length; index++) {
      for (let hour = low(index); hour < high(index); hour++) members[filled[hour]!++] = index;
      if (index % 1024 === 0 && slices.isSpent) await slices.rest();
    }
    return new Intervals(start, end, from, first, members);
  }

  /** Numbers of the intervals that hold an instant, lowest first. */
  at(time: number): number[] {
    const found: number[] = [];
    const hour = Math.floor((time - this.from) / stretch);
    if (hour < 0 || hour >= this.first.length - 1) return found;
    for (let place = this.first[hour]!; place < this.first[hour + 1]!; place++) {
      const index = this.members[place]!;
      if (this.start[index]! <= time && time < this.end[index]!) found.push(index);
    }
    return found;
  }
}
