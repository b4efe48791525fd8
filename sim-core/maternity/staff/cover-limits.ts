import type { Calendar } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';
import { AbsenceKind, type Absence } from './absence.ts';
import { isEmployed } from './employment-spells.ts';
import type { ShiftTimes } from './shift-times.ts';
import { ShiftCode } from './unit.ts';
import type { Workforce } from './workforce.ts';

const daysPerWeek = 7;
const minutesPerHour = 60;
/** A rest of less than a day can be cut short by shifts of the two following days at most. */
const daysAhead = 2;

/** What limits need to know of the run. */
export interface CoverContext {
  inputs: ModelInputs;
  calendar: Calendar;
  workforce: Workforce;
  shiftTimes: ShiftTimes;
  absence: Absence;
  /** First and last day on which shifts are covered. */
  firstDay: number;
  lastDay: number;
}

/**
 * Whether a person who is off may take a shift: she is employed and not away, rests as the law says before and after it
 * (the main rule, not the shorter rest that an agreement allows in rosters), and her hours stay within a limit on average.
 */
export class CoverLimits {
  private readonly context: CoverContext;
  /** Minutes. */
  private readonly rest: number;
  private readonly averageOver: number;
  private readonly monday: number;
  private readonly weeks: number;
  /** When each person last went off duty, in minutes of the clock. */
  private readonly lastEnd: Float64Array;
  /** Minutes by person and week: planned outside holidays, and what she has taken on. Filled when first asked for. */
  private readonly minutes: Float64Array;
  private readonly filled: Uint8Array;
  /** Shifts beyond the roster, by person and week. */
  private readonly extra: Uint8Array;

  constructor(context: CoverContext) {
    const { inputs, calendar, workforce, firstDay, lastDay } = context;
    this.context = context;
    this.rest = inputs.data.workingTime.dailyRest.limit * minutesPerHour;
    this.averageOver = inputs.data.workingTime.averageWeek.over;
    this.monday = firstDay - calendar.weekday(firstDay);
    this.weeks = Math.floor((lastDay - this.monday) / daysPerWeek) + 1;
    const people = workforce.people.length;
    this.lastEnd = new Float64Array(people).fill(-Infinity);
    this.minutes = new Float64Array(people * this.weeks);
    this.filled = new Uint8Array(people);
    this.extra = new Uint8Array(people * this.weeks);
  }

  /** She is on duty until then. */
  worksUntil(person: number, end: number): void {
    if (end > this.lastEnd[person]!) this.lastEnd[person] = end;
  }

  /** Takes down a shift beyond the roster. */
  took(person: number, day: number, start: number, end: number): void {
    const cell = person * this.weeks + this.weekOf(day);
    this.fill(person);
    this.minutes[cell]! += end - start;
    this.extra[cell]!++;
    this.worksUntil(person, end);
  }

  /**
   * Whether she may take a shift of a day.
   * @param mostPerWeek shifts beyond the roster in the week of the day, this one among them
   * @param weeklyLimit minutes a week on average, in each period of weeks that holds this one
   */
  mayTake(person: number, day: number, start: number, end: number, mostPerWeek: number, weeklyLimit: number): boolean {
    const { workforce, absence } = this.context;
    if (!isEmployed(workforce.people[person]!, day)) return false;
    if (workforce.plannedShift(person, day) !== ShiftCode.off) return false;
    if (absence.of(person, day) !== AbsenceKind.none) return false;
    if (this.extra[person * this.weeks + this.weekOf(day)]! >= mostPerWeek) return false;
    if (start - this.lastEnd[person]! < this.rest) return false;
    if (!this.restsAfter(person, day, end)) return false;
    return this.withinWeeks(person, this.weekOf(day), end - start, weeklyLimit);
  }

  private restsAfter(person: number, day: number, end: number): boolean {
    const { workforce, absence, shiftTimes } = this.context;
    for (let next = day + 1; next <= day + daysAhead; next++) {
      const shift = workforce.plannedShift(person, next);
      if (shift === ShiftCode.off || absence.of(person, next) === AbsenceKind.holiday) continue;
      return shiftTimes.start(shift, next) - end >= this.rest;
    }
    return true;
  }

  private withinWeeks(person: number, week: number, minutes: number, limit: number): boolean {
    this.fill(person);
    const over = Math.min(this.averageOver, this.weeks);
    const row = person * this.weeks;
    const firstPeriod = Math.max(0, week - over + 1);
    const lastPeriod = Math.min(this.weeks - over, week);
    let sum = minutes;
    for (let index = firstPeriod; index < firstPeriod + over; index++) sum += this.minutes[row + index]!;
    for (let period = firstPeriod; ; period++) {
      if (sum > limit * over) return false;
      if (period >= lastPeriod) return true;
      sum += this.minutes[row + period + over]! - this.minutes[row + period]!;
    }
  }

  /** Lays the roster into the weeks of a person, once. */
  private fill(person: number): void {
    if (this.filled[person] === 1) return;
    this.filled[person] = 1;
    const { workforce, absence, shiftTimes, firstDay, lastDay } = this.context;
    for (let day = firstDay; day <= lastDay; day++) {
      const shift = workforce.plannedShift(person, day);
      if (shift === ShiftCode.off || absence.of(person, day) === AbsenceKind.holiday) continue;
      this.minutes[person * this.weeks + this.weekOf(day)]! +=
        shiftTimes.end(shift, day) - shiftTimes.start(shift, day);
    }
  }

  private weekOf(day: number): number {
    return Math.floor((day - this.monday) / daysPerWeek);
  }
}
