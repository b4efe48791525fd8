import { rowsUntil } from '../../sim-core/kernel/trace-log.ts';

/** A number that changes by steps over time: what it is at any instant, and its sum over any stretch of time. */
export class Course {
  private readonly times: Float64Array;
  private readonly values: Float64Array;
  /** Per step: the integral from the first step until it begins. */
  private readonly sums: Float64Array;

  /**
   * Before the first step the number is 0.
   * @param times minutes of the clock at which it changes, increasing @param values what it changes to
   */
  constructor(times: ArrayLike<number>, values: ArrayLike<number>) {
    this.times = Float64Array.from(times);
    this.values = Float64Array.from(values);
    this.sums = new Float64Array(this.times.length);
    for (let step = 1; step < this.times.length; step++) {
      this.sums[step] = this.sums[step - 1]! + this.values[step - 1]! * (this.times[step]! - this.times[step - 1]!);
    }
  }

  at(time: number): number {
    return this.values[rowsUntil(this.times, time) - 1] ?? 0;
  }

  /** Value × minutes from one instant to another. */
  over(from: number, to: number): number {
    return this.sumUntil(to) - this.sumUntil(from);
  }

  /** The steps within a stretch of time, with one at its beginning. */
  *steps(from: number, to: number): Generator<[time: number, value: number], void> {
    yield [from, this.at(from)];
    for (let step = rowsUntil(this.times, from); step < this.times.length && this.times[step]! < to; step++) {
      yield [this.times[step]!, this.values[step]!];
    }
  }

  private sumUntil(time: number): number {
    const step = rowsUntil(this.times, time) - 1;
    return step < 0 ? 0 : this.sums[step]! + this.values[step]! * (time - this.times[step]!);
  }
}

/** Writes a course down while it is being followed; a change at the instant of the last one replaces it. */
export class CourseWriter {
  private readonly times: number[] = [];
  private readonly values: number[] = [];

  note(time: number, value: number): void {
    const last = this.times.length - 1;
    if (last >= 0 && this.values[last] === value) return;
    if (last >= 0 && this.times[last] === time) {
      this.values[last] = value;
      return;
    }
    this.times.push(time);
    this.values.push(value);
  }

  course(): Course {
    return new Course(this.times, this.values);
  }
}
