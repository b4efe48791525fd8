import type { Calendar } from '../../kernel/index.ts';
import type { Breach, WorkingTimeBasis } from './breach.ts';
import { spellsByPerson, type SpellColumns, type SpellsByPerson } from './working-time-spells.ts';
import type { WorkingTimeLimits, WorkingTimeRule } from './working-time-rules.ts';

const dayAndNight = 1440;
const daysPerWeek = 7;
/** Sizes below this, in minutes, come from rounding. */
const tolerance = 1e-6;

/** What people have contracted for, by person. */
export interface Contract {
  /** Minutes a week. */
  week: Float64Array;
  /** Minutes of each spell that are no working time and not paid; only the contract cares. */
  unpaidBreak: Float64Array;
}

/** What is checked and against what. */
export interface WorkingTimeCheck {
  limits: WorkingTimeLimits;
  calendar: Calendar;
  basis: WorkingTimeBasis;
  spells: SpellColumns;
  /** Turns on call from home, which count in the weekly hours by a factor; rest may lie in them. */
  onCall?: SpellColumns | undefined;
  /** Number of people; spells name them 0 … people − 1. */
  people: number;
  /** Without it `contractHours` is not checked. */
  contract?: Contract | undefined;
  /** First day, and the day after the last. Only breaches that begin between them count, and only whole weeks. */
  fromDay: number;
  toDay: number;
}

/**
 * Checks spells of work against the rules on working time and lists every breach, by person and in order of time.
 *
 * Rest and length are elapsed minutes, so nights on which the clock is changed count as long as they last. Rules:
 * - dailyRest: in each 24 hours that begin with a spell there is a free stretch of so many minutes. Spells whose 24 hours
 *   have the same longest stretch are one breach; a call-out that parts a night may be two.
 * - weeklyRest: in each week, Monday to Sunday, a free stretch of so many minutes begins, or lies within the week.
 * - shiftLength: a spell is no longer; spells that touch are one.
 * - averageWeek: periods of `averageOver` whole weeks follow each other; a rest of fewer weeks at the end is left out.
 * - longestWeek: hours of each week, cut at its midnights.
 * - sundays: each Sunday beyond so many with work in a row.
 * - contractHours: all whole weeks together, against the contract.
 *
 * A higher limit of hours, or a lower limit of rest, never adds a breach.
 */
export function checkWorkingTime(check: WorkingTimeCheck): Breach[] {
  const { calendar, people, fromDay, toDay } = check;
  const monday = fromDay + ((daysPerWeek - calendar.weekday(fromDay)) % daysPerWeek);
  const weeks = Math.max(0, Math.floor((toDay - monday) / daysPerWeek));
  const midnights = Float64Array.from({ length: weeks + 1 }, (_, week) =>
    calendar.midnight(monday + week * daysPerWeek),
  );
  const breaches: Breach[] = [];
  const spells = spellsByPerson(check.spells, people);
  const onCall = check.onCall === undefined ? undefined : spellsByPerson(check.onCall, people);
  const period = new Period(check, monday, midnights, breaches);
  for (let person = 0; person < people; person++) period.checkPerson(person, spells, onCall);
  return breaches;
}

/** The days and weeks that are checked. */
class Period {
  private readonly check: WorkingTimeCheck;
  /** Midnights at which the weeks begin; the last one ends the last week. */
  private readonly midnights: Float64Array;
  private readonly weeks: number;
  private readonly from: number;
  private readonly to: number;
  /** Minutes of the clock between which work is Sunday work, by week. */
  private readonly sundayFrom: Float64Array;
  private readonly sundayUntil: Float64Array;
  private readonly breaches: Breach[];
  /** Of the person who is being checked, by week. */
  private readonly minutes: Float64Array;
  private readonly longestRest: Float64Array;
  private readonly sundayWork: Uint8Array;
  private spellsInWeeks = 0;

  constructor(check: WorkingTimeCheck, monday: number, midnights: Float64Array, breaches: Breach[]) {
    const { calendar, limits } = check;
    this.check = check;
    this.midnights = midnights;
    this.weeks = midnights.length - 1;
    this.from = calendar.midnight(check.fromDay);
    this.to = calendar.midnight(check.toDay);
    const sunday = (week: number): number => monday + week * daysPerWeek + daysPerWeek - 1;
    const weekly = (time: (week: number) => number) =>
      Float64Array.from({ length: this.weeks }, (_, week) => time(week));
    this.sundayFrom = weekly((week) => calendar.timeAt(sunday(week) - 1, limits.sundayFrom));
    this.sundayUntil = weekly((week) => calendar.timeAt(sunday(week), limits.sundayUntil));
    this.breaches = breaches;
    this.minutes = new Float64Array(this.weeks);
    this.longestRest = new Float64Array(this.weeks);
    this.sundayWork = new Uint8Array(this.weeks);
  }

  checkPerson(person: number, spells: SpellsByPerson, onCall: SpellsByPerson | undefined): void {
    const first = spells.first[person]!;
    const last = spells.first[person + 1]!;
    this.minutes.fill(0);
    if (onCall !== undefined) {
      const factor = this.check.limits.onCall;
      for (let index = onCall.first[person]!; index < onCall.first[person + 1]!; index++) {
        this.addMinutes(onCall.start[index]!, onCall.end[index]!, factor);
      }
    } else if (first === last) return;
    this.checkSpells(person, spells, first, last);
    this.checkDailyRest(person, spells, first, last);
    this.checkWeeks(person);
  }

  /** Length of spells; collects hours, rests and Sundays by week. */
  private checkSpells(person: number, { start, end }: SpellsByPerson, first: number, last: number): void {
    const { shiftLength } = this.check.limits;
    this.longestRest.fill(0);
    this.sundayWork.fill(0);
    this.spellsInWeeks = 0;
    let restFrom = -Infinity;
    for (let index = first; index < last; index++) {
      const from = start[index]!;
      const to = end[index]!;
      if (from >= this.from && from < this.to) this.report('shiftLength', person, from, to - from - shiftLength);
      this.addRest(restFrom, from);
      restFrom = to;
      this.addMinutes(from, to, 1);
      const ofWeek = this.weekOf(from);
      if (ofWeek >= 0 && ofWeek < this.weeks) this.spellsInWeeks++;
      for (let week = Math.max(0, ofWeek); week < this.weeks; week++) {
        if (to <= this.sundayFrom[week]!) break;
        if (from < this.sundayUntil[week]!) this.sundayWork[week] = 1;
      }
    }
    this.addRest(restFrom, Infinity);
  }

  private checkDailyRest(person: number, { start, end }: SpellsByPerson, first: number, last: number): void {
    const { dailyRest } = this.check.limits;
    // The end of the spell before the free stretch of the last breach, and its index in the list.
    let before = -1;
    let reported = -1;
    for (let index = first; index < last; index++) {
      const from = start[index]!;
      if (from < this.from || from >= this.to) continue;
      const until = from + dayAndNight;
      let longest = -1;
      let longestAfter = index;
      for (let spell = index; spell < last && start[spell]! < until; spell++) {
        const restUntil = spell + 1 < last ? Math.min(until, start[spell + 1]!) : until;
        const rest = Math.max(0, restUntil - end[spell]!);
        if (rest > longest) {
          longest = rest;
          longestAfter = spell;
        }
      }
      const size = dailyRest - longest;
      if (size <= tolerance) continue;
      if (longestAfter === before) {
        const breach = this.breaches[reported]!;
        breach.size = Math.max(breach.size, size);
        continue;
      }
      before = longestAfter;
      reported = this.breaches.length;
      this.report('dailyRest', person, from, size);
    }
  }

  private checkWeeks(person: number): void {
    const { limits, contract, basis } = this.check;
    let sundays = 0;
    let total = 0;
    let inPeriod = 0;
    for (let week = 0; week < this.weeks; week++) {
      const begins = this.midnights[week]!;
      const minutes = this.minutes[week]!;
      this.report('weeklyRest', person, begins, limits.weeklyRest - this.longestRest[week]!);
      this.report('longestWeek', person, begins, minutes - limits.longestWeek);
      sundays = this.sundayWork[week] === 1 ? sundays + 1 : 0;
      this.report('sundays', person, this.sundayUntil[week]! - 1, sundays - limits.sundays);
      total += minutes;
      inPeriod += minutes;
      if ((week + 1) % limits.averageOver === 0) {
        const periodBegins = this.midnights[week + 1 - limits.averageOver]!;
        this.report('averageWeek', person, periodBegins, inPeriod / limits.averageOver - limits.averageWeek);
        inPeriod = 0;
      }
    }
    if (contract === undefined || basis === 'worked' || this.weeks === 0) return;
    const paid = total - this.spellsInWeeks * contract.unpaidBreak[person]!;
    const beyond = paid - contract.week[person]! * this.weeks - limits.contractHours;
    this.report('contractHours', person, this.midnights[0]!, beyond / this.weeks);
  }

  /** A free stretch counts in full for the week in which it begins, and for later weeks as far as it lies in them. */
  private addRest(from: number, to: number): void {
    if (to <= from) return;
    const { midnights, longestRest } = this;
    for (let week = Math.max(0, this.weekOf(from)); week < this.weeks && midnights[week]! < to; week++) {
      const rest = from >= midnights[week]! ? to - from : Math.min(to, midnights[week + 1]!) - midnights[week]!;
      if (rest > longestRest[week]!) longestRest[week] = rest;
    }
  }

  private addMinutes(from: number, to: number, factor: number): void {
    const { midnights, minutes } = this;
    for (let week = Math.max(0, this.weekOf(from)); week < this.weeks && midnights[week]! < to; week++) {
      minutes[week]! += (Math.min(to, midnights[week + 1]!) - Math.max(from, midnights[week]!)) * factor;
    }
  }

  /** The week in which an instant lies: −1 before the first, and the number of weeks after the last. */
  private weekOf(time: number): number {
    if (this.weeks === 0 || time < this.midnights[0]!) return -1;
    if (time >= this.midnights[this.weeks]!) return this.weeks;
    // The clock is changed by an hour at most, so the guess is right or one too high or too low.
    let week = Math.min(this.weeks - 1, Math.floor((time - this.midnights[0]!) / (dayAndNight * daysPerWeek)));
    if (time < this.midnights[week]!) week--;
    else if (time >= this.midnights[week + 1]!) week++;
    return week;
  }

  private report(rule: WorkingTimeRule, person: number, time: number, size: number): void {
    if (!(size > tolerance)) return;
    const { calendar, basis } = this.check;
    this.breaches.push({ rule, person, day: calendar.dayOf(time), size, basis });
  }
}
