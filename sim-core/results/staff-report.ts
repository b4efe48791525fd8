import { formatDate, type Calendar } from '../kernel/index.ts';
import type { MaternityService } from '../maternity/maternity-service.ts';
import type { Breach } from '../maternity/staff/breach.ts';
import { employmentSpells } from '../maternity/staff/employment-spells.ts';
import type { Person } from '../maternity/staff/person.ts';
import { coverageOf } from '../maternity/staff/roster-coverage.ts';
import { ShiftCode, type Unit } from '../maternity/staff/unit.ts';

const minutesPerHour = 60;
const shiftNames = Object.fromEntries(Object.entries(ShiftCode).map(([name, code]) => [code, name]));

/** How a unit is staffed over the horizon: counted in shifts of one person. */
export interface UnitReport {
  unit: string;
  /** Employed at some time of the horizon. */
  people: number;
  /** Sum of positions, on average over the horizon. */
  fullTimePosts: number;
  /** Posts to be filled, those that the roster leaves without a person, and those open after absence and cover. */
  posts: number;
  missingInRoster: number;
  open: number;
  /** Planned shifts of people who were away, and what came in their place. */
  away: number;
  extraShifts: number;
  overtimeShifts: number;
  hiredShifts: number;
  borrowed: number;
}

/** A shift with posts that nobody has. */
export interface OpenShift {
  unit: string;
  date: string;
  shift: string;
  posts: number;
}

/** A rule of working time that was not kept. */
export interface BreachRecord {
  rule: string;
  basis: Breach['basis'];
  /** Number of the person, her unit and her position. */
  person: number;
  unit: string;
  position: number;
  date: string;
  /** Hours of rest that lack or of work too many; of Sundays, their number. */
  size: number;
}

/** Rosters, absence, cover and working time of one replication. */
export interface StaffReport {
  units: UnitReport[];
  /** By the roster, before anybody is away. */
  withoutPerson: OpenShift[];
  /** After absence and cover. */
  open: OpenShift[];
  breaches: BreachRecord[];
  /** Women in labour care per midwife on duty, by site and hour of the week from Monday 00; null where nobody was on duty. */
  womenPerMidwife: Record<string, (number | null)[]>;
}

/** Tells of the staff of a run that is over. */
export function staffReport(service: MaternityService): StaffReport {
  const { workforce, staffing, calendar, horizon, breaches, sites, simulation } = service;
  const { counts } = staffing;
  const fromDay = calendar.dayOf(horizon.from);
  const toDay = calendar.dayOf(horizon.to);
  const coverage = workforce.units.map(({ index }) => coverageOf(workforce, index, fromDay, toDay));
  const idOf = (unit: number): string => workforce.units[unit]!.id;
  return {
    units: workforce.units.map(({ index, id }: Unit) => ({
      unit: id,
      ...employedIn(workforce.peopleOf[index]!, fromDay, toDay),
      posts: coverage[index]!.posts,
      missingInRoster: coverage[index]!.missing.reduce((sum, { missing }) => sum + missing, 0),
      open: counts.open[index]!,
      away: counts.onHoliday[index]! + counts.sick[index]! + counts.inTraining[index]!,
      extraShifts: counts.extraShifts[index]!,
      overtimeShifts: counts.overtimeShifts[index]!,
      hiredShifts: counts.hiredShifts[index]!,
      borrowed: counts.borrowed[index]!,
    })),
    withoutPerson: coverage.flatMap(({ missing }) =>
      missing.map((shift) => ({
        unit: idOf(shift.unit),
        date: dateOf(calendar, shift.day),
        shift: shiftNames[shift.shift]!,
        posts: shift.missing,
      })),
    ),
    open: counts.openPosts.map(({ unit, shift, day, posts }) => ({
      unit: idOf(unit),
      date: dateOf(calendar, day),
      shift: shiftNames[shift]!,
      posts,
    })),
    breaches: breaches.map(({ rule, basis, person, day, size }) => {
      const { unit, position } = workforce.people[person]!;
      return {
        rule,
        basis,
        person,
        unit: idOf(unit),
        position,
        date: dateOf(calendar, day),
        size: rule === 'sundays' ? size : size / minutesPerHour,
      };
    }),
    womenPerMidwife: Object.fromEntries(
      sites.map(({ id, ward }) => [
        id,
        Array.from(ward.womenPerMidwife.means(simulation.now), (mean) => (Number.isFinite(mean) ? mean : null)),
      ]),
    ),
  };
}

/** People of a unit who are employed on some of the days, and their positions on average. */
function employedIn(
  people: readonly Person[],
  fromDay: number,
  toDay: number,
): { people: number; fullTimePosts: number } {
  let count = 0;
  let positionDays = 0;
  for (const person of people) {
    const days = employmentSpells(person, fromDay, toDay).reduce((sum, spell) => sum + spell.toDay - spell.fromDay, 0);
    if (days > 0) count++;
    positionDays += person.position * days;
  }
  return { people: count, fullTimePosts: positionDays / (toDay - fromDay) };
}

function dateOf(calendar: Calendar, day: number): string {
  return formatDate(calendar.dateOfDay(day));
}
