import { ContactKind, Setting } from '../../../sim-core/maternity/contacts/contact-kinds.ts';
import { number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import type { Recording } from '../recording.ts';
import { nobody, Place, type PlaybackState } from '../state.ts';
import { underWay } from './easing.ts';
import { homeOf } from './homes.ts';
import type { Mark } from './marks.ts';
import { movementsAt } from './movements.ts';
import { personName, siteName } from './names.ts';
import type { Picture } from './picture.ts';
import type { MapPlan, Point } from './projection.ts';
import { isUnderWay, positionOnRound, type HomeVisits, type Round } from './rounds.ts';

/** Something on the map that the pointer can mean. */
export interface CityMark extends Mark {
  /** Who is chosen by a click; `nobody` for a mark of the other kind. */
  woman: number;
  person: number;
  /** What is said of it. */
  text: () => string;
}

/** A round of home visits as it is drawn: the base, the homes, and which visit is under way (−1 for none). */
export interface DrawnRound {
  person: number;
  points: Point[];
  present: number;
}

/** At high speed a visit would last less than a frame; it then shows for this many seconds of the wall clock. */
const shortestSeconds = 0.7;
/** Rounds are drawn up to this speed (simulated minutes per second); beyond it a day lasts too short to follow. */
const fastestRounds = 360;
/** Distance of a base from the middle of its district, as a share of the district's radius. */
const baseDistance = 0.35;

/** Women who are under way. */
export function movingMarks({ recording, time, speed }: Picture, plan: MapPlan, calm: boolean): CityMark[] {
  const { stage } = texts();
  return movementsAt(recording, plan, time, speed, calm).map(({ kind, woman, at, site }) => ({
    kind,
    x: at[0],
    y: at[1],
    woman,
    person: nobody,
    text: () =>
      [stage.woman(String(woman)), stage.moving[kind], ...(kind === 'home' ? [] : [siteName(recording, site)])].join(
        ', ',
      ),
  }));
}

/** Rounds of the day that somebody is on. */
export function roundsNow(visits: HomeVisits, { recording, time, speed }: Picture): Round[] {
  if (speed > fastestRounds) return [];
  const { calendar } = recording;
  const day = calendar.dayOf(time);
  return visits.between(calendar.midnight(day), calendar.midnight(day + 1)).filter((round) => isUnderWay(round, time));
}

/** The lines of a round. */
export function drawnRound(round: Round, { recording, time }: Picture, plan: MapPlan): DrawnRound {
  const position = positionOnRound(round, time);
  return {
    person: round.person,
    points: [baseOf(round, plan), ...round.visits.map(({ woman }) => homeIn(recording, plan, woman))],
    present: position && 'at' in position ? position.at : -1,
  };
}

/** Everybody who is on the way between two visits. */
export function roundMarks(rounds: readonly Round[], picture: Picture, plan: MapPlan, calm: boolean): CityMark[] {
  const { recording, time } = picture;
  return rounds.flatMap((round): CityMark[] => {
    const position = positionOnRound(round, time);
    if (!position || 'at' in position) return [];
    const { visits, person } = round;
    const stop = (index: number): Point =>
      visits[index] ? homeIn(recording, plan, visits[index].woman) : baseOf(round, plan);
    const at = underWay(stop(position.from), stop(position.to), position.share, calm);
    const visit = Math.min(position.to + 1, visits.length);
    const text = () => texts().stage.travelling(personName(recording, person), number(visit), number(visits.length));
    return [{ kind: 'onRound', x: at[0], y: at[1], woman: nobody, person, text }];
  });
}

/** Home visits under way; at high speed also those that have just been. */
export function visitMarks(
  visits: HomeVisits,
  { recording, time, speed, activity }: Picture,
  plan: MapPlan,
): CityMark[] {
  const shortest = speed * shortestSeconds;
  const mark = (woman: number, person: number, byHealthNurse: boolean): CityMark => {
    const [x, y] = homeIn(recording, plan, woman);
    const text = () =>
      texts().stage.visiting(personName(recording, person), texts().stage.womanInSentence(String(woman)));
    return { kind: byHealthNurse ? 'nurseVisit' : 'visit', x, y, woman, person, text };
  };
  if (speed > fastestRounds) {
    return visits
      .between(time - shortest, time)
      .flatMap(({ person, visits: made }) =>
        made.map(({ woman, byHealthNurse }) => mark(woman, person, byHealthNurse)),
      );
  }
  return activity.contacts
    .filter(({ setting }) => setting === Setting.home)
    .map(({ woman, provider, kind }) => mark(woman, provider, kind === ContactKind.healthNurseHomeVisit));
}

/** Where the woman who is lit is on the map: at a site or at home; under way she has a mark of her own. */
export function placeOf(
  recording: Recording,
  state: PlaybackState,
  plan: MapPlan,
  woman: number,
): { at: Point; isSite: boolean } {
  const site = plan.sites[state.site[woman]!];
  if (site && state.place[woman] !== Place.away) return { at: site.at, isSite: true };
  return { at: homeIn(recording, plan, woman), isSite: false };
}

function homeIn({ playback }: Recording, plan: MapPlan, woman: number): Point {
  return homeOf(woman, plan.origins[playback.women.origin[woman]!]!);
}

/** Stations and team bases have no place of their own in the data; each person's is near the middle of the district. */
function baseOf({ person, origin }: Round, plan: MapPlan): Point {
  const { at, radius } = plan.origins[origin]!;
  const angle = person * 2.399963;
  return [at[0] + baseDistance * radius * Math.cos(angle), at[1] + baseDistance * radius * Math.sin(angle)];
}
