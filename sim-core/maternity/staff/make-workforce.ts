import { clockMinutes, formatDate, type Calendar } from '../../kernel/index.ts';
import { teamLabels, type ModelInputs } from '../model-inputs.ts';
import { combinedPeople, combinedPlaces } from './combined-positions.ts';
import { withCombinedPeople } from './combined-ward-plans.ts';
import { dayPlan } from './day-plan.ts';
import { longestList, movedPeople } from './employed-people.ts';
import { employmentOver } from './employment-spells.ts';
import { employmentDays, unitsWithMovedPeople } from './moved-posts.ts';
import { peopleStream, positionShares, skillsOf } from './people.ts';
import { costSharesOf, type Person } from './person.ts';
import { erasOf, type Era } from './posts.ts';
import type { RotaTask } from './rota-draft.ts';
import { rotaPlan, type RepeatingPlan } from './rota-plan.ts';
import { RosterCalendar, RosteredWorkforce, type PlannedEra, type UnitRoster } from './rostered-workforce.ts';
import { ShiftTimes } from './shift-times.ts';
import type { Unit } from './unit.ts';
import { unitsOf } from './units.ts';
import type { Workforce } from './workforce.ts';

const made = new WeakMap<ModelInputs, Map<string, Workforce>>();

/**
 * The people of a scenario and their rosters. They depend on the seed and not on the replication, and scenarios that
 * differ in one unit have the same people and rosters in all others. What was made for the same inputs (the object),
 * clock start and seed is given again.
 *
 * Where a unit's posts change, its people are the longest list that any era needs and work in those eras in which their
 * place on the list is within the era's full-time posts; each era has its own plan. Where posts are moved or stand vacant,
 * as many people fewer or more are employed as it takes to fill exactly those posts.
 */
export function makeWorkforce(inputs: ModelInputs, calendar: Calendar, seed: string): Workforce {
  let bySeed = made.get(inputs);
  if (bySeed === undefined) made.set(inputs, (bySeed = new Map()));
  const key = `${formatDate(calendar.dateOfDay(0))} ${seed}`;
  let workforce = bySeed.get(key);
  if (workforce === undefined) bySeed.set(key, (workforce = freshWorkforce(inputs, calendar, seed)));
  return workforce;
}

/** Like `makeWorkforce`, but always made anew. */
export function freshWorkforce(inputs: ModelInputs, calendar: Calendar, seed: string): Workforce {
  const times = new ShiftTimes(inputs, calendar);
  const units = unitsOf(inputs);
  const movedUnits = unitsWithMovedPeople(inputs, calendar, units);
  const rosterCalendar = new RosterCalendar(inputs, calendar);
  const rotaTask = rotaTaskOf(inputs);
  const rosterPlan =
    (posts: Int32Array) =>
    (positions: readonly number[]): RepeatingPlan =>
      rotaPlan({ ...rotaTask, positions, posts });
  const { workingTime } = inputs.data;
  let firstPerson = 0;
  const places = combinedPlaces(inputs, calendar, units);
  const rosters = units.map((unit): UnitRoster => {
    if (unit.kind === 'combinedPosition') {
      const place = places.find((one) => one.unit === unit.index)!;
      const people = combinedPeople(inputs, unit, place, firstPerson);
      firstPerson += people.length;
      return { unit, people, eras: [combinedEra] };
    }
    const eras = erasOf(inputs, calendar, times, unit);
    if (unit.pattern === 'onCall') {
      const people = teamPeople(inputs, calendar, units, unit, firstPerson);
      firstPerson += people.length;
      return { unit, people, eras: eras.map((era) => ({ ...era, employed: people, plan: noPlan })) };
    }
    const isMoved = movedUnits.has(unit.id);
    const levels = eras.map(({ fullTimePosts }) => fullTimePosts);
    const peopleOver = isMoved ? movedPeople : longestList;
    const { positions, employed } = peopleOver(levels, positionShares(inputs, unit), peopleStream(seed, unit));
    const otherUnits = otherUnitsOf(units, unit);
    const people = positions.map((position, place): Person => ({
      number: firstPerson + place,
      profession: unit.profession,
      employer: unit.employer,
      unit: unit.index,
      otherUnits,
      position,
      skills: skillsOf(inputs, unit, place),
      ...employmentOver(
        eras,
        employed.map((inEra) => inEra.includes(place)),
        isMoved,
      ),
    }));
    firstPerson += people.length;
    const planned = (era: Era, inEra: readonly number[]): PlannedEra => {
      const own = inEra.map((place) => positions[place]!);
      const planOf = unit.pattern === 'day' ? dayPlan : rosterPlan(era.posts);
      return {
        ...era,
        employed: inEra.map((place) => people[place]!),
        plan: rosterCalendar.reaches(era) ? planOf(own) : noPlan,
      };
    };
    return { unit, people, eras: eras.map((era, index) => planned(era, employed[index]!)) };
  });
  const withCombined = withCombinedPeople(rosters, places, (positions, { posts }) => rosterPlan(posts)(positions));
  return new RosteredWorkforce(
    withCombined,
    rosterCalendar,
    { ...rotaTask, longestWeek: workingTime.longestWeek.limit, unpaidBreak: workingTime.unpaidBreakByDay },
    places,
  );
}

const noPlan: RepeatingPlan = { days: 7, shifts: new Uint8Array(0) };
/** A unit of combined positions has no posts of its own; its people are in the plans of others. */
const combinedEra: PlannedEra = {
  fromDay: -Infinity,
  toDay: Infinity,
  posts: new Int32Array(12),
  fullTimePosts: 0,
  employed: [],
  plan: noPlan,
};

/** What is common to the rosters of all units. */
function rotaTaskOf(inputs: ModelInputs): Omit<RotaTask, 'positions' | 'posts'> {
  const { staff, workingTime } = inputs.data;
  const clock = [staff.shifts.day, staff.shifts.evening, staff.shifts.night].map(({ start, end }) => ({
    start: clockMinutes(start),
    end: clockMinutes(end),
  }));
  return {
    fullTimeWeek: workingTime.fullTimeWeek.rota,
    starts: [0, ...clock.map(({ start }) => start)],
    ends: [0, ...clock.map(({ start, end }) => (end > start ? end : end + 1440))],
    dailyRest: workingTime.dailyRest.limit,
    weeklyRest: workingTime.weeklyRest.limit,
    weekendEvery: staff.weekendEvery,
    mostNightsInARow: staff.mostNightsInARow,
    mostDaysInARow: staff.mostDaysInARow,
  };
}

/** Other wards of the same site and profession: hospital people may be asked to take shifts there. */
function otherUnitsOf(units: readonly Unit[], unit: Unit): readonly number[] {
  if (unit.pattern !== 'rota') return [];
  return units
    .filter(
      (other) =>
        other !== unit &&
        other.pattern === 'rota' &&
        other.kind !== 'combinedPosition' &&
        other.site === unit.site &&
        other.profession === unit.profession,
    )
    .map(({ index }) => index);
}

function teamPeople(
  inputs: ModelInputs,
  calendar: Calendar,
  units: readonly Unit[],
  unit: Unit,
  firstPerson: number,
): Person[] {
  const label = teamLabels(inputs)[unit.team]!;
  const intervention = inputs.interventions[label.interventionIndex]!;
  const { fromDay, endDay } = employmentDays(inputs, calendar, intervention);
  const costShares = intervention.model === 'continuity-teams' ? costSharesOf(intervention) : undefined;
  return Array.from({ length: label.midwives }, (_, index) => ({
    number: firstPerson + index,
    profession: unit.profession,
    employer: unit.employer,
    ...(costShares === undefined ? {} : { costShares }),
    unit: unit.index,
    otherUnits: otherUnitsOf(units, unit),
    position: 1,
    skills: [],
    fromDay,
    toDay: endDay,
  }));
}
