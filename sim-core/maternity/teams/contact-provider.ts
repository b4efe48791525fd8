import { Provider } from '../contacts/contact-kinds.ts';
import type { Woman } from '../women/woman.ts';
import type { ContinuityTeam } from './continuity-team.ts';

/** What a contact asks of the midwife who gives it. */
export interface ContactTime {
  /** When each person has no contact to give any more, by her number. */
  freeAt: Float64Array;
  /** Latest instant at which it can begin. */
  latest: number;
  /** Minutes that it takes, with notes and journeys. */
  minutes: number;
}

/**
 * Who of a woman's team sees her on a day, today or before the clock started; `Provider.nobody` when none of those can who
 * are at work, are not with a woman in labour, do not rest, have time for it today and may work so long. Her own midwife
 * comes first, the others in order of the time that they have. She whose turn on call begins that day is asked last: the
 * hours of her working day are for births.
 */
export function contactProvider({ team, namedMidwife }: Woman, day: number, now: number, time: ContactTime): number {
  if (team === undefined || !team.worksOn(day)) return Provider.nobody;
  const { people } = team;
  const onCall = team.beginsOnCall(day);
  // Most contacts are with the woman's own midwife: the others are not looked at unless she can't.
  const named = namedMidwife - people[0]!.number;
  if (named >= 0 && named < people.length && named !== onCall && canGive(team, named, day, now, time)) {
    return namedMidwife;
  }
  let colleague: number = Provider.nobody;
  let earliest = Infinity;
  let lastResort: number = Provider.nobody;
  for (let midwife = 0; midwife < people.length; midwife++) {
    if ((midwife === named && midwife !== onCall) || !canGive(team, midwife, day, now, time)) continue;
    const { number } = people[midwife]!;
    const at = Math.max(time.freeAt[number]!, now);
    if (midwife === onCall) lastResort = number;
    else if (at < earliest) {
      earliest = at;
      colleague = number;
    }
  }
  return colleague === Provider.nobody ? lastResort : colleague;
}

function canGive(
  team: ContinuityTeam,
  midwife: number,
  day: number,
  now: number,
  { freeAt, latest, minutes }: ContactTime,
): boolean {
  const at = Math.max(freeAt[team.people[midwife]!.number]!, now);
  if (at > latest || !team.isFree(midwife, now) || team.isAway(midwife, day)) return false;
  return team.canWork(midwife, at, minutes);
}
