import { addDays, dayAfter } from '../../../scenarios/schema/dated-changes.ts';
import { postLists, postsPresentOn, type PostsOfUnit } from '../../../scenarios/schema/posts-of-units.ts';
import { expanded } from '../../../scenarios/schema/roll-out.ts';
import type { Intervention, Scenario, WrittenIntervention } from '../../../scenarios/schema/index.ts';
import { isDate as isCalendarDate } from '../../language/format.ts';
import { interventionsIn, type Json, type JsonObject, type PlanDocument } from '../plan-document.ts';

/** A change that the plan makes, and which of its written interventions it comes from. */
export interface Planned {
  /** −1 for what the plan starts from. */
  index: number;
  intervention: Intervention;
}

const daysPerWeek = 7;

/** Whether a value is a date that a calendar has, written as yyyy-mm-dd. */
export function isDate(value: unknown): value is string {
  return typeof value === 'string' && isCalendarDate(value);
}

/** Whether a value is a mapping. */
export function isMapping(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value that stands in a plan as text; empty if it is neither text nor a number. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** What a plan changes, as far as it is written well enough to be understood: its roll-outs as the teams they stand for. */
export function plannedIn(document: PlanDocument, scenario: Scenario, base: Scenario): Planned[] {
  const own = interventionsIn(document).flatMap((written, index) =>
    isUnderstood(written)
      ? expanded(written, scenario.data).map((intervention): Planned => ({ index, intervention }))
      : [],
  );
  return [...base.interventions.map((intervention): Planned => ({ index: -1, intervention })), ...own];
}

/** Districts that an intervention is in, with the number of teams that it gives each. */
export function districtsIn(intervention: Intervention | WrittenIntervention): { id: string; teams: number }[] {
  switch (intervention.model) {
    case 'continuity-teams':
      return Object.entries(intervention.teams).map(([id, teams]) => ({ id, teams }));
    case 'combined-positions':
      return Object.keys(intervention.districts).map((id) => ({ id, teams: 0 }));
    case 'roll-out':
      return intervention.order.map((id) => ({ id, teams: 0 }));
    case 'early-discharge':
    case 'digital-follow-up':
    case 'open-return':
    case 'extra-support':
    case 'doula':
      return intervention.districts.map((id) => ({ id, teams: 0 }));
    default:
      return [];
  }
}

/** Whether an intervention is in force on a day. */
export function inForceOn({ start, end }: Intervention, day: string): boolean {
  return start <= day && (end === undefined || day <= end);
}

/** The first day on which an intervention has its people: those of teams are employed when their training begins. */
export function firstDayOf(intervention: Intervention, { data }: Scenario): string {
  if (intervention.model !== 'continuity-teams') return intervention.start;
  const weeks = intervention.trainingWeeks ?? data.continuityTeams.trainingWeeks.value;
  return addDays(intervention.start, -Math.round(weeks * daysPerWeek));
}

/**
 * Full-time posts that a unit has at the least in a period, after everything that the plan takes from it.
 *
 * @param to the last day; for good, if it is left out
 */
export function postsLeft(
  unit: Omit<PostsOfUnit, 'posts'>,
  { from, to }: { from: string; to?: string | undefined },
  planned: readonly Planned[],
  scenario: Scenario,
): number {
  const interventions = planned.map(({ intervention }) => intervention);
  const whole: PostsOfUnit = { ...unit, posts: 1 };
  const changes = interventions.flatMap((intervention) =>
    postLists(intervention).flatMap(({ taken, posts: list }) =>
      list
        .filter((entry) => keyOf(entry) === keyOf(whole))
        .map(({ posts }) => ({
          first: firstDayOf(intervention, scenario),
          end: intervention.end,
          by: taken ? -posts : posts,
        })),
    ),
  );
  const bounds = [
    from,
    ...changes.flatMap(({ first, end }) => [first, ...(end === undefined ? [] : [dayAfter(end)])]),
    ...interventions.flatMap(({ start, end }) => [start, ...(end === undefined ? [] : [dayAfter(end)])]),
  ];
  const days = [...new Set(bounds)].filter((day) => day >= from && (to === undefined || day <= to));
  return Math.min(
    ...days.map((day) =>
      changes
        .filter(({ first, end }) => first <= day && (end === undefined || day <= end))
        .reduce((left, { by }) => left + by, postsPresentOn(day, scenario.data, interventions, whole)),
    ),
  );
}

const keyOf = ({ site, unit, district, profession }: PostsOfUnit): string =>
  [site === undefined ? district : `${site} ${unit ?? 'labourWard'}`, profession ?? 'midwife'].join(' ');

/** As many months as dates can be reckoned with. */
export function isMonths(value: unknown): boolean {
  return typeof value === 'number' && Math.abs(value) <= 1200;
}

/** What is being typed can be anything; only what the map and the sums of posts read is looked at here. */
function isUnderstood(written: Json): written is Json & WrittenIntervention {
  if (!isMapping(written) || typeof written['model'] !== 'string' || !isDate(written['start'])) return false;
  const { model, end } = written;
  if (end !== undefined && !isDate(end)) return false;
  const postsAreSound = ['postsFrom', 'from', 'to', 'posts'].every((key) => {
    const list = written[key];
    return list === undefined || (Array.isArray(list) && list.every(isPosts));
  });
  if (!postsAreSound) return false;
  const listOfNames = (value: unknown) => Array.isArray(value) && value.every((name) => typeof name === 'string');
  const numbers = (value: unknown) =>
    isMapping(value) && Object.values(value).every((number) => typeof number === 'number');
  switch (model) {
    case 'continuity-teams':
      return numbers(written['teams']);
    case 'combined-positions':
      return numbers(written['districts']);
    case 'roll-out':
      return (
        listOfNames(written['order']) &&
        isMapping(written['payers']) &&
        isMonths(written['months']) &&
        typeof written['coverage'] === 'number'
      );
    case 'early-discharge':
    case 'digital-follow-up':
    case 'open-return':
      return listOfNames(written['districts']);
    case 'extra-support':
    case 'doula':
      return listOfNames(written['districts']) && listOfNames(written['groups']);
    case 'move-posts':
    case 'task-shift':
      return written['to'] !== undefined;
    case 'staff-leaving':
      return written['posts'] !== undefined;
    case 'ward-posts':
      return numbers(written['weekday']) && numbers(written['weekend']);
    default:
      return true;
  }
}

const isPosts = (entry: unknown): boolean => isMapping(entry) && typeof entry['posts'] === 'number';
