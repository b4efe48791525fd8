import type { CombinedPlaces } from './combined-positions.ts';
import type { Person } from './person.ts';
import type { Era } from './posts.ts';
import type { RepeatingPlan } from './rota-plan.ts';
import type { PlannedEra, UnitRoster } from './rostered-workforce.ts';

/**
 * Takes the people in combined positions into the plans of the wards where they work a part of their time: while they are
 * employed the ward has one plan for its own people and for them, in which each of them has the ward's share of her
 * position. What lies outside their employment, and every other unit, keeps the plan it has.
 * @param rosters of all units, by index
 * @param planOf makes the plan of a ward for some positions and the posts of an era
 */
export function withCombinedPeople(
  rosters: readonly UnitRoster[],
  places: readonly CombinedPlaces[],
  planOf: (positions: readonly number[], era: Era) => RepeatingPlan,
): readonly UnitRoster[] {
  if (places.length === 0) return rosters;
  return rosters.map((roster): UnitRoster => {
    const onWard = places.filter(({ ward }) => ward === roster.unit.index);
    if (onWard.length === 0) return roster;
    const eras = roster.eras
      .flatMap((era) => parts(era, onWard))
      .map((era): PlannedEra => {
        const there = onWard.filter(({ fromDay, endDay }) => fromDay <= era.fromDay && era.toDay <= endDay);
        if (there.length === 0) return era;
        const own = era.employed.map(({ position }) => position);
        const shared = there.flatMap(({ unit, wardShare }) =>
          rosters[unit]!.people.map(({ number, position }) => ({ number, position: position * wardShare })),
        );
        return {
          ...era,
          plan: planOf([...own, ...shared.map(({ position }) => position)], era),
          shared: shared.map(({ number }) => number),
        };
      });
    return { ...roster, eras };
  });
}

/** People in combined positions by the unit where they have the rest of their time, with the position they have there. */
export function stationPeople(
  rosters: readonly UnitRoster[],
  places: readonly CombinedPlaces[],
): readonly (readonly Person[])[] {
  return rosters.map(({ unit }) =>
    places
      .filter(({ station }) => station === unit.index)
      .flatMap((place) =>
        rosters[place.unit]!.people.map((person) => ({
          ...person,
          position: person.position * (1 - place.wardShare),
        })),
      ),
  );
}

/** An era in parts, none of which somebody's employment begins or ends within. */
function parts(era: PlannedEra, places: readonly CombinedPlaces[]): PlannedEra[] {
  const bounds = places
    .flatMap(({ fromDay, endDay }) => [fromDay, endDay])
    .filter((day) => era.fromDay < day && day < era.toDay);
  const starts = [era.fromDay, ...[...new Set(bounds)].sort((a, b) => a - b)];
  return starts.map((fromDay, index) => ({ ...era, fromDay, toDay: starts[index + 1] ?? era.toDay }));
}
