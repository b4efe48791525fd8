import type { Calendar } from '../../kernel/index.ts';
import type { InterventionOf } from '../interventions.ts';
import type { ModelInputs } from '../model-inputs.ts';
import type { Unit } from './unit.ts';
import { unitIdOf, type PostsOfUnit } from './unit-references.ts';

type Intervention = ModelInputs['interventions'][number];

/**
 * What happens to full-time posts of a unit: `moved` changes its people and in proportion the posts of its shifts,
 * `vacant` its people only, and `combined` (people who come from another roster for a part of their time) its shifts only.
 */
type Kind = 'moved' | 'vacant' | 'combined';

interface Change {
  readonly unitId: string;
  readonly kind: Kind;
  /** Full-time posts given to the unit or, with a minus, taken from it. */
  readonly posts: number;
}

/** Full-time posts given to a unit or taken from it over a span of days. */
export interface PostChange extends Change {
  /** Place of the intervention in the scenario. */
  readonly intervention: number;
  /** First day, and the day after the last; Infinity without an end. */
  readonly fromDay: number;
  readonly endDay: number;
}

const daysPerWeek = 7;

/** All changes of full-time posts that the interventions of a scenario bring about, in their order. */
export function postChangesOf(inputs: ModelInputs, calendar: Calendar): PostChange[] {
  return inputs.interventions.flatMap((intervention, index) =>
    changesBy(inputs, intervention).map((change) => ({
      ...change,
      intervention: index,
      ...employmentDays(inputs, calendar, intervention),
    })),
  );
}

/** The first day on which those whom an intervention employs are employed, and the day after the last. */
export function employmentDays(
  inputs: ModelInputs,
  calendar: Calendar,
  intervention: Intervention,
): { fromDay: number; endDay: number } {
  const { start, end } = intervention;
  const lead = intervention.model === 'continuity-teams' ? trainingDays(inputs, intervention) : 0;
  return {
    fromDay: calendar.dayNumber(start) - lead,
    endDay: end === undefined ? Infinity : calendar.dayNumber(end) + 1,
  };
}

/**
 * Ids of the units whose people are moved or leave.
 * @throws RangeError when posts are taken from or given to a unit that does not exist
 */
export function unitsWithMovedPeople(inputs: ModelInputs, calendar: Calendar, units: readonly Unit[]): Set<string> {
  const changes = postChangesOf(inputs, calendar);
  const lost = changes.find(({ unitId }) => !units.some(({ id }) => id === unitId));
  if (lost !== undefined)
    throw new RangeError(`Intervention ${lost.intervention + 1}: no unit is called ${lost.unitId}`);
  return new Set(changes.flatMap(({ unitId, kind }) => (kind === 'combined' ? [] : [unitId])));
}

/** Ids of the units that interventions give posts to. */
export function unitsGivenPosts({ interventions }: ModelInputs): ReadonlySet<string> {
  return new Set(
    interventions.flatMap((intervention) =>
      intervention.model === 'move-posts' || intervention.model === 'task-shift' ? intervention.to.map(unitIdOf) : [],
    ),
  );
}

/** The posts that an intervention takes from units. */
export function postsTaken(intervention: Intervention): readonly PostsOfUnit[] {
  switch (intervention.model) {
    case 'continuity-teams':
    case 'combined-positions':
      return intervention.postsFrom ?? [];
    case 'move-posts':
    case 'task-shift':
      return intervention.from ?? [];
    default:
      return [];
  }
}

/** Share of their working time that people in combined positions spend on the ward. */
function wardShareOf({ data }: ModelInputs, intervention: InterventionOf<'combined-positions'>): number {
  return intervention.wardShare ?? data.combinedPositions.wardShare;
}

function changesBy(inputs: ModelInputs, intervention: Intervention): Change[] {
  const changes = postsTaken(intervention).map((taken) => changeOf(taken, 'moved', -1));
  switch (intervention.model) {
    case 'move-posts':
    case 'task-shift':
      changes.push(...intervention.to.map((given) => changeOf(given, 'moved', 1)));
      break;
    case 'staff-leaving':
      changes.push(...intervention.posts.map((left) => changeOf(left, 'vacant', -1)));
      break;
    case 'combined-positions': {
      const posts = Object.values(intervention.districts).reduce((sum, ofDistrict) => sum + ofDistrict, 0);
      const { site, unit } = intervention;
      changes.push(changeOf({ site, unit, posts }, 'combined', wardShareOf(inputs, intervention)));
      break;
    }
    default:
  }
  return changes;
}

function changeOf(posts: PostsOfUnit, kind: Kind, factor: number): Change {
  return { unitId: unitIdOf(posts), kind, posts: factor * posts.posts };
}

function trainingDays({ data }: ModelInputs, intervention: InterventionOf<'continuity-teams'>): number {
  return Math.round((intervention.trainingWeeks ?? data.continuityTeams.trainingWeeks) * daysPerWeek);
}
