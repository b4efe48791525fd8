import { poissonCount, type Calendar } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';
import { contactDraw, ContactDraw } from '../women/contact-draw.ts';
import type { Woman } from '../women/woman.ts';
import { Source, type Wanted } from './appointments.ts';
import type { ContactDays } from './contact-days.ts';
import { ContactKind } from './contact-kinds.ts';
import { lengthAbout } from './contact-lengths.ts';
import { FollowUpModels, type ReturnTerms, type VideoTerms } from './follow-up-models.ts';
import type { Programme } from './programme.ts';

const minutesPerDay = 1440;
const minutesPerHour = 60;
/** First draws of each sort of contact. */
const draws = { midwife: 300, healthNurse: 301, early: 310, vulnerable: 320, ward: 340, check: 350, video: 360 };
const mostVisits = 10;
const vulnerableCountDraw = 1;

/** Where a woman is followed up; −1 for what she doesn't have in the model. */
export interface FollowUpPlaces {
  healthStation: number;
  midwifeRound: number;
  healthNurseRound: number;
  assistantRound: number;
}

/** What a woman and her child are to have after they have gone home. */
export class FollowUpPlan {
  private readonly programme: Programme;
  private readonly days: ContactDays;
  private readonly models: FollowUpModels;
  private readonly video: ModelInputs['data']['digitalFollowUp'];

  constructor(programme: Programme, days: ContactDays, inputs: ModelInputs, calendar: Calendar) {
    this.programme = programme;
    this.days = days;
    this.models = new FollowUpModels(inputs, calendar);
    this.video = inputs.data.digitalFollowUp;
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
    const video = this.models.video(woman.origin, today);
    this.addMidwifeVisits(woman, now, today, places, video, wanted);
    this.addHealthNurseVisits(woman, today, places, video, wanted);
    if (video !== undefined) this.addVideoContacts(woman, today, places.healthStation, video, wanted);
    this.addCheck(woman, now, places.healthStation, wanted);
    return wanted;
  }

  /**
   * Home visits that are promised to a woman before she leaves hospital, on different days: the first takes the place of
   * her ordinary visit by the midwife.
   * @param leavesOn the day on which she leaves
   */
  guaranteed({ fate, origin }: Woman, leavesOn: number, visits: number, withinDays: number): Wanted[] {
    return Array.from({ length: visits }, (_, visit) => {
      const day = leavesOn + 1 + Math.floor((visit * withinDays) / visits);
      const kind = visit === 0 ? ContactKind.midwifeHomeVisit : ContactKind.extraHomeVisit;
      const draw = visit === 0 ? draws.midwife : draws.early + visit - 1;
      return this.visit(fate, kind, origin, draw, day, leavesOn + withinDays);
    });
  }

  /** When her follow-up ends if she doesn't come to the six-week check: the day it would be, but not before tomorrow. */
  endOf({ bornAt }: Woman, now: number): number {
    return Math.max(bornAt + this.programme.data.sixWeekCheck.afterDays * minutesPerDay, now + minutesPerDay);
  }

  /** When she would turn to the postnatal ward, at any hour of the days after she has gone home. */
  wardContactAt(woman: Woman, now: number): number {
    const { fate } = woman;
    const { withinDays } = this.returnTerms(woman, now);
    return now + contactDraw(fate, ContactDraw.returnToWardTime) * withinDays * minutesPerDay;
  }

  private addMidwifeVisits(
    woman: Woman,
    now: number,
    today: number,
    places: FollowUpPlaces,
    video: VideoTerms | undefined,
    wanted: Wanted[],
  ): void {
    const { homeVisit, extraHomeVisits } = this.programme.data;
    const { fate, bornAt, team } = woman;
    // Her visits were booked before she left.
    if (woman.earlyDischarge !== undefined) return;
    const share = team?.worksOn(today) === true ? team.parameters.homeVisitShare : homeVisit.share;
    if (fate.homeVisitDraw < share) {
      const day = today + fate.homeVisitAfterDays;
      const lastDay = today + Math.floor(homeVisit.withinDays);
      wanted.push(this.visit(fate, ContactKind.midwifeHomeVisit, places.midwifeRound, draws.midwife, day, lastDay));
    }
    if (now - bornAt >= extraHomeVisits.earlyStay * minutesPerHour) return;
    for (let visit = 0; visit < extraHomeVisits.early; visit++) {
      const draw = draws.early + visit;
      const lastDay = today + extraHomeVisits.earlyWithinDays;
      const day = today + 1 + Math.floor(contactDraw(fate, ContactDraw.extraHomeVisit, draw) * (lastDay - today));
      wanted.push(this.extraVisit(woman, places.midwifeRound, draw, day, lastDay, places, video));
    }
  }

  private addHealthNurseVisits(
    woman: Woman,
    today: number,
    places: FollowUpPlaces,
    video: VideoTerms | undefined,
    wanted: Wanted[],
  ): void {
    const { healthNurseVisit, extraHomeVisits } = this.programme.data;
    const { fate, bornAt } = woman;
    const round = places.healthNurseRound;
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
      wanted.push(this.extraVisit(woman, round, draw, Math.max(day, today + 1), lastDay, places, video));
    }
  }

  private addWardContact(woman: Woman, now: number, wanted: Wanted[]): void {
    const { fate, birthSite } = woman;
    const { duration } = this.programme.data.returnToWard;
    const { share } = this.returnTerms(woman, now);
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

  private returnTerms({ origin, earlyDischarge }: Woman, now: number): ReturnTerms {
    const terms = this.models.returnToWard(origin, this.days.dayOf(now));
    if (earlyDischarge === undefined || earlyDischarge.returnShare <= terms.share) return terms;
    return { ...terms, share: earlyDischarge.returnShare };
  }

  /** Spread evenly over the days, by a midwife of the health station. */
  private addVideoContacts(
    woman: Woman,
    today: number,
    healthStation: number,
    { contacts, withinDays }: VideoTerms,
    wanted: Wanted[],
  ): void {
    for (let contact = 0; contact < contacts; contact++) {
      const day = today + 1 + Math.floor((contact * withinDays) / contacts);
      const draw = draws.video + contact;
      wanted.push(this.videoContact(woman, Source.clinic, healthStation, draw, day, today + withinDays));
    }
  }

  private videoContact(
    { fate }: Woman,
    source: Source,
    place: number,
    draw: number,
    day: number,
    lastDay: number,
  ): Wanted {
    const { duration, documentation } = this.video;
    const minutes = duration * (fate.needsInterpreter ? this.programme.data.antenatal.interpreterFactor : 1);
    return { kind: ContactKind.digitalContact, source, place, draw, day, lastDay, minutes, documentation };
  }

  /**
   * An extra home visit: by video instead, by the people who would have come; by an assistant; or by those whose round it
   * is on.
   */
  private extraVisit(
    woman: Woman,
    round: number,
    draw: number,
    day: number,
    lastDay: number,
    places: FollowUpPlaces,
    video: VideoTerms | undefined,
  ): Wanted {
    const { fate, origin, team } = woman;
    if (video !== undefined && contactDraw(fate, ContactDraw.videoInstead, draw) < video.replacesExtraVisits) {
      // What her team has no time for, the health station gives.
      return team?.worksOn(day) === true
        ? this.videoContact(woman, Source.clinic, places.healthStation, draw, day, lastDay)
        : this.videoContact(woman, Source.homeRound, round, draw, day, lastDay);
    }
    const byAssistant =
      places.assistantRound >= 0 &&
      contactDraw(fate, ContactDraw.assistantVisit, draw) < this.models.assistantShare(origin, day);
    return this.visit(
      fate,
      ContactKind.extraHomeVisit,
      byAssistant ? places.assistantRound : round,
      draw,
      day,
      lastDay,
    );
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
