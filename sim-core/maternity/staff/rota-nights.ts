import type { RotaDraft } from './rota-draft.ts';
import { fits, fridayNights } from './rota-weekends.ts';
import { ShiftCode } from './unit.ts';

const restDays = 2;
/** Days by which a week with a weekend at work is counted shorter, for its weekly rest and the limit of days in a row. */
const weekendMargin = 1;

/**
 * Plans the nights from Monday to Friday, after the weekends: blocks of Monday–Tuesday and Wednesday–Thursday, which one
 * person may have both of, and Wednesday–Friday where weekend nights do not begin on Friday. A block goes to whoever has
 * had fewest nights for her position and can have it: not more in a row than allowed, and two days off after it.
 */
export function planWeekdayNights(draft: RotaDraft): void {
  const wanted = fridayNights(draft);
  for (let week = 0; week < draft.weeks; week++) {
    const monday = week * 7;
    giveBlocks(draft, monday, 2, wanted);
    let friday = 0;
    for (let person = 0; person < draft.people; person++) {
      if (draft.at(person, monday + 4) === ShiftCode.night) friday++;
    }
    const long = giveBlocks(draft, monday + 2, 3, Math.max(0, wanted - friday));
    giveBlocks(draft, monday + 2, 2, wanted - long);
  }
}

/** Gives blocks from a day on to as many people as are wanted and can have one; returns to how many. */
function giveBlocks(draft: RotaDraft, first: number, length: number, wanted: number): number {
  if (wanted <= 0) return 0;
  const load = (person: number): number => draft.nights[person]! / draft.contractHours[person]!;
  const candidates: number[] = [];
  for (let person = 0; person < draft.people; person++) {
    if (canHave(draft, person, first, length)) candidates.push(person);
  }
  candidates.sort((a, b) => load(a) - load(b) || a - b);
  const given = candidates.slice(0, wanted);
  for (const person of given) {
    for (let day = first; day < first + length; day++) {
      draft.put(person, day, ShiftCode.night);
      draft.setResting(person, day, false);
    }
    if (draft.at(person, first + length) === ShiftCode.night) continue;
    for (let day = 0; day < restDays; day++) draft.setResting(person, first + length + day, true);
  }
  return given.length;
}

function canHave(draft: RotaDraft, person: number, first: number, length: number): boolean {
  const { mostNightsInARow, mostDaysInARow } = draft.task;
  const nightHours = draft.lengths[ShiftCode.night]!;
  const goesOn = draft.at(person, first - 1) === ShiftCode.night;
  for (let day = first; day < first + length; day++) {
    if (draft.at(person, day) !== ShiftCode.off || (draft.isResting(person, day) && !goesOn)) return false;
  }
  const after = first + length;
  const nights = draft.runBefore(person, first - 1, 7, true) + length + draft.runAfter(person, after, 7, true);
  if (nights > mostNightsInARow) return false;
  if (draft.runBefore(person, first - 1, 7) + length + draft.runAfter(person, after, 7) > mostDaysInARow) return false;
  if (draft.at(person, after) !== ShiftCode.night) {
    for (let day = after; day < after + restDays; day++) {
      if (draft.at(person, day) !== ShiftCode.off) return false;
    }
  }
  return (
    draft.mayFollow(draft.at(person, first - 1), ShiftCode.night) &&
    fits(draft, person, length * nightHours) &&
    (draft.nights[person]! + length) * nightHours <= draft.contractHours[person]! * draft.mostNightShare &&
    leavesDays(draft, person, first, length)
  );
}

/**
 * Whether the days that a block and the rest after it leave are enough for the hours still to be planned.
 */
function leavesDays(draft: RotaDraft, person: number, first: number, length: number): boolean {
  const { posts } = draft.task;
  if (posts[ShiftCode.day] === 0 && posts[ShiftCode.evening] === 0) return true;
  let open = 0;
  for (let day = 0; day < draft.days; day++) {
    const shift = draft.at(person, day);
    if (day % 7 < 5) {
      const taken = day >= first && day < first + length + restDays;
      if (!taken && shift === ShiftCode.off && !draft.isResting(person, day)) open++;
    } else if (day % 7 === 5 && shift !== ShiftCode.off) {
      open -= weekendMargin;
    }
  }
  const hours = draft.contractHours[person]! - draft.hours[person]! - length * draft.lengths[ShiftCode.night]!;
  return open * shortestWeekdayShift(draft) >= hours;
}

function shortestWeekdayShift({ task, lengths }: RotaDraft): number {
  let shortest = Infinity;
  for (const shift of [ShiftCode.day, ShiftCode.evening]) {
    if (task.posts[shift]! > 0) shortest = Math.min(shortest, lengths[shift]!);
  }
  return shortest;
}
