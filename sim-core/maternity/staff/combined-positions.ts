import type { Calendar } from '../../kernel/index.ts';
import { interventionsOf } from '../interventions.ts';
import { originIds, siteIds, type ModelInputs } from '../model-inputs.ts';
import { costSharesOf, type Person } from './person.ts';
import type { Unit } from './unit.ts';

/** Positions smaller than this are rounding. */
const rounding = 1e-9;

/** The combined positions of one district in one intervention. */
interface CombinedLabel {
  originId: string;
  interventionIndex: number;
  /** Begins the identifier of their unit. */
  place: string;
  employer: string;
  /** Indices of the site and of the district. */
  site: number;
  origin: number;
}

/** Where the people of a unit of combined positions work, how much and when. */
export interface CombinedPlaces {
  /** Indices of their own unit, which has no posts, of the ward and of the health station. */
  unit: number;
  ward: number;
  station: number;
  /** Share of the working time on the ward, 0 to 1. */
  wardShare: number;
  /** First day of their employment, and the day after the last. */
  fromDay: number;
  endDay: number;
  /** Full-time posts. */
  posts: number;
  costShares: Person['costShares'];
}

/** One unit for each intervention with combined positions and each of its districts, in the order of the scenario. */
export function combinedLabels(inputs: ModelInputs): CombinedLabel[] {
  const sites = siteIds(inputs);
  const origins = originIds(inputs);
  return inputs.interventions.flatMap((intervention, interventionIndex) =>
    intervention.model === 'combined-positions'
      ? Object.keys(intervention.districts).map((originId) => ({
          originId,
          interventionIndex,
          place: `${originId}-${interventionIndex + 1}`,
          employer: intervention.employer,
          site: sites.indexOf(intervention.site),
          origin: origins.indexOf(originId),
        }))
      : [],
  );
}

/**
 * Where the people in combined positions work, in the order of their units.
 * @throws RangeError when the ward or the district's health station has no midwives
 */
export function combinedPlaces(inputs: ModelInputs, calendar: Calendar, units: readonly Unit[]): CombinedPlaces[] {
  const dated = interventionsOf(inputs, calendar, 'combined-positions');
  const own = units.filter(({ kind }) => kind === 'combinedPosition');
  return combinedLabels(inputs).map(({ originId, interventionIndex, site, origin }, index) => {
    const { intervention, fromDay, endDay } = dated.find((one) => one.index === interventionIndex)!;
    const wardKind = intervention.unit ?? 'labourWard';
    const ward = units.find((unit) => unit.kind === wardKind && unit.site === site && unit.profession === 'midwife');
    const station = units.find(
      (unit) => unit.kind === 'healthStation' && unit.origin === origin && unit.profession === 'midwife',
    );
    if (ward === undefined) throw new RangeError(`${intervention.site} has no midwives in its ${wardKind}`);
    if (station === undefined) throw new RangeError(`The health station of ${originId} has no midwives`);
    return {
      unit: own[index]!.index,
      ward: ward.index,
      station: station.index,
      wardShare: intervention.wardShare ?? inputs.data.combinedPositions.wardShare,
      fromDay,
      endDay,
      posts: intervention.districts[originId]!,
      costShares: costSharesOf(intervention),
    };
  });
}

/**
 * The people of a unit of combined positions: as many positions of the usual size as the posts have room for, and one
 * smaller for what is left.
 */
export function combinedPeople(
  inputs: ModelInputs,
  unit: Unit,
  { posts, fromDay, endDay, costShares }: CombinedPlaces,
  firstPerson: number,
): Person[] {
  const { position: usual } = inputs.data.combinedPositions;
  const whole = Math.floor(posts / usual + rounding);
  const rest = posts - whole * usual;
  const positions = Array.from({ length: whole }, () => usual);
  if (rest > rounding) positions.push(rest);
  return positions.map((position, index) => ({
    number: firstPerson + index,
    profession: unit.profession,
    employer: unit.employer,
    ...(costShares === undefined ? {} : { costShares }),
    unit: unit.index,
    otherUnits: [],
    position,
    skills: [],
    fromDay,
    toDay: endDay,
  }));
}
