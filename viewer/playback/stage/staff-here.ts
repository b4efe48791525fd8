import type { PersonActivity } from '../activity.ts';
import { isAway, personLook } from './person-looks.ts';
import { isInSight } from './unit-rows.ts';
import type { Unit } from '../../../sim-core/maternity/staff/unit.ts';
import type { Zoom } from './zoom.ts';

/** A person and a woman whom she is with. */
export interface Link {
  person: number;
  woman: number;
}

/** Everybody at work in what is zoomed to, and whoever else is with, or on her way to, one of its women. */
export function staffHere(
  units: readonly Unit[],
  people: readonly PersonActivity[],
  women: ReadonlySet<number>,
  zoom: Zoom,
): number[] {
  const here: number[] = [];
  for (const [person, activity] of people.entries()) {
    const unit = units[activity.onShiftIn];
    const atWork = unit !== undefined && isInSight(unit, zoom) && !isAway(personLook(activity));
    if (atWork || activity.women.some((woman) => women.has(woman))) here.push(person);
  }
  return here;
}

/** Who is with whom, among some people and some women. */
export function linksOf(
  here: readonly number[],
  people: readonly PersonActivity[],
  women: ReadonlySet<number>,
): Link[] {
  return here.flatMap((person) =>
    people[person]!.women.filter((woman) => women.has(woman)).map((woman) => ({ person, woman })),
  );
}
