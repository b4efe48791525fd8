const dayAndNight = 1440;

/** What the law allows of team midwives, in minutes, with the agreements in force; and what they set out for. */
export interface WorkLimits {
  /** Free time on end in any 24 hours that begin with work. */
  dailyRest: number;
  /** Work on end, with its journeys. */
  shiftLength: number;
  /** A midwife is not called to a birth where she could not stay so long. */
  shortestStay: number;
}

/** A team that nothing stops; for comparison with queueing theory. */
export const noWorkLimits: WorkLimits = { dailyRest: -Infinity, shiftLength: Infinity, shortestStay: 0 };

/**
 * How long each midwife of a team may work on. Her working day begins when she sets to work after a daily rest, and must be
 * over while there is still time for another within 24 hours of its beginning: then each of these 24 hours has one. Work
 * without a pause is one shift, whether it is contacts, call-outs or both, and has a longest length.
 */
export class WorkingDays {
  private readonly limits: WorkLimits;
  /** When the working day and the present shift of each midwife began, and when she has no more work. */
  private readonly dayBegan: Float64Array;
  private readonly shiftBegan: Float64Array;
  private readonly ends: Float64Array;

  constructor(midwives: number, limits: WorkLimits) {
    this.limits = limits;
    this.dayBegan = new Float64Array(midwives).fill(-Infinity);
    this.shiftBegan = new Float64Array(midwives).fill(-Infinity);
    this.ends = new Float64Array(midwives).fill(-Infinity);
  }

  /** When a midwife must be done who sets to work at an instant; before that instant, if she must not at all. */
  latestEnd(midwife: number, from: number): number {
    const { dailyRest, shiftLength } = this.limits;
    const day = this.isRested(midwife, from) ? from : this.dayBegan[midwife]!;
    const shift = from <= this.ends[midwife]! ? this.shiftBegan[midwife]! : from;
    return Math.min(day + dayAndNight - dailyRest, shift + shiftLength);
  }

  /** A midwife sets to work. @param until when she is done, or the same instant as long as that is not known */
  begin(midwife: number, from: number, until: number): void {
    if (this.isRested(midwife, from)) this.dayBegan[midwife] = from;
    if (from > this.ends[midwife]!) this.shiftBegan[midwife] = from;
    this.end(midwife, until);
  }

  /** A midwife is done with what she began. */
  end(midwife: number, at: number): void {
    this.ends[midwife] = Math.max(at, this.ends[midwife]!);
  }

  private isRested(midwife: number, from: number): boolean {
    return from - this.ends[midwife]! >= this.limits.dailyRest;
  }
}
