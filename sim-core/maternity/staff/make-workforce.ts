import { clockMinutes, formatDate, type Calendar } from '../../kernel/index.ts';
import { teamLabels, type ModelInputs } from '../model-inputs.ts';
import { dayPlan } from './day-plan.ts';
import { drawPositions, employedFor, peopleStream, positionShares, skillsOf } from './people.ts';
import type { Person } from './person.ts';
import { erasOf, type Era } from './posts.ts';
import type { RotaTask } from './rota-draft.ts';
import { rotaPlan, type RepeatingPlan } from './rota-plan.ts';
import { RosterCalendar, RosteredWorkforce, type UnitRoster } from './rostered-workforce.ts';
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
 * place on the list is within the era's full-time posts; each era has its own plan.
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
  const rotaTask = rotaTaskOf(inputs);
  let firstPerson = 0;
  const rosters = units.map((unit): UnitRoster => {
    const eras = erasOf(inputs, calendar, times, unit);
    if (unit.pattern === 'onCall') {
      const people = teamPeople(inputs, calendar, units, unit, firstPerson);
      firstPerson += people.length;
      return { unit, people, eras: eras.map((era) => ({ ...era, employed: people.length, plan: noPlan })) };
    }
    const most = Math.max(...eras.map(({ fullTimePosts }) => fullTimePosts));
    const positions = drawPositions(most, positionShares(inputs, unit), peopleStream(seed, unit));
    const employed = eras.map(({ fullTimePosts }) => employedFor(fullTimePosts, positions));
    const otherUnits = otherUnitsOf(units, unit);
    const people = positions.map((position, index): Person => ({
      number: firstPerson + index,
      profession: unit.profession,
      employer: unit.employer,
      unit: unit.index,
      otherUnits,
      position,
      skills: skillsOf(inputs, unit, index),
      ...employment(eras, employed, index),
    }));
    firstPerson += people.length;
    const planOf = (era: Era, count: number): RepeatingPlan => {
      const first = positions.slice(0, count);
      return unit.pattern === 'day' ? dayPlan(first) : rotaPlan({ ...rotaTask, positions: first, posts: era.posts });
    };
    return {
      unit,
      people,
      eras: eras.map((era, index) => ({ ...era, employed: employed[index]!, plan: planOf(era, employed[index]!) })),
    };
  });
  return new RosteredWorkforce(rosters, new RosterCalendar(inputs, calendar), rotaTask);
}

const noPlan: RepeatingPlan = { days: 7, shifts: new Uint8Array(0) };

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

/** From the first day on which a person's place on the list is employed until the last, with what lies between. */
function employment(eras: readonly Era[], employed: readonly number[], index: number) {
  const first = employed.findIndex((count) => index < count);
  const last = employed.findLastIndex((count) => index < count);
  return { fromDay: eras[first]?.fromDay ?? Infinity, toDay: eras[last]?.toDay ?? Infinity };
}

/** Other wards of the same site and profession: hospital people may be asked to take shifts there. */
function otherUnitsOf(units: readonly Unit[], unit: Unit): readonly number[] {
  if (unit.pattern !== 'rota') return [];
  return units
    .filter(
      (other) =>
        other !== unit && other.pattern === 'rota' && other.site === unit.site && other.profession === unit.profession,
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
  const { start, end } = inputs.interventions[label.interventionIndex]!;
  return Array.from({ length: label.midwives }, (_, index) => ({
    number: firstPerson + index,
    profession: unit.profession,
    employer: unit.employer,
    unit: unit.index,
    otherUnits: otherUnitsOf(units, unit),
    position: 1,
    skills: [],
    fromDay: calendar.dayNumber(start),
    toDay: end === undefined ? Infinity : calendar.dayNumber(end) + 1,
  }));
}
