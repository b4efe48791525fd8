import { ShiftCode } from './unit.ts';

/** What a repeating plan is made from. Hours are those of a day on which the clock is not changed. */
export interface RotaTask {
  /** Position of each person, as a share of a full-time one. */
  readonly positions: readonly number[];
  /** Posts on weekdays (0–3) and at weekends (4–7), by shift code. */
  readonly posts: Int32Array;
  readonly fullTimeWeek: number;
  /** Start and end of each shift code in minutes after midnight; a night ends after 1,440. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Least rest between two shifts, and least time off on end in each week from Monday to Sunday, in hours. */
  readonly dailyRest: number;
  readonly weeklyRest: number;
  readonly weekendEvery: number;
  readonly mostNightsInARow: number;
  readonly mostDaysInARow: number;
}

const minutesPerDay = 1440;
/** People planned beyond the posts, where there are enough of them, to make good what absence takes: 1 ÷ (1 − 0.23). */
const mostSurplus = 1.3;
/** No one's nights are more of her hours than this, unless nights are more of the unit's: the days off after them must fit. */
const mostNightShare = 0.5;
/** A plan has at least so many weeks, so that the hours of small positions come out nearly even. */
const leastWeeks = 6;

/** A repeating plan while it is being made: who works what on each of its days, of which the first is a Monday. */
export class RotaDraft {
  readonly task: RotaTask;
  readonly people: number;
  /** Weeks after which the plan repeats: a multiple of `weekendEvery`. */
  readonly weeks: number;
  readonly days: number;
  /** Shift codes, by person × days + day. */
  readonly plan: Uint8Array;
  /** 1 on the two days off after a block of nights. */
  readonly resting: Uint8Array;
  /** Hours that each person is to work over the plan, and those planned so far. */
  readonly contractHours: Float64Array;
  readonly hours: Float64Array;
  readonly nights: Int32Array;
  /** Hours of each shift code. */
  readonly lengths: readonly number[];
  /** People per post that absence makes worth planning where the unit has them, at least 1. */
  readonly fill: number;
  /** Hours by night that each person may have at most, as a share of her contract. */
  readonly mostNightShare: number;
  /** 1 where the second shift may follow the first on the next day, by first × 4 + second. */
  private readonly follows = new Uint8Array(16);

  constructor(task: RotaTask) {
    this.task = task;
    this.people = task.positions.length;
    this.weeks = task.weekendEvery * Math.ceil(leastWeeks / task.weekendEvery);
    this.days = this.weeks * 7;
    this.plan = new Uint8Array(this.people * this.days);
    this.resting = new Uint8Array(this.people * this.days);
    this.contractHours = Float64Array.from(task.positions, (position) => position * task.fullTimeWeek * this.weeks);
    this.hours = new Float64Array(this.people);
    this.nights = new Int32Array(this.people);
    this.lengths = task.starts.map((start, shift) => (task.ends[shift]! - start) / 60);
    let contract = 0;
    for (const hours of this.contractHours) contract += hours / this.weeks;
    let wanted = 0;
    for (let shift = 1; shift < 4; shift++) {
      wanted += (5 * task.posts[shift]! + 2 * task.posts[4 + shift]!) * this.lengths[shift]!;
    }
    const wantedNights = (5 * task.posts[3]! + 2 * task.posts[7]!) * this.lengths[3]!;
    this.mostNightShare = Math.max(mostNightShare, wanted > 0 ? wantedNights / wanted : 0);
    this.fill = wanted > 0 ? Math.min(mostSurplus, Math.max(1, contract / wanted)) : 1;
    for (let first = 0; first < 4; first++) {
      for (let second = 0; second < 4; second++) {
        const rest = minutesPerDay + task.starts[second]! - task.ends[first]!;
        this.follows[first * 4 + second] = first === 0 || second === 0 || rest >= task.dailyRest * 60 ? 1 : 0;
      }
    }
  }

  /** Shift of a person on a day of the plan, which goes round. */
  at(person: number, day: number): number {
    return this.plan[person * this.days + this.wrapped(day)]!;
  }

  isResting(person: number, day: number): boolean {
    return this.resting[person * this.days + this.wrapped(day)] === 1;
  }

  setResting(person: number, day: number, resting: boolean): void {
    this.resting[person * this.days + this.wrapped(day)] = resting ? 1 : 0;
  }

  /** Plans a shift, or a day off, in place of what was planned. */
  put(person: number, day: number, shift: number): void {
    const cell = person * this.days + this.wrapped(day);
    const before = this.plan[cell]!;
    this.plan[cell] = shift;
    this.hours[person]! += this.lengths[shift]! - this.lengths[before]!;
    this.nights[person]! += Number(shift === ShiftCode.night) - Number(before === ShiftCode.night);
  }

  /** Whether there is rest enough between a shift and another on the next day. */
  mayFollow(first: number, second: number): boolean {
    return this.follows[first * 4 + second] === 1;
  }

  /** Days in a row up to and with a day that a person works, or that she works nights; at most `limit`. */
  runBefore(person: number, day: number, limit: number, nightsOnly = false): number {
    let run = 0;
    while (run < limit && this.counts(this.at(person, day - run), nightsOnly)) run++;
    return run;
  }

  /** Days in a row from and with a day that a person works, or that she works nights; at most `limit`. */
  runAfter(person: number, day: number, limit: number, nightsOnly = false): number {
    let run = 0;
    while (run < limit && this.counts(this.at(person, day + run), nightsOnly)) run++;
    return run;
  }

  /** Whether a week, Monday to Sunday, has the weekly rest. @param before shift on the Sunday before */
  hasWeeklyRest(shifts: ArrayLike<number>, before: number): boolean {
    const { starts, ends } = this.task;
    const weeklyRest = this.task.weeklyRest * 60;
    let free = Math.max(0, before === ShiftCode.off ? 0 : ends[before]! - minutesPerDay);
    for (let day = 0; day < 7; day++) {
      const shift = shifts[day]!;
      if (shift === ShiftCode.off) continue;
      if (day * minutesPerDay + starts[shift]! - free >= weeklyRest) return true;
      free = day * minutesPerDay + ends[shift]!;
    }
    return 7 * minutesPerDay - free >= weeklyRest;
  }

  private counts(shift: number, nightsOnly: boolean): boolean {
    return nightsOnly ? shift === ShiftCode.night : shift !== ShiftCode.off;
  }

  private wrapped(day: number): number {
    return day < 0 ? day + this.days : day >= this.days ? day - this.days : day;
  }
}
