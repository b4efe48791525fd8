import type { Person } from './person.ts';
import type { ShiftCode, Unit } from './unit.ts';

/** The units of a scenario, the people they employ and the rosters those work by. The same for every replication of a seed. */
export interface Workforce {
  readonly units: readonly Unit[];
  /** `people[n].number === n`; the people of a unit follow each other. */
  readonly people: readonly Person[];
  /** People of each unit, by unit index. */
  readonly peopleOf: readonly (readonly Person[])[];
  /** Posts that a unit wants filled on a shift of a day (a night belongs to the day on which it begins). */
  posts(unit: number, shift: ShiftCode, day: number): number;
  /** What the roster says a person works on a day; `off` outside her employment. Holiday and sickness are not in it. */
  plannedShift(person: number, day: number): ShiftCode;
  /**
   * Index of the unit where the roster has a person on a day; −1 on days off. Somebody in a combined position is never in
   * her own unit, which has no work of its own.
   */
  plannedUnit(person: number, day: number): number;
  /** People of other units who have a part of their position in this one by day, each with that part as her position. */
  sharedPeopleOf(unit: number): readonly Person[];
  /** Numbers of those planned on a shift of a day, ascending. */
  planned(unit: number, shift: ShiftCode, day: number): readonly number[];
}
