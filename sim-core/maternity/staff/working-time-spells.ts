/** Columns of spells of work, in any order: `WorkedTime` has them. */
export interface SpellColumns {
  readonly length: number;
  readonly person: { view(): Int32Array };
  /** Minutes of the clock. */
  readonly start: { view(): Float64Array };
  readonly end: { view(): Float64Array };
}

/** The spells of each person in order, those that touch or overlap made one. Spells of person p: first[p] … first[p + 1] − 1. */
export interface SpellsByPerson {
  readonly first: Int32Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
}

/** Sorts spells by person and start (counting sort, then insertion: they are nearly in order) and joins them. */
export function spellsByPerson(columns: SpellColumns, people: number): SpellsByPerson {
  const { length } = columns;
  const person = columns.person.view();
  const start = columns.start.view();
  const end = columns.end.view();
  const next = new Int32Array(people + 1);
  for (let index = 0; index < length; index++) next[person[index]! + 1]!++;
  for (let number = 0; number < people; number++) next[number + 1]! += next[number]!;
  const bounds = next.slice();
  const starts = new Float64Array(length);
  const ends = new Float64Array(length);
  for (let index = 0; index < length; index++) {
    const number = person[index]!;
    let place = next[number]!++;
    const from = start[index]!;
    for (; place > bounds[number]! && starts[place - 1]! > from; place--) {
      starts[place] = starts[place - 1]!;
      ends[place] = ends[place - 1]!;
    }
    starts[place] = from;
    ends[place] = end[index]!;
  }
  return joined({ first: bounds, start: starts, end: ends }, people);
}

/** Joins spells that touch or overlap, in place. */
function joined({ first, start, end }: SpellsByPerson, people: number): SpellsByPerson {
  let kept = 0;
  const newFirst = new Int32Array(people + 1);
  for (let number = 0; number < people; number++) {
    const begin = kept;
    newFirst[number] = begin;
    for (let index = first[number]!; index < first[number + 1]!; index++) {
      if (kept > begin && start[index]! <= end[kept - 1]!) {
        end[kept - 1] = Math.max(end[kept - 1]!, end[index]!);
      } else {
        start[kept] = start[index]!;
        end[kept++] = end[index]!;
      }
    }
  }
  newFirst[people] = kept;
  return { first: newFirst, start: start.subarray(0, kept), end: end.subarray(0, kept) };
}
