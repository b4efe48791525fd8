/** Rows by key, in their order: those of key k are rows[first[k]] … rows[first[k + 1] − 1]. */
export interface RowIndex {
  readonly first: Int32Array;
  readonly rows: Int32Array;
}

/** Rows that are read between two looks at the clock. */
const rowsAtATime = 50_000;

/** Main-thread work that is cut into stretches: it yields often, and returns its result at the end. */
export type InSlices<Result> = Generator<undefined, Result>;

/**
 * Sorts the rows of a column by the key in it (a counting sort, so rows of one key keep their order).
 * @param keys one per row; rows with a key below 0 are left out
 * @param size number of keys
 * @param isWanted which rows to take; all, if left out
 */
export function* rowsByKey(
  keys: Int32Array,
  size: number,
  isWanted: (row: number) => boolean = () => true,
): InSlices<RowIndex> {
  const first = new Int32Array(size + 1);
  for (let row = 0; row < keys.length; row++) {
    if (row % rowsAtATime === 0) yield;
    const key = keys[row]!;
    if (key >= 0 && key < size && isWanted(row)) first[key + 1]!++;
  }
  for (let key = 0; key < size; key++) first[key + 1]! += first[key]!;
  const next = first.slice();
  const rows = new Int32Array(first[size]!);
  for (let row = 0; row < keys.length; row++) {
    if (row % rowsAtATime === 0) yield;
    const key = keys[row]!;
    if (key >= 0 && key < size && isWanted(row)) rows[next[key]!++] = row;
  }
  return { first, rows };
}

/** The rows of one key. */
export function rowsOfKey({ first, rows }: RowIndex, key: number): Int32Array {
  return rows.subarray(first[key] ?? 0, first[key + 1] ?? 0);
}

const longestStretchMilliseconds = 12;

/** Carries sliced work out while the page stays responsive: lets other tasks in after every few milliseconds. */
export async function inSlices<Result>(work: InSlices<Result>): Promise<Result> {
  for (;;) {
    const stop = performance.now() + longestStretchMilliseconds;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < stop);
    await new Promise((resume) => setTimeout(resume, 0));
  }
}

/** Carries sliced work out at one stretch. */
export function atOnce<Result>(work: InSlices<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
