import type { Calendar } from '../../kernel/index.ts';
import { teamLabels, type ModelInputs } from '../model-inputs.ts';
import { combinedLabels } from './combined-positions.ts';
import { employmentDays, postChangesOf } from './moved-posts.ts';
import { professions, type Profession } from './person.ts';
import { erasOf } from './posts.ts';
import { ShiftTimes } from './shift-times.ts';
import type { Unit } from './unit.ts';
import { unitsOf } from './units.ts';

/** Full-time posts that a unit has people for. */
interface UnitPosts {
  readonly unit: Unit;
  readonly posts: number;
}

/** Full-time posts of one profession, and what interventions do to them. */
interface PostSums {
  /** Without any intervention. */
  usual: number;
  /** Taken from units, and given to units, teams and combined positions. */
  taken: number;
  given: number;
  /** Vacant because people have left. */
  vacant: number;
  /** With all of that, and with changes of ward posts. */
  posts: number;
}

/** The posts of one profession at one employer, a key of `economy.payers`. */
interface EmployerPosts extends PostSums {
  readonly employer: string;
  readonly profession: Profession;
}

/** The posts of one profession at all employers. */
interface ProfessionPosts extends PostSums {
  readonly profession: Profession;
  /** Given less taken: what is to be recruited; less than 0 where more is taken than given. */
  readonly recruited: number;
}

/** What the interventions of a scenario do to full-time posts. */
export interface PostBalance {
  /** By employer in the order of `economy.payers`, then by profession; where there are no posts, no line. */
  readonly employers: readonly EmployerPosts[];
  /** By profession, every one. */
  readonly professions: readonly ProfessionPosts[];
}

/** Sums of posts are told to the millionth, so that 0.1 + 0.2 is 0.3. */
const grains = 1_000_000;

/**
 * Full-time contract posts by unit on a day, those of teams and combined positions among them, in the order of the units.
 * The people employed have positions of whole sizes and can come to a little more or less. Leading midwives are in no unit.
 */
export function postsByUnit(inputs: ModelInputs, calendar: Calendar, day: number): UnitPosts[] {
  const times = new ShiftTimes(inputs, calendar);
  const units = unitsOf(inputs);
  const formed = formedPosts(inputs, calendar, units, day);
  return units.map((unit) => {
    const era = erasOf(inputs, calendar, times, unit).find(({ toDay }) => day < toDay)!;
    return { unit, posts: formed.get(unit.index) ?? era.fullTimePosts };
  });
}

/**
 * The arithmetic of a plan's posts on a day: what the interventions in force take from units and give to others, to teams
 * and to combined positions, by employer and profession, and what is to be recruited beyond what they take. Team midwives
 * are employed full-time, from their training on.
 */
export function postBalance(inputs: ModelInputs, calendar: Calendar, day: number): PostBalance {
  const units = unitsOf(inputs);
  const employers = Object.keys(inputs.data.economy.payers).flatMap((employer) =>
    professions.map((profession): EmployerPosts => ({ employer, profession, ...noPosts })),
  );
  const lineOf = ({ employer, profession }: Unit): EmployerPosts =>
    employers.find((line) => line.employer === employer && line.profession === profession)!;
  for (const { unit, posts } of postsByUnit(inputs, calendar, day)) lineOf(unit).posts += posts;
  for (const { unit, posts } of postsByUnit({ ...inputs, interventions: [] }, calendar, day)) {
    lineOf(unit).usual += posts;
  }
  for (const [unit, posts] of formedPosts(inputs, calendar, units, day)) lineOf(units[unit]!).given += posts;
  for (const { unitId, kind, posts, fromDay, endDay } of postChangesOf(inputs, calendar)) {
    const unit = units.find(({ id }) => id === unitId);
    if (unit === undefined || kind === 'combined' || day < fromDay || day >= endDay) continue;
    const line = lineOf(unit);
    if (kind === 'vacant') line.vacant -= posts;
    else if (posts < 0) line.taken -= posts;
    else line.given += posts;
  }
  return {
    employers: employers
      .map((line) => ({ ...line, ...rounded(line) }))
      .filter((line) => columns.some((column) => line[column] !== 0)),
    professions: professions.map((profession) => {
      const sum = rounded(total(employers.filter((line) => line.profession === profession)));
      return { profession, ...sum, recruited: roundedPosts(sum.given - sum.taken) };
    }),
  };
}

/** Posts of teams and of combined positions on a day, by index of the unit. */
function formedPosts(
  inputs: ModelInputs,
  calendar: Calendar,
  units: readonly Unit[],
  day: number,
): Map<number, number> {
  const teams = teamLabels(inputs);
  const combined = combinedLabels(inputs);
  const posts = new Map<number, number>();
  const add = (unit: Unit, interventionIndex: number, ofUnit: number): void => {
    const { fromDay, endDay } = employmentDays(inputs, calendar, inputs.interventions[interventionIndex]!);
    posts.set(unit.index, fromDay <= day && day < endDay ? ofUnit : 0);
  };
  for (const unit of units) {
    if (unit.team >= 0) add(unit, teams[unit.team]!.interventionIndex, teams[unit.team]!.midwives);
  }
  for (const [index, unit] of units.filter(({ kind }) => kind === 'combinedPosition').entries()) {
    const { interventionIndex, originId } = combined[index]!;
    const intervention = inputs.interventions[interventionIndex]!;
    if (intervention.model === 'combined-positions') add(unit, interventionIndex, intervention.districts[originId]!);
  }
  return posts;
}

const noPosts: PostSums = { usual: 0, taken: 0, given: 0, vacant: 0, posts: 0 };
const columns = ['usual', 'taken', 'given', 'vacant', 'posts'] as const;

function total(lines: readonly PostSums[]): PostSums {
  const sums = { ...noPosts };
  for (const line of lines) {
    for (const column of columns) sums[column] += line[column];
  }
  return sums;
}

function rounded({ usual, taken, given, vacant, posts }: PostSums): PostSums {
  return {
    usual: roundedPosts(usual),
    taken: roundedPosts(taken),
    given: roundedPosts(given),
    vacant: roundedPosts(vacant),
    posts: roundedPosts(posts),
  };
}

function roundedPosts(posts: number): number {
  return Math.round(posts * grains) / grains;
}
