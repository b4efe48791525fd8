import { isSummer } from './absence-holiday.ts';
import { CoverLimits, type CoverContext } from './cover-limits.ts';
import type { ShiftCode, Unit, UnitKind } from './unit.ts';
import { WorkKind } from './worked-time.ts';

/** Numbers of hired staff go down from here; they are nobody's known midwife. */
export const firstHired = -100;

const minutesPerHour = 60;
/** The golden ratio less one: multiples of it spread evenly over the unit interval (Weyl). */
const goldenShare = 0.6180339887498949;

/** The random numbers that decide who covers one shift of one unit, all between 0 and 1. */
export interface CoverDraws {
  /** Whose turn it is to be asked first. */
  first: number;
  /** Who says yes to an extra shift, and to overtime. */
  extraShift: number;
  overtime: number;
}

/** A shift of a day that is about to begin. */
export interface ShiftToCover {
  shift: ShiftCode;
  day: number;
  start: number;
  end: number;
}

/** Somebody found for an open post. */
export interface CoveredPost {
  person: number;
  kind: WorkKind | 'hired';
  /** The unit that lends her, or −1. */
  from: number;
}

/** Finds people for posts that are not filled, step by step as the policy says. */
export class Cover {
  private readonly context: CoverContext;
  private readonly limits: CoverLimits;
  /** Minutes a week on average for overtime. */
  private readonly weeklyLimit: number;
  private readonly covered: boolean[];
  /** Units of the same site and profession that may lend to each unit. */
  private readonly lenders: number[][];
  private readonly hiredOfDay: Int32Array;
  private hiredDay = NaN;
  private mostHired = 0;
  private inSummer = false;
  private nextHired = firstHired;

  constructor(context: CoverContext, limits: CoverLimits) {
    const { inputs, workforce } = context;
    const { cover, workingTime } = inputs.data;
    this.context = context;
    this.limits = limits;
    this.weeklyLimit = workingTime.averageWeek.limit * minutesPerHour;
    const coveredKinds: readonly UnitKind[] = cover.unitKinds;
    this.covered = workforce.units.map(({ kind }) => coveredKinds.includes(kind));
    this.lenders = workforce.units.map((unit) =>
      workforce.units.filter((other) => isNear(other, unit)).map(({ index }) => index),
    );
    this.hiredOfDay = new Int32Array(workforce.units.reduce((sites, { site }) => Math.max(sites, site + 1), 0));
  }

  /** Whether anybody is called in for a unit at all. */
  covers(unit: number): boolean {
    return this.covered[unit]!;
  }

  /** Whether she is off and the working-time rules let her work some hours of a day on overtime. */
  mayWorkOvertime(person: number, day: number, start: number, end: number): boolean {
    const { mostPerWeek } = this.context.inputs.data.cover.overtime;
    return this.limits.mayTake(person, day, start, end, mostPerWeek, this.weeklyLimit);
  }

  /**
   * People for `missing` posts of a unit, fewer when no step finds any.
   * @param present people on this shift by unit, before anybody begins; whoever is lent is taken out of it
   */
  find(unit: Unit, toCover: ShiftToCover, missing: number, present: number[][], draws: CoverDraws): CoveredPost[] {
    const found: CoveredPost[] = [];
    this.turnTo(toCover.day);
    const { cover } = this.context.inputs.data;
    for (const step of cover.policy) {
      const left = missing - found.length;
      if (left <= 0) break;
      switch (step) {
        case 'extraShift':
          this.ask(unit, toCover, left, WorkKind.extraShift, draws, found);
          break;
        case 'overtime':
          this.ask(unit, toCover, left, WorkKind.overtime, draws, found);
          break;
        case 'otherUnit':
          this.borrow(unit, toCover, left, present, found);
          break;
        case 'hired':
          this.hire(unit, left, found);
          break;
        case 'leaveOpen':
          return found;
      }
    }
    return found;
  }

  private turnTo(day: number): void {
    if (day === this.hiredDay) return;
    const { inputs, calendar } = this.context;
    const { hired } = inputs.data.cover;
    this.hiredDay = day;
    this.hiredOfDay.fill(0);
    this.inSummer = isSummer(inputs.data.absence.holiday, calendar, day);
    this.mostHired = this.inSummer ? hired.mostPerDayInSummer : hired.mostPerDay;
  }

  /** Asks those of a unit who are off, each once, from the one whose turn it is. */
  private ask(
    unit: Unit,
    { day, start, end }: ShiftToCover,
    missing: number,
    kind: typeof WorkKind.extraShift | typeof WorkKind.overtime,
    draws: CoverDraws,
    found: CoveredPost[],
  ): void {
    const { workforce, inputs } = this.context;
    const isExtra = kind === WorkKind.extraShift;
    const terms = isExtra ? inputs.data.cover.extraShift : inputs.data.cover.overtime;
    const willing = this.inSummer ? terms.willingInSummer : terms.willing;
    const limit = isExtra ? inputs.data.workingTime.fullTimeWeek[unit.pattern] * minutesPerHour : this.weeklyLimit;
    const u = isExtra ? draws.extraShift : draws.overtime;
    const people = workforce.peopleOf[unit.index]!;
    const first = Math.floor(draws.first * people.length);
    let left = missing;
    for (let asked = 0; asked < people.length && left > 0; asked++) {
      const index = (first + asked) % people.length;
      if ((u + index * goldenShare) % 1 >= willing) continue;
      const { number, position } = people[index]!;
      if (isExtra && position >= 1) continue;
      if (!this.limits.mayTake(number, day, start, end, terms.mostPerWeek, limit)) continue;
      this.limits.took(number, day, start, end);
      found.push({ person: number, kind, from: -1 });
      left--;
    }
  }

  /** Moves people from units that have more than their posts. */
  private borrow(
    unit: Unit,
    { shift, day }: ShiftToCover,
    missing: number,
    present: number[][],
    found: CoveredPost[],
  ): void {
    const { workforce, inputs } = this.context;
    const { lendTo } = inputs.data.cover.otherUnit;
    let left = missing;
    for (const from of this.lenders[unit.index]!) {
      const there = present[from]!;
      let surplus = there.length - workforce.posts(from, shift, day);
      const anybody = lendTo.some((pair) => pair.from === workforce.units[from]!.kind && pair.to === unit.kind);
      for (let index = there.length - 1; index >= 0 && surplus > 0 && left > 0; index--) {
        const person = workforce.people[there[index]!];
        // Whoever is here from elsewhere, or hired, is not lent on.
        if (person === undefined || person.unit !== from) continue;
        if (!anybody && !person.otherUnits.includes(unit.index)) continue;
        there.splice(index, 1);
        found.push({ person: person.number, kind: WorkKind.planned, from });
        surplus--;
        left--;
      }
    }
  }

  private hire(unit: Unit, missing: number, found: CoveredPost[]): void {
    if (unit.site < 0) return;
    const room = Math.max(0, this.mostHired - this.hiredOfDay[unit.site]!);
    const hired = Math.min(missing, room);
    this.hiredOfDay[unit.site]! += hired;
    for (let index = 0; index < hired; index++) {
      found.push({ person: this.nextHired--, kind: 'hired', from: -1 });
    }
  }
}

function isNear(other: Unit, unit: Unit): boolean {
  return (
    other.index !== unit.index &&
    unit.site >= 0 &&
    other.site === unit.site &&
    other.profession === unit.profession &&
    other.pattern === unit.pattern
  );
}
