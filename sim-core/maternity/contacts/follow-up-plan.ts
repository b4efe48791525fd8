import { poissonCount } from '../../kernel/index.ts';
import { contactDraw, ContactDraw } from '../women/contact-draw.ts';
import type { Woman } from '../women/woman.ts';
import { Source, type Wanted } from './appointments.ts';
import type { ContactDays } from './contact-days.ts';
import { ContactKind } from './contact-kinds.ts';
import { lengthAbout } from './contact-lengths.ts';
import type { Programme } from './programme.ts';

const minutesPerDay = 1440;
const minutesPerHour = 60;
/** First draws of each sort of contact. */
const draws = { midwife: 300, healthNurse: 301, early: 310, vulnerable: 320, ward: 340, check: 350 };
const mostVisits = 10;
const vulnerableCountDraw = 1;

/** Where a woman is followed up; −1 for what she doesn't have in the model. */
export interface FollowUpPlaces {
  healthStation: number;
  midwifeRound: number;
  healthNurseRound: number;
}

/** What a woman and her child are to have after they have gone home. */
export class FollowUpPlan {
  private readonly programme: Programme;
  private readonly days: ContactDays;

  constructor(programme: Programme, days: ContactDays) {
    this.programme = programme;
    this.days = days;
  }

  /**
   * @param now when she goes home
   * @returns her contacts; the six-week check is the last of them if she comes to it
   */
  of(woman: Woman, now: number, places: FollowUpPlaces): Wanted[] {
    const wanted: Wanted[] = [];
    const today = this.days.dayOf(now);
    this.addWardContact(woman, now, wanted);
    if (places.healthStation < 0) return wanted;
    this.addMidwifeVisits(woman, now, today, places.midwifeRound, wanted);
    this.addHealthNurseVisits(woman, today, places.healthNurseRound, wanted);
    this.addCheck(woman, now, places.healthStation, wanted);
    return wanted;
  }

  /** When her follow-up ends if she doesn't come to the six-week check: the day it would be, but not before tomorrow. */
  endOf({ bornAt }: Woman, now: number): number {
    return Math.max(bornAt + this.programme.data.sixWeekCheck.afterDays * minutesPerDay, now + minutesPerDay);
  }

  /** When she would turn to the postnatal ward, at any hour of the days after she has gone home. */
  wardContactAt({ fate }: Woman, now: number): number {
    const { withinDays } = this.programme.data.returnToWard;
    return now + contactDraw(fate, ContactDraw.returnToWardTime) * withinDays * minutesPerDay;
  }

  private addMidwifeVisits(woman: Woman, now: number, today: number, round: number, wanted: Wanted[]): void {
    const { homeVisit, extraHomeVisits } = this.programme.data;
    const { fate, bornAt, team } = woman;
    const share = team?.worksOn(today) === true ? team.parameters.homeVisitShare : homeVisit.share;
    if (fate.homeVisitDraw < share) {
      const day = today + fate.homeVisitAfterDays;
      const lastDay = today + Math.floor(homeVisit.withinDays);
      wanted.push(this.visit(fate, ContactKind.midwifeHomeVisit, round, draws.midwife, day, lastDay));
    }
    if (now - bornAt >= extraHomeVisits.earlyStay * minutesPerHour) return;
    for (let visit = 0; visit < extraHomeVisits.early; visit++) {
      const draw = draws.early + visit;
      const lastDay = today + extraHomeVisits.earlyWithinDays;
      const day = today + 1 + Math.floor(contactDraw(fate, ContactDraw.extraHomeVisit, draw) * (lastDay - today));
      wanted.push(this.visit(fate, ContactKind.extraHomeVisit, round, draw, day, lastDay));
    }
  }

  private addHealthNurseVisits({ fate, bornAt }: Woman, today: number, round: number, wanted: Wanted[]): void {
    const { healthNurseVisit, extraHomeVisits } = this.programme.data;
    const birthday = this.days.dayOf(bornAt);
    if (fate.healthNurseVisitDraw < healthNurseVisit.share) {
      const { fromDay, toDay, latestDay } = healthNurseVisit;
      const u = contactDraw(fate, ContactDraw.healthNurseDay);
      const day = Math.max(birthday + fromDay + Math.floor(u * (toDay - fromDay + 1)), today + 1);
      // A child that was long in hospital is visited within as many days after it has come home.
      const lastDay = Math.max(birthday + latestDay, today + latestDay - fromDay);
      wanted.push(this.visit(fate, ContactKind.healthNurseHomeVisit, round, draws.healthNurse, day, lastDay));
    }
    if (fate.vulnerability === 0) return;
    const { vulnerable, vulnerableFromDay, vulnerableToDay } = extraHomeVisits;
    const count = poissonCount(contactDraw(fate, ContactDraw.extraHomeVisit, vulnerableCountDraw), vulnerable);
    for (let visit = 0; visit < Math.min(count, mostVisits); visit++) {
      const draw = draws.vulnerable + visit;
      const u = contactDraw(fate, ContactDraw.extraHomeVisit, draw);
      const day = birthday + vulnerableFromDay + Math.floor(u * (vulnerableToDay - vulnerableFromDay + 1));
      const lastDay = Math.max(birthday + vulnerableToDay, today + 1);
      wanted.push(this.visit(fate, ContactKind.extraHomeVisit, round, draw, Math.max(day, today + 1), lastDay));
    }
  }

  private addWardContact(woman: Woman, now: number, wanted: Wanted[]): void {
    const { fate, birthSite } = woman;
    const { share, duration } = this.programme.data.returnToWard;
    if (birthSite < 0 || contactDraw(fate, ContactDraw.returnToWard) >= share) return;
    const day = this.days.dayOf(this.wardContactAt(woman, now));
    wanted.push({
      kind: ContactKind.returnToWard,
      source: Source.postnatalWard,
      place: birthSite,
      draw: draws.ward,
      day,
      lastDay: day,
      minutes: duration,
      documentation: 0,
    });
  }

  private addCheck(woman: Woman, now: number, place: number, wanted: Wanted[]): void {
    const { sixWeekCheck, antenatal } = this.programme.data;
    const { fate } = woman;
    const u = contactDraw(fate, ContactDraw.sixWeekCheck);
    if (u >= sixWeekCheck.attendedShare) return;
    const { spreadDays } = sixWeekCheck;
    const shift =
      Math.floor(contactDraw(fate, ContactDraw.dayOfVisit, draws.check) * (2 * spreadDays + 1)) - spreadDays;
    const day = this.days.dayOf(this.endOf(woman, now)) + shift;
    wanted.push({
      kind: ContactKind.sixWeekCheck,
      source: u < sixWeekCheck.attendedShare * sixWeekCheck.practitionerShare ? Source.practitioner : Source.clinic,
      place,
      draw: draws.check,
      day,
      lastDay: day,
      minutes: sixWeekCheck.duration * (fate.needsInterpreter ? antenatal.interpreterFactor : 1),
      documentation: antenatal.documentation,
    });
  }

  private visit(
    fate: Woman['fate'],
    kind: Wanted['kind'],
    place: number,
    draw: number,
    day: number,
    lastDay: number,
  ): Wanted {
    const { duration, durationStandardDeviation, documentation } = this.programme.data.homeVisit;
    const factor = fate.needsInterpreter ? this.programme.data.antenatal.interpreterFactor : 1;
    const u = contactDraw(fate, ContactDraw.durationOfVisit, draw);
    const minutes = factor * lengthAbout(u, duration, durationStandardDeviation);
    return { kind, source: Source.homeRound, place, draw, day, lastDay, minutes, documentation };
  }
}
