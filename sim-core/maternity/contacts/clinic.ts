import type { Unit } from '../staff/unit.ts';
import type { ContactDays } from './contact-days.ts';
import type { DaySet } from './day-set.ts';
import { Duty, type Attendance, type Duties } from './duties.ts';

/** At most as many slots a day as an integer has bits beside its sign. */
const mostSlots = 31;

/** Where an appointment is wanted. */
export interface Wish {
  /** The day wanted, and the first day possible. */
  day: number;
  earliest: number;
  /** Place of her named midwife among the people of the clinic, or −1. */
  named: number;
  /** Whether only those with the skill of ultrasound can do it. */
  ultrasound: boolean;
  minutes: number;
  /** Share of the day that has passed when she would like to come, 0…1. */
  clock: number;
  /** Days on which she is elsewhere. */
  taken: DaySet;
}

/**
 * A place with opening hours where people have appointments: a health station or an outpatient clinic. Each person's day
 * is a row of equal slots, one bit each; an appointment takes as many neighbouring ones as it needs.
 */
export class Clinic {
  readonly unit: Unit;
  readonly duties: Duties;
  readonly slotMinutes: number;
  /** What the last successful booking found. */
  readonly found = { local: -1, day: 0, slot: 0, slots: 0 };
  private readonly days: ContactDays;
  private readonly opens: number;
  private readonly slotCount: number;
  /** People by their places, with and without the skill of ultrasound. */
  private readonly skilled: readonly number[];
  private readonly unskilled: readonly number[];
  /** 1 where a slot is taken or the person has no consultations. */
  private readonly taken: Int32Array;

  /**
   * @param opens @param closes clock times in minutes, 03:00 or later
   * @throws RangeError when the hours hold no slot or more than 31
   */
  constructor(unit: Unit, duties: Duties, days: ContactDays, opens: number, closes: number, slotMinutes: number) {
    this.unit = unit;
    this.duties = duties;
    this.days = days;
    this.opens = opens;
    this.slotMinutes = slotMinutes;
    this.slotCount = Math.floor((closes - opens) / slotMinutes);
    if (!(this.slotCount >= 1 && this.slotCount <= mostSlots)) {
      throw new RangeError(`${unit.id} has ${this.slotCount} slots a day: 1 to ${mostSlots} are possible`);
    }
    const locals = duties.people.map((_, local) => local);
    this.skilled = locals.filter((local) => duties.people[local]!.skills.includes('ultrasound'));
    this.unskilled = locals.filter((local) => !this.skilled.includes(local));
    this.taken = new Int32Array(duties.people.length * days.count).fill(-1);
    const open = ~((1 << this.slotCount) - 1);
    for (let local = 0; local < duties.people.length; local++) {
      for (let day = days.first; day <= days.last; day++) {
        if (duties.of(local, day) === Duty.consultations) this.taken[this.at(local, day)] = open;
      }
    }
  }

  /**
   * Books as near to the wish as possible: with the named midwife within `namedWithin` days of it, else with a colleague
   * within those days, else with anybody later within `window` days. Then `found` holds the appointment.
   * @returns false when there is none
   */
  book(wish: Wish, namedWithin: number, window: number): boolean {
    if (wish.named >= 0) {
      for (let step = 0; step <= 2 * namedWithin; step++) {
        const day = wish.day + offset(step);
        if (this.possible(wish, day) && this.tryPerson(wish, wish.named, day, 0)) return true;
      }
    }
    for (let step = 0; step <= 2 * namedWithin; step++) {
      if (this.tryAnybody(wish, wish.day + offset(step))) return true;
    }
    const last = Math.max(wish.day, wish.earliest) + window;
    for (let day = Math.max(wish.day + namedWithin + 1, wish.earliest); day <= last; day++) {
      if (this.tryAnybody(wish, day)) return true;
    }
    return false;
  }

  /** Books later on the same day, from an instant on, with somebody who has come to work. */
  bookToday(wish: Wish, now: number, attendance: Attendance): boolean {
    const day = this.days.dayOf(now);
    const first = Math.max(0, Math.ceil((now - this.days.timeAt(day, this.opens)) / this.slotMinutes));
    if (first >= this.slotCount) return false;
    const { people } = this.duties;
    const come = (local: number): boolean => !attendance.isAway(people[local]!.number, day);
    if (!wish.ultrasound && this.tryEach(this.unskilled, wish, day, first, come)) return true;
    return this.tryEach(this.skilled, wish, day, first, come);
  }

  /** Gives slots back. */
  release(local: number, day: number, slot: number, slots: number): void {
    this.taken[this.at(local, day)]! &= ~(((1 << slots) - 1) << slot);
  }

  /** The instant at which a slot of a day begins. */
  startOf(day: number, slot: number): number {
    return this.days.timeAt(day, this.opens + slot * this.slotMinutes);
  }

  /** Minutes of consulting time that the plan holds from one day up to, not including, another. */
  plannedMinutes(fromDay: number, toDay: number): number {
    let personDays = 0;
    for (let local = 0; local < this.duties.people.length; local++) {
      for (let day = this.days.within(fromDay); day < toDay && day <= this.days.last; day++) {
        if (this.duties.of(local, day) === Duty.consultations) personDays++;
      }
    }
    return personDays * this.slotCount * this.slotMinutes;
  }

  /** Those who can do ultrasound are kept for it as long as others can be had. */
  private tryAnybody(wish: Wish, day: number): boolean {
    if (!this.possible(wish, day)) return false;
    if (!wish.ultrasound && this.tryEach(this.unskilled, wish, day, 0)) return true;
    return this.tryEach(this.skilled, wish, day, 0);
  }

  private tryEach(
    locals: readonly number[],
    wish: Wish,
    day: number,
    firstSlot: number,
    suits?: (local: number) => boolean,
  ): boolean {
    const count = locals.length;
    if (count === 0) return false;
    // Another colleague is asked first on each day, so that no one's list fills before the others'.
    let turn = (day - this.days.first) % count;
    for (let step = 0; step < count; step++) {
      const local = locals[turn]!;
      if (++turn === count) turn = 0;
      if (suits !== undefined && !suits(local)) continue;
      if (this.tryPerson(wish, local, day, firstSlot)) return true;
    }
    return false;
  }

  private possible(wish: Wish, day: number): boolean {
    return day >= wish.earliest && this.days.has(day) && !wish.taken.has(day);
  }

  private tryPerson(wish: Wish, local: number, day: number, firstSlot: number): boolean {
    const at = this.at(local, day);
    const free = ~this.taken[at]!;
    if (free === 0) return false;
    const slots = Math.ceil(wish.minutes / this.slotMinutes);
    let starts = free & (-1 << firstSlot);
    for (let next = 1; next < slots; next++) starts &= free >>> next;
    if (starts === 0) return false;
    const later = starts & (-1 << Math.floor(wish.clock * this.slotCount));
    const slot = lowestBit(later === 0 ? starts : later);
    this.taken[at]! |= ((1 << slots) - 1) << slot;
    const { found } = this;
    found.local = local;
    found.day = day;
    found.slot = slot;
    found.slots = slots;
    return true;
  }

  private at(local: number, day: number): number {
    return local * this.days.count + day - this.days.first;
  }
}

/** 0, 1, −1, 2, −2, … */
function offset(step: number): number {
  return step % 2 === 0 ? -step / 2 : (step + 1) / 2;
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
