import { contactDraw, ContactDraw } from '../women/contact-draw.ts';
import type { Woman } from '../women/woman.ts';
import { Source, type Wanted } from './appointments.ts';
import type { ContactDays } from './contact-days.ts';
import { ContactKind } from './contact-kinds.ts';
import type { ContactsContext } from './contacts-context.ts';
import type { Programme } from './programme.ts';

const minutesPerDay = 1440;
const daysPerWeek = 7;
/** First draws of each sort of contact; a sort has room for ten. */
const draws = { followUp: 800, wardVisit: 820 };
/** In the place of a health station: the contact is by video. */
export const byVideo = -1;

/** What a woman's team gives her beside the common programme after the birth. */
export class TeamFollowUpPlan {
  private readonly programme: Programme;
  private readonly days: ContactDays;
  private readonly defaults: ContactsContext['inputs']['data']['continuityTeams'];

  constructor(programme: Programme, days: ContactDays, defaults: TeamFollowUpPlan['defaults']) {
    this.programme = programme;
    this.days = days;
    this.defaults = defaults;
  }

  /** Visits on the postnatal ward on the days after the birth; more than she may be there for. */
  wardVisits({ team, bornAt, birthSite }: Woman): Wanted[] {
    const visits = team === undefined || birthSite < 0 ? 0 : team.parameters.wardVisits;
    const wanted: Wanted[] = [];
    const birthday = this.days.dayOf(bornAt);
    for (let visit = 0; visit < visits; visit++) {
      const day = birthday + 1 + visit;
      if (team?.worksOn(day) !== true) continue;
      wanted.push({
        kind: ContactKind.teamWardVisit,
        source: Source.team,
        place: birthSite,
        draw: draws.wardVisit + visit,
        day,
        lastDay: day,
        minutes: this.defaults.wardVisitDuration,
        documentation: 0,
      });
    }
    return wanted;
  }

  /**
   * Contacts after the six-week check, in order, at even distances up to the age of the child at which the team lets go of
   * her: each within the week before its time, the last by video, the others at the base of the team. Those whose time has
   * passed by the check are left out.
   * @param now when she goes home @param healthStation −1 for none
   */
  contacts(woman: Woman, now: number, healthStation: number): Wanted[] {
    const { team, fate, bornAt } = woman;
    if (team === undefined || healthStation < 0) return [];
    const { followUpContacts, followUpWeeks } = team.parameters;
    const { sixWeekCheck, antenatal } = this.programme.data;
    const wanted: Wanted[] = [];
    const birthday = this.days.dayOf(bornAt);
    const length = followUpWeeks * daysPerWeek - sixWeekCheck.afterDays;
    const goesHome = this.days.dayOf(now);
    const { followUpDuration, videoDuration } = this.defaults;
    for (let contact = 0; contact < followUpContacts; contact++) {
      const draw = draws.followUp + contact;
      const until = sixWeekCheck.afterDays + Math.floor((length * (contact + 1)) / followUpContacts);
      const u = contactDraw(fate, ContactDraw.dayOfVisit, draw);
      const day = birthday + until - 1 - Math.floor(u * Math.min(daysPerWeek, length / followUpContacts));
      if (day <= goesHome || !team.worksOn(day)) continue;
      const isLast = contact === followUpContacts - 1;
      wanted.push({
        kind: ContactKind.teamFollowUp,
        source: Source.team,
        place: isLast ? byVideo : healthStation,
        draw,
        day,
        lastDay: day,
        minutes:
          (isLast ? videoDuration : followUpDuration) * (fate.needsInterpreter ? antenatal.interpreterFactor : 1),
        documentation: antenatal.documentation,
      });
    }
    return wanted;
  }

  /** When her follow-up ends at the latest if she doesn't have the last contact of it: not before tomorrow. */
  endOf({ bornAt, team }: Woman, now: number): number {
    const weeks = team?.parameters.followUpWeeks ?? 0;
    return Math.max(bornAt + weeks * daysPerWeek * minutesPerDay, now + minutesPerDay);
  }
}
