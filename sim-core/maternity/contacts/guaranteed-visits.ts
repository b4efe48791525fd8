import type { Woman } from '../women/woman.ts';
import { Source, type Appointments, type Wanted } from './appointments.ts';
import type { Booking } from './booking.ts';
import type { ContactDays } from './contact-days.ts';
import { DaySet } from './day-set.ts';
import type { Offices } from './offices.ts';

/** Books several home visits of one woman, on different days: all of them or none. */
export class GuaranteedVisits {
  private readonly appointments: Appointments;
  private readonly offices: Offices;
  private readonly days: ContactDays;
  private readonly booking: Booking;
  private readonly taken = new DaySet();

  constructor(appointments: Appointments, offices: Offices, days: ContactDays, booking: Booking) {
    this.appointments = appointments;
    this.offices = offices;
    this.days = days;
    this.booking = booking;
  }

  /**
   * @param visits as they are wanted; each gets a day no later than its last
   * @param earliest first day possible
   * @param byTeam her team is to give them, by appointment on working days
   * @returns the appointments, or undefined when there is no room for all
   */
  book(woman: Woman, visits: readonly Wanted[], earliest: number, byTeam: boolean): number[] | undefined {
    const days = byTeam ? this.workingDays(woman, visits, earliest) : this.daysOnRound(woman, visits, earliest);
    if (days === undefined) return undefined;
    const source = byTeam ? Source.team : Source.homeRound;
    return visits.map((wanted, visit) => this.booking.book(woman, { ...wanted, source, day: days[visit]! }, earliest));
  }

  /** Days on which there is room on the round; what is found is the same as will be found when they are booked. */
  private daysOnRound(woman: Woman, visits: readonly Wanted[], earliest: number): number[] | undefined {
    const found: number[] = [];
    this.appointments.pendingDays(woman.number, this.taken);
    for (const wanted of visits) {
      const round = this.offices.rounds[wanted.place];
      if (round === undefined || wanted.lastDay < earliest) return undefined;
      const named = round.duties.placeOf(woman.namedMidwife);
      if (!round.find(wanted, earliest, named, this.taken)) return undefined;
      found.push(round.found.day);
      this.taken.add(round.found.day);
    }
    return found;
  }

  private workingDays(woman: Woman, visits: readonly Wanted[], earliest: number): number[] | undefined {
    const found: number[] = [];
    this.appointments.pendingDays(woman.number, this.taken);
    let day = earliest - 1;
    for (const { lastDay } of visits) {
      do day = this.days.nextWorkingDay(day + 1);
      while (this.taken.has(day) && day < lastDay);
      if (day > lastDay || this.taken.has(day)) return undefined;
      found.push(day);
    }
    return found;
  }
}
