import type { Woman } from '../women/woman.ts';
import { Outcome, Source, type Appointments, type Wanted } from './appointments.ts';
import { isHomeVisit, type Booking } from './booking.ts';
import type { ContactDays } from './contact-days.ts';
import { CarePhase, ContactKind, phaseOfKind, Setting } from './contact-kinds.ts';
import { DayList } from './day-list.ts';
import type { ContactStatistics } from './contact-statistics.ts';
import { ContactRecorder } from './contact-recorder.ts';
import type { ContactsContext } from './contacts-context.ts';
import { FollowUpEnd } from './follow-up-end.ts';
import type { RoundOutcome } from './home-round.ts';
import type { Offices } from './offices.ts';
import { PastAppointments } from './past-appointments.ts';
import { staysAway, type Programme } from './programme.ts';
import { TeamContacts } from './team-contacts.ts';

/** Draws of a contact that is booked again after a no-show. */
const rebooked = 1000;

/** What the course of contacts works with. */
export interface CourseParts {
  context: ContactsContext;
  programme: Programme;
  days: ContactDays;
  offices: Offices;
  appointments: Appointments;
  booking: Booking;
  statistics: ContactStatistics;
}

/** Takes a contact from the wish to its end: books it, begins it, moves it when it can't be kept, and writes it down. */
export class ContactCourse {
  private readonly context: ContactsContext;
  private readonly programme: Programme;
  private readonly days: ContactDays;
  private readonly offices: Offices;
  private readonly appointments: Appointments;
  private readonly booking: Booking;
  private readonly statistics: ContactStatistics;
  private readonly recorder: ContactRecorder;
  readonly teamContacts: TeamContacts;
  private readonly origins: number;
  private readonly outside: Uint8Array;
  /** When a woman is next free. */
  private readonly womanFree: Float64Array;
  readonly followUpEnd: FollowUpEnd;
  /** 1 for a woman from the beginning of labour, or of what takes its place, until she is home. */
  private readonly inHospital: Uint8Array;
  /** 1 where the rounds of a place and day are going to be planned. */
  private readonly roundPlanned: Uint8Array;
  private readonly dayList: DayList;
  private readonly past: PastAppointments;

  constructor({ context, programme, days, offices, appointments, booking, statistics }: CourseParts) {
    this.context = context;
    this.programme = programme;
    this.days = days;
    this.offices = offices;
    this.appointments = appointments;
    this.booking = booking;
    this.statistics = statistics;
    this.recorder = new ContactRecorder(context, offices, appointments, statistics);
    const origins = Object.values(context.inputs.data.origins);
    this.origins = origins.length;
    this.outside = Uint8Array.from(origins, ({ outside }) => (outside ? 1 : 0));
    this.womanFree = new Float64Array(context.women.length).fill(-Infinity);
    this.followUpEnd = new FollowUpEnd(appointments, context.women.length);
    this.past = new PastAppointments(appointments);
    this.inHospital = new Uint8Array(context.women.length);
    this.roundPlanned = new Uint8Array(offices.rounds.length * days.count);
    this.dayList = new DayList(context.simulation, days, appointments, (index) => this.begin(index));
    this.teamContacts = new TeamContacts(context, programme, days, appointments, {
      give: (woman, index, provider) => this.give(woman, index, provider),
      drop: (index) => this.end(index, Outcome.dropped),
      beginAt: (index, start) => context.simulation.scheduleAt(start, this.begin, index),
      move: (index) => this.move(index),
      toOrdinaryService: (woman, index) => this.moveToOrdinaryService(woman, index),
      travelled: (person, minutes) => this.roundOutcome.travelled(person, minutes),
      isInHospital: (woman) => this.inHospital[woman] === 1,
    });
  }

  isFromDistrict(woman: Woman): boolean {
    return this.outside[woman.origin] === 0;
  }

  /**
   * Books a contact that a woman needs, or counts it as not given.
   * @param earliest first day possible
   * @returns whether she has an appointment
   */
  arrange(woman: Woman, wanted: Wanted, earliest: number): boolean {
    if (wanted.day > this.days.horizon) return false;
    this.statistics.countWanted(wanted.kind);
    return this.book(woman, wanted, earliest);
  }

  /** Arranges a contact that comes without an appointment at an instant. */
  arrangeAt(woman: Woman, wanted: Wanted, start: number): void {
    if (wanted.day > this.days.horizon) return;
    this.statistics.countWanted(wanted.kind);
    this.enter(this.appointments.add(woman.number, wanted, wanted.day, start, wanted.minutes));
  }

  /** Writes to the log, in order of time, what lies before the clock's start. Nobody is sick, for nobody knows. */
  settlePast(woman: Woman): void {
    const { past, appointments } = this;
    for (let index = past.takeEarliest(); index >= 0; index = past.takeEarliest()) {
      if (this.isNoShow(woman.number, index)) continue;
      const start = appointments.start.at(index);
      this.end(index, Outcome.given);
      const provider = this.recorder.pastProvider(woman, index);
      this.record(woman.number, index, provider, start, start + appointments.minutes.at(index));
    }
  }

  /** A team takes over a booked contact: who of the team gives it, is asked when its time has come. */
  giveToTeam(index: number): void {
    if (!this.isForTeam(this.appointments.source.at(index) as Source, this.appointments.place.at(index))) return;
    // The rounds of the next days are left as they are.
    if (this.appointments.source.at(index) === Source.homeRound) return;
    this.release(index);
    this.appointments.source.set(index, Source.team);
  }

  /** She goes to hospital for the birth, or is home from it. */
  setInHospital(woman: number, isThere: boolean): void {
    this.inHospital[woman] = isThere ? 1 : 0;
  }

  /** The appointment isn't needed any more. */
  drop(index: number): void {
    this.end(index, Outcome.dropped);
  }

  readonly endFollowUp = (number: number): void => {
    const woman = this.context.women[number]!;
    if (this.isFromDistrict(woman)) this.statistics.countFollowUp(number);
    this.context.followUpEnded(woman);
  };

  private book(woman: Woman, wanted: Wanted, earliest: number): boolean {
    const byTeam = this.hasTeam(woman, wanted.day) && this.isForTeam(wanted.source, wanted.place);
    const index = this.booking.book(woman, byTeam ? { ...wanted, source: Source.team } : wanted, earliest);
    if (index < 0) this.statistics.countNotGiven(wanted.kind);
    else this.enter(index);
    return index >= 0;
  }

  /** A woman's team works on a day, and gives contacts. */
  hasTeam(woman: Woman, day: number): boolean {
    return woman.team?.worksOn(day) === true && this.context.teamProvider !== undefined;
  }

  /** Hospital contacts stay with the hospital. */
  private isForTeam(source: Source, place: number): boolean {
    return (
      source === Source.practitioner ||
      source === Source.homeRound ||
      (source === Source.clinic && place < this.origins)
    );
  }

  /** Sees to it that a booked contact begins. */
  enter(index: number): void {
    const { appointments, days } = this;
    const { simulation } = this.context;
    if (appointments.source.at(index) === Source.homeRound) {
      const day = appointments.day.at(index);
      const round = appointments.place.at(index);
      const at = round * days.count + day - days.first;
      if (this.roundPlanned[at] === 1) return;
      this.roundPlanned[at] = 1;
      simulation.scheduleAt(this.offices.rounds[round]!.startOf(day), this.planRound, at);
      return;
    }
    if (this.staysAway(index)) appointments.staysAway.set(index, 1);
    const start = appointments.start.at(index);
    if (start < simulation.now) this.past.push(index);
    else this.dayList.add(index, start);
  }

  /** Whether she is going to miss an appointment in pregnancy; a second time she comes. */
  private staysAway(index: number): boolean {
    const { appointments, context, programme } = this;
    const kind = appointments.kind.at(index) as ContactKind;
    const draw = appointments.draw.at(index);
    if (phaseOfKind[kind] !== CarePhase.pregnancy || kind === ContactKind.latentPhaseContact) return false;
    return draw < rebooked && staysAway(programme, context.women[appointments.woman.at(index)]!.fate, draw);
  }

  private readonly planRound = (at: number): void => {
    const { days, appointments, context } = this;
    const round = this.offices.rounds[Math.floor(at / days.count)]!;
    round.plan(days.first + (at % days.count), appointments, context.women, context.staffing, this.roundOutcome);
  };

  private readonly roundOutcome: RoundOutcome = {
    starts: (index, start) => {
      this.appointments.start.set(index, start);
      this.context.simulation.scheduleAt(start, this.begin, index);
    },
    displaced: (index) => this.move(index),
    travelled: (person, minutes) => {
      this.statistics.countTravel(minutes);
      this.context.onTravel(person, minutes);
    },
  };

  private readonly begin = (index: number): void => {
    const { appointments, context } = this;
    if (appointments.outcome.at(index) !== Outcome.pending) return;
    const number = appointments.woman.at(index);
    const source = appointments.source.at(index) as Source;
    if (this.isElsewhere(number, index) || this.isNoShow(number, index)) return;
    if (source === Source.clinic) this.beginInClinic(number, index);
    else if (source === Source.team) this.teamContacts.begin(context.women[number]!, index);
    else if (source === Source.reception) this.beginInReception(number, index);
    else this.give(number, index, this.recorder.providerOf(index));
  };

  /** In hospital, or in another contact that has taken longer: then it is moved, dropped or put off. */
  private isElsewhere(woman: number, index: number): boolean {
    const { appointments, context } = this;
    const source = appointments.source.at(index) as Source;
    const withoutAppointment = source === Source.postnatalWard || source === Source.reception;
    if (appointments.kind.at(index) === ContactKind.teamWardVisit) return false;
    if (this.inHospital[woman] === 1) {
      const pregnant = phaseOfKind[appointments.kind.at(index)] === CarePhase.pregnancy;
      if (pregnant || withoutAppointment) this.end(index, Outcome.dropped);
      else this.move(index);
      return true;
    }
    const free = this.womanFree[woman]!;
    if (free <= context.simulation.now) return false;
    if (withoutAppointment) context.simulation.scheduleAt(free, this.begin, index);
    else this.move(index);
    return true;
  }

  private beginInClinic(number: number, index: number): void {
    const { appointments, context } = this;
    const provider = this.recorder.providerOf(index);
    if (!context.staffing.isAway(provider, appointments.day.at(index))) {
      this.give(number, index, provider);
      return;
    }
    const woman = context.women[number]!;
    const wanted = appointments.wanted(index);
    const other = this.booking.bookToday(woman, wanted, context.simulation.now, context.staffing);
    if (other < 0) this.move(index);
    else {
      this.end(index, Outcome.moved);
      this.enter(other);
    }
  }

  /** Nobody of her team has time: the district's midwives take it. */
  private moveToOrdinaryService(woman: Woman, index: number): void {
    const kind = this.appointments.kind.at(index) as ContactKind;
    const source = isHomeVisit(kind) ? Source.homeRound : Source.clinic;
    const wanted = { ...this.appointments.wanted(index), source };
    const today = this.days.dayOf(this.context.simulation.now);
    this.end(index, Outcome.moved);
    const other = this.booking.book(woman, wanted, today + 1);
    if (other < 0) this.fail(woman, index);
    else this.enter(other);
  }

  private beginInReception(woman: number, index: number): void {
    const { appointments, context, womanFree } = this;
    if (this.teamContacts.visitInLatentPhase(context.women[woman]!, index)) return;
    const site = appointments.place.at(index);
    const minutes = appointments.minutes.at(index);
    this.end(index, Outcome.given);
    womanFree[woman] = context.simulation.now + minutes;
    context.reception(site, minutes, (midwife, start, end) => {
      this.record(woman, index, midwife, start, end);
      context.onContact(woman, ContactKind.latentPhaseContact, Setting.site, site, midwife);
    });
  }

  /** The contact takes place now. */
  private give(woman: number, index: number, provider: number): void {
    const { appointments, context } = this;
    const { now } = context.simulation;
    const kind = appointments.kind.at(index) as ContactKind;
    const end = now + appointments.minutes.at(index);
    this.end(index, Outcome.given);
    this.record(woman, index, provider, now, end);
    const setting = this.recorder.settingOf(index);
    context.onContact(woman, kind, setting, this.recorder.placeOf(woman, index, setting), provider);
    if (this.followUpEnd.isWith(woman, index)) context.simulation.scheduleAt(end, this.endFollowUp, woman);
  }

  private record(woman: number, index: number, provider: number, start: number, end: number): void {
    this.recorder.record(woman, index, provider, start, end);
    if (end > this.womanFree[woman]!) this.womanFree[woman] = end;
  }

  /** She may not come: then the time has been kept for nothing, and she gets another, once. */
  private isNoShow(number: number, index: number): boolean {
    const { appointments } = this;
    if (appointments.staysAway.at(index) === 0) return false;
    const woman = this.context.women[number]!;
    this.end(index, Outcome.noShow);
    this.statistics.countNoShow(appointments.kind.at(index) as ContactKind);
    this.recorder.countUse(index);
    const tomorrow = appointments.day.at(index) + 1;
    const draw = appointments.draw.at(index) + rebooked;
    this.book(woman, { ...appointments.wanted(index), draw, day: tomorrow }, tomorrow);
    return true;
  }

  /** Puts another appointment in the place of one that can't be kept, or counts it as not given. */
  private move(index: number): void {
    const woman = this.context.women[this.appointments.woman.at(index)]!;
    const tomorrow = this.days.dayOf(this.context.simulation.now) + 1;
    this.end(index, Outcome.moved);
    const other = this.booking.book(woman, this.appointments.wanted(index), tomorrow);
    if (other < 0) this.fail(woman, index);
    else this.enter(other);
  }

  private fail(woman: Woman, index: number): void {
    const kind = this.appointments.kind.at(index) as ContactKind;
    this.end(index, Outcome.failed);
    this.statistics.countNotGiven(kind);
    if (this.followUpEnd.isWith(woman.number, index)) this.endFollowUp(woman.number);
  }

  /** Gives an appointment its outcome, and its time back when it is not needed. */
  private end(index: number, outcome: Outcome): void {
    if (outcome === Outcome.dropped) this.release(index);
    this.appointments.outcome.set(index, outcome);
  }

  private release(index: number): void {
    const { appointments } = this;
    if (appointments.source.at(index) !== Source.clinic) return;
    const clinic = this.offices.clinics[appointments.place.at(index)]!;
    const day = appointments.day.at(index);
    clinic.release(appointments.local.at(index), day, appointments.slot.at(index), appointments.slots.at(index));
  }
}
