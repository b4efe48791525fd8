import type { Indicator } from '../../../sim-core/maternity/indicators/indicator.ts';
import { isClear, relative, type ComparisonRow } from '../figures.ts';

export type Phase = Indicator['phase'];
export type Grouping = NonNullable<Indicator['by']>;
/** What the lines of a table can be sorted by; `order` is that of the registry. */
export type SortKey = 'order' | 'name' | 'difference' | 'relative' | 'clearness';

/** Which lines are shown, and in which order. */
export interface TableChoice {
  /** Words that the name of a line must hold, all of them; none if it is empty. */
  search: string;
  part: 'headline' | 'all' | Phase;
  grouping: 'any' | 'none' | Grouping;
  /** Identifier of a group of the chosen grouping; all of them if it is empty. */
  group: string;
  onlyClear: boolean;
  sort: SortKey;
  descending: boolean;
}

/** The headlines, in the order of the registry. */
export const usualChoice: TableChoice = {
  search: '',
  part: 'headline',
  grouping: 'any',
  group: '',
  onlyClear: false,
  sort: 'order',
  descending: false,
};

/** Identifier of the group that a line is about; empty where it is about all. */
export function groupId({ key, indicator }: ComparisonRow): string {
  return indicator.by === undefined ? '' : key.slice(indicator.id.length + 1);
}

/** The lines that a choice shows, in its order. @param nameOf what a line is called, for search and order */
export function chosenRows(
  rows: readonly ComparisonRow[],
  choice: TableChoice,
  nameOf: (row: ComparisonRow) => string,
  language: string,
): ComparisonRow[] {
  const words = choice.search.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
  const found = rows.filter((row) => {
    const { phase, headline, by } = row.indicator;
    if (choice.part === 'headline' ? headline !== true : choice.part !== 'all' && phase !== choice.part) return false;
    if (choice.grouping === 'none' ? by !== undefined : choice.grouping !== 'any' && by !== choice.grouping) {
      return false;
    }
    if (choice.group !== '' && groupId(row) !== choice.group) return false;
    if (choice.onlyClear && !isClear(row)) return false;
    const name = nameOf(row).toLocaleLowerCase(language);
    return words.every((word) => name.includes(word));
  });
  return sorted(found, choice, nameOf, language);
}

/** The parts of the service that some lines are of, in their order. */
export function phasesOf(rows: readonly ComparisonRow[]): Phase[] {
  return [...new Set(rows.map(({ indicator }) => indicator.phase))];
}

/** The groupings that some lines are given by, in the order in which they are first met. */
export function groupingsOf(rows: readonly ComparisonRow[]): Grouping[] {
  return [...new Set(rows.flatMap(({ indicator: { by } }) => (by === undefined ? [] : [by])))];
}

/** The groups of a grouping that some lines are about, with a line of each to name it by. */
export function groupsOfRows(
  rows: readonly ComparisonRow[],
  grouping: TableChoice['grouping'],
): Map<string, ComparisonRow> {
  const groups = new Map<string, ComparisonRow>();
  for (const row of rows) {
    if (row.indicator.by === grouping && !groups.has(groupId(row))) groups.set(groupId(row), row);
  }
  return groups;
}

/**
 * How far a difference is from none, in half-widths of its interval: above 1 it is clear. NaN without an interval; a
 * difference that is the same in every replication is as clear as can be, and none at all is not.
 */
export function clearness({ difference: { mean, interval } }: ComparisonRow): number {
  if (interval === undefined) return NaN;
  const half = (interval[1] - interval[0]) / 2;
  return mean === 0 ? 0 : Math.abs(mean) / half;
}

function sorted(
  rows: ComparisonRow[],
  { sort, descending }: TableChoice,
  nameOf: (row: ComparisonRow) => string,
  language: string,
): ComparisonRow[] {
  if (sort === 'order') return rows;
  const sign = descending ? -1 : 1;
  if (sort === 'name') {
    const { compare } = new Intl.Collator(language, { numeric: true });
    return rows.toSorted((a, b) => sign * compare(nameOf(a), nameOf(b)));
  }
  const valueOf = {
    difference: ({ difference }: ComparisonRow) => difference.mean,
    relative: (row: ComparisonRow) => relative(row)?.mean ?? NaN,
    clearness,
  }[sort];
  const known = rows.filter((row) => !Number.isNaN(valueOf(row)));
  // What has no value stands last whichever way the others are turned.
  const unknown = rows.filter((row) => Number.isNaN(valueOf(row)));
  return [...known.toSorted((a, b) => ascending(valueOf(a), valueOf(b)) * sign), ...unknown];
}

/** As a subtraction would order them, but for infinite values too. */
function ascending(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
