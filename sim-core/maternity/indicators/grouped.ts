import type { ModelInputs } from '../model-inputs.ts';
import { groupsOf, membership, type WomanGrouping } from './groups.ts';
import type { Indicator } from './indicator.ts';
import type { MeasuredService } from './measured-service.ts';
import type { Woman } from '../women/woman.ts';

/** An indicator that is a mean over women, which can be taken over any of them. */
export interface MeanOverWomen extends Omit<Indicator<MeasuredService>, 'value' | 'by'> {
  /** The women it is about. */
  of: (service: MeasuredService) => readonly Woman[];
  /** The mean over those of them whose rows are given; NaN over nobody. */
  mean: (service: MeasuredService, rows: Int32Array) => number;
}

/** What is added to the id of an indicator for each grouping. */
const suffix: Record<WomanGrouping, string> = {
  site: 'BySite',
  hospital: 'ByHospital',
  origin: 'ByDistrict',
  parity: 'ByParity',
  vulnerability: 'ByVulnerability',
};

/** The indicator over all its women, and by each of some groupings. */
export function withGroups(
  { of, mean, ...about }: MeanOverWomen,
  groupings: readonly WomanGrouping[],
): Indicator<MeasuredService>[] {
  return [
    { ...about, value: (service) => mean(service, rowsOf(service, of(service))) },
    ...groupings.map((by): Indicator<MeasuredService> => {
      const { headline: _, ...rest } = about;
      return {
        ...rest,
        id: `${about.id}${suffix[by]}`,
        by,
        value: (service, group) => mean(service, rowsOf(service, of(service), by, group)),
      };
    }),
  ];
}

const rowsOfLists = new WeakMap<readonly Woman[], Map<string, Int32Array>>();

/** Rows of a list of women, all or those of a group; worked out once for a list of a run that is over. */
export function rowsOf(
  { inputs }: MeasuredService,
  women: readonly Woman[],
  by?: WomanGrouping,
  group = '',
): Int32Array {
  let known = rowsOfLists.get(women);
  if (known === undefined) {
    known = new Map([['all', Int32Array.from(women, (_, row) => row)]]);
    rowsOfLists.set(women, known);
  }
  if (by === undefined) return known.get('all')!;
  const key = `${by}/${group}`;
  // All groups at once: the women are scattered in memory, so to look at each of them once for every group is slow.
  if (!known.has(key)) for (const [id, rows] of rowsByGroup(inputs, women, by)) known.set(`${by}/${id}`, rows);
  return known.get(key)!;
}

function rowsByGroup(inputs: ModelInputs, women: readonly Woman[], by: WomanGrouping): [string, Int32Array][] {
  const groups = groupsOf(inputs, by).map(({ id }) => ({ id, rows: [] as number[] }));
  const find = membership(inputs, by);
  let row = 0;
  const isIn = (group: number): void => {
    groups[group]!.rows.push(row);
  };
  for (; row < women.length; row++) find(women[row]!, isIn);
  return groups.map(({ id, rows }) => [id, Int32Array.from(rows)]);
}

/** Mean of the entries of a column in some rows, without those that are NaN; NaN when there is none. */
export function meanOf(column: Float64Array, rows: Int32Array): number {
  let sum = 0;
  let count = 0;
  for (let index = 0; index < rows.length; index++) {
    const value = column[rows[index]!]!;
    if (Number.isNaN(value)) continue;
    sum += value;
    count++;
  }
  return sum / count;
}

type Measure = (woman: Woman) => number | boolean;

const columns = new WeakMap<readonly Woman[], Map<Measure, Float64Array>>();

/**
 * A number of each woman of a list of a run that is over, worked out once: women are scattered in memory, and are asked for
 * the same by several groupings.
 */
export function columnOf(women: readonly Woman[], measure: Measure): Float64Array {
  let known = columns.get(women);
  if (known === undefined) columns.set(women, (known = new Map()));
  let column = known.get(measure);
  if (column !== undefined) return column;
  // A loop: `Float64Array.from` first copies what it is given and then calls back through the engine.
  column = new Float64Array(women.length);
  for (let row = 0; row < women.length; row++) column[row] = Number(measure(women[row]!));
  known.set(measure, column);
  return column;
}

/** Share of some women, by row and as far as they are among those looked at, of whom something holds; NaN of nobody. */
export function shareOf(
  women: readonly Woman[],
  rows: Int32Array,
  holds: (woman: Woman) => boolean,
  among: (woman: Woman) => boolean,
): number {
  const held = columnOf(women, holds);
  const looked = columnOf(women, among);
  let count = 0;
  let all = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    if (looked[row] === 0) continue;
    all++;
    count += held[row]!;
  }
  return count / all;
}
