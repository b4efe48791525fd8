import type { TraceColumns } from './trace.ts';

/** One state change, as an object for use outside the simulation. */
export interface TraceRow {
  time: number;
  entity: number;
  state: number;
  place: number;
  other: number;
}

/** Which rows are wanted: those that match every field given. */
export interface TraceFilter {
  /** Times from … up to, not including, until. */
  from?: number;
  until?: number;
  /** One value, or any of several. */
  entity?: number | Iterable<number>;
  state?: number | Iterable<number>;
  place?: number | Iterable<number>;
  other?: number | Iterable<number>;
}

/** Words for the codes of the model, for an exported table; a code without a word stays a number. */
export interface TraceWords {
  state?: (code: number) => string | undefined;
  place?: (code: number) => string | undefined;
}

/** Columns that a filter takes values of. */
const codeNames = ['entity', 'state', 'place', 'other'] as const;

/**
 * A finished trace, to be searched, filtered and exported. Shares the columns it is given.
 *
 * ```ts
 * const log = new TraceLog(trace.rows());
 * const births = log.select({ from: 1440, until: 2880, state: TraceState.birth });
 * for (const { time, entity } of log.rows(births)) …
 * const csv = csvFormatRows(log.table({ state: (code) => stateNames[code] }, births)); // of d3
 * ```
 */
export class TraceLog {
  readonly columns: TraceColumns;

  constructor(columns: TraceColumns) {
    this.columns = columns;
  }

  /** Number of rows. */
  get length(): number {
    return this.columns.time.length;
  }

  /** Index of the first row at or after an instant; `length` when there is none. */
  firstRowFrom(time: number): number {
    return firstRowFrom(this.columns.time, time);
  }

  /** Number of rows at or before an instant. */
  rowsUntil(time: number): number {
    return rowsUntil(this.columns.time, time);
  }

  /** Indices of the rows that match a filter, in order. */
  select(filter: TraceFilter): Uint32Array {
    const { from = -Infinity, until = Infinity } = filter;
    const tests = codeNames.flatMap((name) => {
      const wanted = filter[name];
      if (wanted === undefined) return [];
      return [{ column: this.columns[name], wanted: new Set(typeof wanted === 'number' ? [wanted] : wanted) }];
    });
    const first = this.firstRowFrom(from);
    const end = this.firstRowFrom(until);
    const found: number[] = [];
    for (let row = first; row < end; row++) {
      if (tests.every(({ column, wanted }) => wanted.has(column[row]!))) found.push(row);
    }
    return Uint32Array.from(found);
  }

  /** @throws RangeError when there is no such row */
  row(index: number): TraceRow {
    const { time, entity, state, place, other } = this.columns;
    if (!(Number.isInteger(index) && index >= 0 && index < this.length)) {
      throw new RangeError(`There is no row ${index}: the rows are 0…${this.length - 1}`);
    }
    return {
      time: time[index]!,
      entity: entity[index]!,
      state: state[index]!,
      place: place[index]!,
      other: other[index]!,
    };
  }

  /** Rows as objects, made one at a time. @param indices as `select` gives them; default: every row */
  *rows(indices?: Iterable<number>): Generator<TraceRow, void> {
    for (const index of indices ?? this.columns.time.keys()) yield this.row(index);
  }

  /** A heading and the rows as lists, ready for a CSV writer. @param indices as `select` gives them; default: every row */
  table(words: TraceWords = {}, indices?: Iterable<number>): (string | number)[][] {
    const lines: (string | number)[][] = [['time', ...codeNames]];
    for (const { time, entity, state, place, other } of this.rows(indices)) {
      lines.push([time, entity, words.state?.(state) ?? state, words.place?.(place) ?? place, other]);
    }
    return lines;
  }
}

/** Number of rows at or before an instant. @param times never decreasing */
export function rowsUntil(times: Float64Array, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first row at or after an instant, or the number of rows. @param times never decreasing */
export function firstRowFrom(times: Float64Array, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
