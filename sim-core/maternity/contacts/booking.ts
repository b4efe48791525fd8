import { contactDraw, ContactDraw } from '../women/contact-draw.ts';
import type { Woman } from '../women/woman.ts';
import { Source, type Appointments, type Wanted } from './appointments.ts';
import type { Clinic, Wish } from './clinic.ts';
import type { ContactDays } from './contact-days.ts';
import { ContactKind } from './contact-kinds.ts';
import { DaySet } from './day-set.ts';
import type { Attendance } from './duties.ts';
import type { Offices } from './offices.ts';
import type { Hours, Programme } from './programme.ts';

/** Makes appointments: finds time with the right person in the right place, and writes it down. */
export class Booking {
  private readonly appointments: Appointments;
  private readonly offices: Offices;
  private readonly programme: Programme;
  private readonly days: ContactDays;
  private readonly taken = new DaySet();
  private readonly wish: Wish = {
    day: 0,
    earliest: 0,
    named: -1,
    ultrasound: false,
    minutes: 0,
    clock: 0,
    taken: this.taken,
  };

  constructor(appointments: Appointments, offices: Offices, programme: Programme, days: ContactDays) {
    this.appointments = appointments;
    this.offices = offices;
    this.programme = programme;
    this.days = days;
  }

  /**
   * Books a contact on the wanted day or as near to it as may be.
   * @param earliest first day possible
   * @returns index of the appointment, or −1 when there is no time
   */
  book(woman: Woman, wanted: Wanted, earliest: number): number {
    this.appointments.pendingDays(woman.number, this.taken);
    switch (wanted.source) {
      case Source.clinic:
        return this.bookClinic(woman, wanted, earliest);
      case Source.homeRound:
        return this.bookRound(woman, wanted, earliest);
      case Source.practitioner:
        return this.bookHours(woman, wanted, earliest, this.programme.generalPractice);
      case Source.obstetrician:
        return this.bookHours(woman, wanted, earliest, this.programme.outpatientClinic);
      default:
        // Teams work by office hours where they can; what they really have time for is settled at the contact.
        return this.bookHours(woman, wanted, this.teamDay(woman, wanted, earliest), this.programme.homeVisits);
    }
  }

  /** Books a clinic's contact later on the same day with somebody who has come to work. */
  bookToday(woman: Woman, wanted: Wanted, now: number, attendance: Attendance): number {
    const clinic = this.offices.clinics[wanted.place]!;
    this.taken.clear();
    const wish = this.wishFor(woman, wanted, clinic, 0);
    return clinic.bookToday(wish, now, attendance) ? this.addFound(woman, wanted, clinic) : -1;
  }

  private bookClinic(woman: Woman, wanted: Wanted, earliest: number): number {
    const clinic = this.offices.clinics[wanted.place];
    if (clinic === undefined) return -1;
    let { namedWithinDays, windowDays } = this.programme.data.booking;
    if (wanted.kind === ContactKind.digitalContact) {
      windowDays = wanted.lastDay - Math.max(wanted.day, earliest);
      if (windowDays < 0) return -1;
      namedWithinDays = Math.min(namedWithinDays, windowDays);
    }
    const wish = this.wishFor(woman, wanted, clinic, earliest);
    return clinic.book(wish, namedWithinDays, windowDays) ? this.addFound(woman, wanted, clinic) : -1;
  }

  private bookRound(woman: Woman, wanted: Wanted, earliest: number): number {
    const round = this.offices.rounds[wanted.place];
    if (wanted.lastDay < earliest) return -1;
    const named = round?.duties.placeOf(woman.namedMidwife) ?? -1;
    if (round === undefined || !round.find(wanted, earliest, named, this.taken)) {
      const relief = this.offices.reliefOf[wanted.place] ?? -1;
      return relief < 0 ? -1 : this.bookRound(woman, { ...wanted, place: relief }, earliest);
    }
    const { day, local } = round.found;
    const start = this.days.timeAt(day, this.visitClock(woman, wanted));
    const appointment = this.appointments.add(woman.number, wanted, day, start, wanted.minutes, local);
    round.add(this.appointments, appointment);
    return appointment;
  }

  /**
   * A day from which a woman can have her own midwife of the team: one on which she neither begins a turn on call nor may rest
   * after one, or at least begins none. Visits at home and on the ward can't wait for it.
   */
  private teamDay({ team, namedMidwife }: Woman, { kind, day: wanted }: Wanted, earliest: number): number {
    const { days } = this;
    const from = days.nextWorkingDay(Math.max(wanted, earliest));
    if (team === undefined || isHomeVisit(kind) || kind === ContactKind.teamWardVisit) return earliest;
    const until = Math.min(from + this.programme.data.booking.namedWithinDays, days.last);
    let secondBest = earliest;
    for (let day = from; day <= until; day = day < until ? days.nextWorkingDay(day + 1) : Infinity) {
      if (this.taken.has(day) || team.startsOnCall(namedMidwife, day)) continue;
      if (!team.startsOnCall(namedMidwife, day - 1)) return day;
      if (secondBest === earliest) secondBest = day;
    }
    return secondBest;
  }

  /** Providers without a list of appointments in the model: by the hours of their office on a working day. */
  private bookHours(woman: Woman, wanted: Wanted, earliest: number, { opens, closes }: Hours): number {
    let day = this.days.nextWorkingDay(Math.max(wanted.day, earliest));
    while (this.taken.has(day) && day < this.days.last) day = this.days.nextWorkingDay(day + 1);
    if (day < earliest || this.taken.has(day)) return -1;
    const u = contactDraw(woman.fate, ContactDraw.clockOfVisit, wanted.draw);
    const minutes = Math.min(wanted.minutes, closes - opens);
    const start = this.days.timeAt(day, opens + Math.floor(u * (closes - opens - minutes)));
    return this.appointments.add(woman.number, wanted, day, start, minutes);
  }

  private wishFor(woman: Woman, wanted: Wanted, clinic: Clinic, earliest: number): Wish {
    const { wish } = this;
    wish.day = wanted.day;
    wish.earliest = earliest;
    wish.ultrasound = wanted.kind === ContactKind.ultrasound;
    wish.named = clinic.duties.placeOf(woman.namedMidwife);
    wish.minutes = wanted.minutes + wanted.documentation;
    wish.clock = contactDraw(woman.fate, ContactDraw.clockOfVisit, wanted.draw);
    return wish;
  }

  private addFound(woman: Woman, wanted: Wanted, clinic: Clinic): number {
    const { local, day, slot, slots } = clinic.found;
    return this.appointments.add(
      woman.number,
      wanted,
      day,
      clinic.startOf(day, slot),
      wanted.minutes,
      local,
      slot,
      slots,
    );
  }

  /** Her own wish for the first visit, another clock time for each later one. */
  private visitClock({ fate }: Woman, { kind, draw }: Wanted): number {
    if (kind === ContactKind.midwifeHomeVisit) return fate.homeVisitClock;
    const { opens, closes } = this.programme.homeVisits;
    return opens + contactDraw(fate, ContactDraw.clockOfVisit, draw) * (closes - opens);
  }
}

export function isHomeVisit(kind: ContactKind): boolean {
  return (
    kind === ContactKind.midwifeHomeVisit ||
    kind === ContactKind.healthNurseHomeVisit ||
    kind === ContactKind.extraHomeVisit
  );
}
