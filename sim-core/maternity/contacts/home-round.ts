import { contactDraw, ContactDraw } from '../women/contact-draw.ts';
import type { Woman } from '../women/woman.ts';
import type { Unit } from '../staff/unit.ts';
import type { Appointments, Wanted } from './appointments.ts';
import type { ContactDays } from './contact-days.ts';
import { ContactKind } from './contact-kinds.ts';
import type { DaySet } from './day-set.ts';
import type { TravelLegs } from './contact-lengths.ts';
import { Duty, type Attendance, type Duties } from './duties.ts';
import type { Hours } from './programme.ts';

/** What comes of a day's rounds. */
export interface RoundOutcome {
  /** A visit has got its time. */
  starts(appointment: number, start: number): void;
  /** Nobody has room for a visit on this day after all. */
  displaced(appointment: number): void;
  travelled(person: number, minutes: number): void;
}

/**
 * The home visits of a unit's people in one district. Visits are booked on a person's day as long as she has time for them
 * at ordinary speed; when the day begins they are put in the order in which the women would like to be visited, and she
 * drives from the station from one to the next and back. Visits that would not end in time are not begun. A contact by
 * video is a visit without a journey.
 */
export class HomeRound {
  readonly unit: Unit;
  readonly duties: Duties;
  /** Person of the last booking that succeeded, by her place among the people of the unit, and its day. */
  readonly found = { local: -1, day: 0 };
  private readonly days: ContactDays;
  private readonly hours: Hours;
  private readonly legs: TravelLegs;
  private readonly meanLeg: number;
  /** By person and day: minutes already booked, and the first of her visits or −1. */
  private readonly booked: Float32Array;
  private readonly first: Int32Array;
  private readonly order: number[] = [];

  /** @param meanLeg minutes from one home to the next in ordinary daytime traffic */
  constructor(unit: Unit, duties: Duties, days: ContactDays, hours: Hours, legs: TravelLegs, meanLeg: number) {
    this.unit = unit;
    this.duties = duties;
    this.days = days;
    this.hours = hours;
    this.legs = legs;
    this.meanLeg = meanLeg;
    this.booked = new Float32Array(duties.people.length * days.count);
    this.first = new Int32Array(duties.people.length * days.count).fill(-1);
  }

  /**
   * Looks for room between two days: with the woman's named midwife first, and from the wanted day on before the days
   * ahead of it. Then `found` holds person and day.
   * @returns false when there is none
   */
  find(
    { kind, day, lastDay, minutes, documentation }: Wanted,
    firstDay: number,
    named: number,
    taken: DaySet,
  ): boolean {
    const need = this.need(kind, minutes, documentation);
    const length = lastDay - firstDay + 1;
    const wanted = Math.min(Math.max(day, firstDay), lastDay);
    for (const withNamed of named >= 0 ? [true, false] : [false]) {
      for (let step = 0; step < length; step++) {
        const today = wanted + step <= lastDay ? wanted + step : lastDay - step;
        if (!this.days.has(today) || taken.has(today)) continue;
        const count = withNamed ? 1 : this.duties.people.length;
        for (let turn = 0; turn < count; turn++) {
          const local = withNamed ? named : (today - this.days.first + turn) % count;
          if (!this.hasRoom(local, today, need)) continue;
          this.found.local = local;
          this.found.day = today;
          return true;
        }
      }
    }
    return false;
  }

  /** Books an appointment on what `find` found. */
  add(appointments: Appointments, appointment: number): void {
    this.append(appointments, appointment, this.found.local, this.found.day);
  }

  /** The instant at which the day's rounds begin. */
  startOf(day: number): number {
    return this.days.timeAt(day, this.hours.opens);
  }

  /** Plans the day: gives the visits of those who haven't come to colleagues, then every visit its time. */
  plan(
    day: number,
    appointments: Appointments,
    women: readonly Woman[],
    attendance: Attendance,
    outcome: RoundOutcome,
  ): void {
    const { people } = this.duties;
    for (let local = 0; local < people.length; local++) {
      const at = this.at(local, day);
      if (this.first[at] === -1 || !attendance.isAway(people[local]!.number, day)) continue;
      let visit = this.first[at]!;
      this.first[at] = -1;
      while (visit >= 0) {
        const next = appointments.nextInRound.at(visit);
        if (!this.giveToColleague(day, visit, appointments, attendance)) outcome.displaced(visit);
        visit = next;
      }
    }
    for (let local = 0; local < people.length; local++) {
      if (this.first[this.at(local, day)] !== -1) this.drive(local, day, appointments, women, outcome);
    }
  }

  private drive(
    local: number,
    day: number,
    appointments: Appointments,
    women: readonly Woman[],
    outcome: RoundOutcome,
  ): void {
    const { order, legs, meanLeg } = this;
    order.length = 0;
    for (let visit = this.first[this.at(local, day)]!; visit >= 0; visit = appointments.nextInRound.at(visit)) {
      order.push(visit);
    }
    order.sort((a, b) => appointments.start.at(a) - appointments.start.at(b) || a - b);
    let clock = this.hours.opens;
    let travel = 0;
    for (const visit of order) {
      const u = contactDraw(women[appointments.woman.at(visit)]!.fate, ContactDraw.travel, appointments.draw.at(visit));
      const leg = appointments.kind.at(visit) === ContactKind.digitalContact ? 0 : legs.leg(u, meanLeg, clock);
      const end = clock + leg + appointments.minutes.at(visit);
      if (end > this.hours.closes) {
        outcome.displaced(visit);
        continue;
      }
      travel += leg;
      appointments.local.set(visit, local);
      outcome.starts(visit, this.days.timeAt(day, clock + leg));
      clock = end + appointments.documentation.at(visit);
    }
    // The way back to the station.
    if (travel > 0) outcome.travelled(this.duties.people[local]!.number, travel + legs.leg(0.5, meanLeg, clock));
  }

  private giveToColleague(day: number, visit: number, appointments: Appointments, attendance: Attendance): boolean {
    const need = this.needOf(appointments, visit);
    const { people } = this.duties;
    for (let turn = 0; turn < people.length; turn++) {
      const local = (day - this.days.first + turn) % people.length;
      if (!this.hasRoom(local, day, need) || attendance.isAway(people[local]!.number, day)) continue;
      this.append(appointments, visit, local, day);
      return true;
    }
    return false;
  }

  private append(appointments: Appointments, visit: number, local: number, day: number): void {
    const at = this.at(local, day);
    appointments.nextInRound.set(visit, this.first[at]!);
    this.first[at] = visit;
    this.booked[at]! += this.needOf(appointments, visit);
  }

  private needOf(appointments: Appointments, visit: number): number {
    const kind = appointments.kind.at(visit) as ContactKind;
    return this.need(kind, appointments.minutes.at(visit), appointments.documentation.at(visit));
  }

  private need(kind: ContactKind, minutes: number, documentation: number): number {
    return minutes + documentation + (kind === ContactKind.digitalContact ? 0 : this.meanLeg);
  }

  private hasRoom(local: number, day: number, need: number): boolean {
    if (this.duties.of(local, day) !== Duty.homeVisits) return false;
    return this.booked[this.at(local, day)]! + need <= this.hours.closes - this.hours.opens;
  }

  private at(local: number, day: number): number {
    return local * this.days.count + day - this.days.first;
  }
}
