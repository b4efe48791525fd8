import { ShiftCode } from '../staff/unit.ts';
import type { Person } from '../staff/person.ts';
import type { Workforce } from '../staff/workforce.ts';
import type { ContactDays } from './contact-days.ts';

/** What the roster of absences knows beforehand, and what turns out on the day. */
export interface Attendance {
  /** Is she away on a day on which she was planned, sick or otherwise? */
  isAway(person: number, day: number): boolean;
  /** Is she planned to work, without a holiday or training that is known beforehand? Asked for days from 0 on. */
  isPlannedToWork(person: number, day: number): boolean;
}

/** What somebody who works outside the wards does on a day. */
export const Duty = { off: 0, consultations: 1, homeVisits: 2 } as const;
export type Duty = (typeof Duty)[keyof typeof Duty];

/** Who of a unit has consultations and who visits homes, day by day; known as far ahead as the plan is. */
export class Duties {
  readonly people: readonly Person[];
  private readonly days: ContactDays;
  private readonly codes: Uint8Array;
  /** Number of the first of the people, and how many of them from the first have numbers that follow each other. */
  private readonly firstNumber: number;
  private readonly consecutive: number;

  /**
   * The visiting days go round among those at work, so that everybody has her share of them. What is left of a share on
   * one day, or taken too much, is carried over to the next.
   * @param people by their numbers; those of other units are at work here on the days on which the roster says so
   * @param visitingShares of those at work, Monday to Sunday
   * @param unit index of the unit
   */
  constructor(
    people: readonly Person[],
    days: ContactDays,
    workforce: Workforce,
    attendance: Attendance,
    visitingShares: readonly number[],
    unit: number,
  ) {
    this.people = people;
    this.firstNumber = people[0]?.number ?? 0;
    const gap = people.findIndex(({ number }, local) => number !== this.firstNumber + local);
    this.consecutive = gap < 0 ? people.length : gap;
    this.days = days;
    this.codes = new Uint8Array(people.length * days.count);
    let owed = 0;
    let turn = 0;
    for (let day = days.first; day <= days.last; day++) {
      const planned: number[] = [];
      people.forEach(({ number, unit: own }, local) => {
        // Nobody knows of absences before the clock started: the roster alone says who worked.
        const works =
          day < 0 ? workforce.plannedShift(number, day) !== ShiftCode.off : attendance.isPlannedToWork(number, day);
        if (!works || (own !== unit && workforce.plannedUnit(number, day) !== unit)) return;
        planned.push(local);
        this.codes[this.at(local, day)] = Duty.consultations;
      });
      if (planned.length === 0) continue;
      const share = visitingShares[days.weekday(day)]!;
      if (share === 0) continue;
      owed += planned.length * share;
      // Somebody visits homes on each such day, if there is somebody else for the consultations.
      const visitors = Math.min(planned.length, Math.max(Math.floor(owed), planned.length > 1 ? 1 : 0));
      owed -= visitors;
      const first = planned.findIndex((local) => local >= turn);
      for (let visitor = 0; visitor < visitors; visitor++) {
        const local = planned[(Math.max(first, 0) + visitor) % planned.length]!;
        this.codes[this.at(local, day)] = Duty.homeVisits;
        turn = local + 1;
      }
    }
  }

  /** Place of a person in `people`; −1 of somebody who is not among them. */
  placeOf(person: number): number {
    const local = person - this.firstNumber;
    if (local >= 0 && local < this.consecutive) return local;
    for (let other = this.consecutive; other < this.people.length; other++) {
      if (this.people[other]!.number === person) return other;
    }
    return -1;
  }

  /** @param local place in `people` */
  of(local: number, day: number): Duty {
    return this.codes[this.at(local, day)] as Duty;
  }

  private at(local: number, day: number): number {
    return local * this.days.count + day - this.days.first;
  }
}
