import type { Woman } from '../women/woman.ts';
import { AntenatalPlan } from './antenatal-plan.ts';
import { Appointments, Outcome, Source } from './appointments.ts';
import { Booking } from './booking.ts';
import { ContactCourse } from './contact-course.ts';
import { ContactDays } from './contact-days.ts';
import { ContactKind } from './contact-kinds.ts';
import { ContactStatistics } from './contact-statistics.ts';
import type { ContactsContext } from './contacts-context.ts';
import { FollowUpPlan } from './follow-up-plan.ts';
import { GuaranteedVisits } from './guaranteed-visits.ts';
import type { TeamContactCounts } from './team-contact-counts.ts';
import { TeamFollowUpPlan } from './team-follow-up-plan.ts';
import { latentPhaseTimes } from './latent-phase.ts';
import { NamedMidwives } from './named-midwives.ts';
import { officesOf, type Offices } from './offices.ts';
import { preferenceOf, programmeOf, type Programme } from './programme.ts';

const minutesPerDay = 1440;
/** Days after the horizon to which appointments wanted within it may be moved. */
const margin = 30;
const latentDraws = 400;

/**
 * Every contact outside labour: the antenatal programme, visits in the latent phase, home visits and the rest of the
 * follow-up. A contact is booked when the need is known and begins by one event; it has a person, a place and a payer. It
 * is moved when somebody is sick, and what can't be given is counted. What is wanted after the horizon isn't booked.
 *
 * One woman's way through it: `register`, perhaps `switchToTeam`, `gaveBirth`, or `stopPregnancy` when she is lost,
 * `wentHome`, and then the context's `followUpEnded`, which comes for every woman who went home.
 */
export class Contacts {
  readonly statistics: ContactStatistics;
  /** Every appointment and what became of it. */
  readonly appointments: Appointments;
  readonly offices: Offices;
  private readonly context: ContactsContext;
  private readonly programme: Programme;
  private readonly days: ContactDays;
  private readonly course: ContactCourse;
  private readonly antenatalPlan: AntenatalPlan;
  private readonly followUpPlan: FollowUpPlan;
  private readonly guaranteedVisits: GuaranteedVisits;
  private readonly teamFollowUpPlan: TeamFollowUpPlan;
  private readonly namedMidwives: NamedMidwives;
  private readonly origins: number;
  private countingFrom = NaN;

  /** @throws RangeError when a health station has midwives but no consulting hours */
  constructor(context: ContactsContext) {
    const { inputs, women, workforce, staffing } = context;
    this.context = context;
    this.origins = Object.keys(inputs.data.origins).length;
    this.programme = programmeOf(inputs);
    this.days = daysOf(context);
    this.offices = officesOf(inputs, this.programme, this.days, workforce, staffing);
    this.appointments = new Appointments(women.length);
    this.statistics = new ContactStatistics(women.length, this.offices.clinics.length);
    this.namedMidwives = new NamedMidwives(workforce.people.length, women.length);
    this.antenatalPlan = new AntenatalPlan(this.programme, this.days, inputs, context.calendar);
    this.followUpPlan = new FollowUpPlan(this.programme, this.days, inputs, context.calendar);
    this.teamFollowUpPlan = new TeamFollowUpPlan(this.programme, this.days, inputs.data.continuityTeams);
    const { programme, days, offices, appointments, statistics } = this;
    const booking = new Booking(appointments, offices, programme, days);
    this.guaranteedVisits = new GuaranteedVisits(appointments, offices, days, booking);
    this.course = new ContactCourse({ context, programme, days, offices, appointments, booking, statistics });
  }

  /** What became of the contacts of continuity teams. */
  get teamContacts(): TeamContactCounts {
    return this.course.teamContacts.counts;
  }

  /** The warm-up is over: statistics count from now on. */
  startCounting(): void {
    this.statistics.counting = true;
    this.teamContacts.counting = true;
    this.countingFrom = this.context.simulation.now;
  }

  /** Minutes of consultations planned in a clinic, by its index in `offices`, from the start of counting up to today. */
  plannedMinutes(clinic: number): number {
    const from = this.days.dayOf(this.countingFrom);
    const today = this.days.dayOf(this.context.simulation.now);
    return this.offices.clinics[clinic]?.plannedMinutes(from, today) ?? 0;
  }

  /**
   * She registers for care: she gets a midwife of her own, unless she wants none or has a team, and everything of
   * pregnancy is booked. What lies before the clock's start goes to the log as having happened.
   */
  register(woman: Woman): void {
    const { fate, origin } = woman;
    const { course } = this;
    const today = this.days.dayOf(fate.registersAt);
    const fromDistrict = course.isFromDistrict(woman);
    if (fromDistrict) this.nameMidwife(woman, today);
    const places = {
      healthStation: fromDistrict ? origin : -1,
      hospitalClinic: fate.intendedSite < 0 ? -1 : this.origins + fate.intendedSite,
    };
    this.antenatalPlan.each(woman, places, (wanted) => course.arrange(woman, wanted, today + 1));
    if (fate.intendedSite >= 0) this.arrangeLatentPhase(woman);
    course.settlePast(woman);
  }

  /** A team takes over what is booked with her health station or her general practitioner. */
  switchToTeam(woman: Woman): void {
    this.namedMidwives.release(woman.number);
    this.eachPending(woman, (index) => this.course.giveToTeam(index));
  }

  /** She is lost to follow-up, or her pregnancy is over: what is left of pregnancy is dropped. */
  stopPregnancy(woman: Woman): void {
    this.namedMidwives.release(woman.number);
    this.eachPending(woman, (index) => this.course.drop(index));
  }

  /** She has given birth: what is left of pregnancy is dropped, and her team may come to the ward. */
  gaveBirth(woman: Woman): void {
    this.stopPregnancy(woman);
    if (woman.team !== undefined) this.arrangeWardVisits(woman);
  }

  /** Labour begins, or an induction or a planned caesarean: until she is home she has no contacts but those of the wards. */
  labourBegins(woman: Woman): void {
    this.course.setInHospital(woman.number, true);
  }

  /**
   * Books home visits for a woman who would go home early, all or none; tells whether it did. They take the place of her
   * ordinary visit by the midwife and of extra ones for a short stay.
   * @param leavesAt when she would leave
   * @param withinDays days after that by which they have been given
   */
  bookGuaranteedVisits(woman: Woman, leavesAt: number, visits: number, withinDays: number): boolean {
    const leavesOn = this.days.dayOf(leavesAt);
    const wanted = this.followUpPlan.guaranteed(woman, leavesOn, visits, withinDays);
    const tomorrow = leavesOn + 1;
    const booked = this.guaranteedVisits.book(woman, wanted, tomorrow, this.course.hasTeam(woman, tomorrow));
    if (booked === undefined) return false;
    for (const { kind } of wanted) this.statistics.countWanted(kind);
    for (const index of booked) this.course.enter(index);
    return true;
  }

  /** When a woman is free who has a contact at home at some time between two instants; −∞ when she has none. */
  busyUntil({ number }: Woman, from: number, to: number): number {
    const { appointments } = this;
    let until = -Infinity;
    for (let index = appointments.latestOf(number); index >= 0; index = appointments.before(index)) {
      const outcome = appointments.outcome.at(index);
      if (outcome !== Outcome.pending && outcome !== Outcome.given) continue;
      const start = appointments.start.at(index);
      const end = start + appointments.minutes.at(index);
      if (start < to && end > from && end > until) until = end;
    }
    return until;
  }

  /** She is home from the birth: everything after it is booked, and the end of her follow-up is certain. */
  wentHome(woman: Woman): void {
    const { course } = this;
    const { simulation } = this.context;
    const { now } = simulation;
    course.setInHospital(woman.number, false);
    const tomorrow = this.days.dayOf(now) + 1;
    const { origin } = woman;
    if (woman.team !== undefined) this.endWardVisits(woman);
    const healthStation = course.isFromDistrict(woman) ? origin : -1;
    const plan = this.followUpPlan.of(woman, now, {
      healthStation,
      midwifeRound: origin,
      healthNurseRound: this.origins + origin,
      assistantRound: this.offices.rounds[2 * this.origins + origin] === undefined ? -1 : 2 * this.origins + origin,
    });
    let hasLastContact = false;
    for (const wanted of plan) {
      if (wanted.source === Source.postnatalWard) {
        course.arrangeAt(woman, wanted, this.followUpPlan.wardContactAt(woman, now));
      } else if (course.arrange(woman, wanted, tomorrow) && wanted.kind === ContactKind.sixWeekCheck) {
        course.followUpEnd.comesWith(woman.number, wanted.draw);
        hasLastContact = true;
      }
    }
    for (const wanted of this.teamFollowUpPlan.contacts(woman, now, healthStation)) {
      hasLastContact = course.arrange(woman, wanted, tomorrow);
      course.followUpEnd.comesWith(woman.number, hasLastContact ? wanted.draw : -1);
    }
    if (hasLastContact) return;
    const end = Math.max(this.followUpPlan.endOf(woman, now), this.teamFollowUpPlan.endOf(woman, now));
    simulation.scheduleAt(end, course.endFollowUp, woman.number);
  }

  /** Her team comes to see her on the postnatal ward, if it does that. */
  private arrangeWardVisits(woman: Woman): void {
    const tomorrow = this.days.dayOf(this.context.simulation.now) + 1;
    for (const wanted of this.teamFollowUpPlan.wardVisits(woman)) this.course.arrange(woman, wanted, tomorrow);
  }

  private endWardVisits(woman: Woman): void {
    const { kind } = this.appointments;
    this.eachPending(woman, (index) => {
      if (kind.at(index) === ContactKind.teamWardVisit) this.course.drop(index);
    });
  }

  private nameMidwife(woman: Woman, day: number): void {
    const clinic = this.offices.clinics[woman.origin];
    if (clinic === undefined || woman.team !== undefined || woman.namedMidwife >= 0) return;
    if (preferenceOf(this.programme, woman.fate) === 'practitioner') return;
    woman.namedMidwife = this.namedMidwives.assign(woman.number, clinic.duties.people, day);
  }

  private arrangeLatentPhase(woman: Woman): void {
    const { latentPhase } = this.programme.data;
    latentPhaseTimes(woman.fate, latentPhase).forEach((time, index) => {
      const start = Math.max(time, woman.fate.registersAt);
      const day = this.days.dayOf(start);
      const wanted = {
        kind: ContactKind.latentPhaseContact,
        source: Source.reception,
        place: woman.fate.intendedSite,
        draw: latentDraws + index,
        day,
        lastDay: day,
        minutes: latentPhase.duration,
        documentation: 0,
      };
      this.course.arrangeAt(woman, wanted, start);
    });
  }

  private eachPending(woman: Woman, visit: (index: number) => void): void {
    const { appointments } = this;
    for (let index = appointments.latestOf(woman.number); index >= 0; index = appointments.before(index)) {
      if (appointments.outcome.at(index) === Outcome.pending) visit(index);
    }
  }
}

/** From the first registration to some time after the horizon. */
function daysOf({ calendar, inputs, women }: ContactsContext): ContactDays {
  let first = -1;
  // A day may be an hour longer or shorter than others.
  for (const { fate } of women) first = Math.min(first, Math.floor(fate.registersAt / minutesPerDay) - 2);
  return new ContactDays(calendar, first, calendar.dayNumber(inputs.horizon.end), margin);
}
