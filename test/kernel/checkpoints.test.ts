import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Checkpoints, Trace, type Replayable, type TraceColumns } from '../../sim-core/kernel/index.ts';

const places = 5;

/** Entities at each place, and an order-sensitive sum of everything folded. */
class Census implements Replayable<Census> {
  row = 0;
  folded = 0;
  sum = 0;
  readonly at = new Int32Array(places);

  advance(trace: TraceColumns, end: number): void {
    for (; this.row < end; this.row++) {
      this.folded++;
      this.at[trace.place[this.row]!]!++;
      this.sum = (Math.imul(this.sum, 31) + trace.entity[this.row]!) | 0;
    }
  }
  copy(): Census {
    const copy = new Census();
    copy.become(this);
    return copy;
  }
  become(other: Census): void {
    this.row = other.row;
    this.sum = other.sum;
    this.at.set(other.at);
  }
}

function traceOf(rows: number): TraceColumns {
  const trace = new Trace(true);
  for (let row = 0; row < rows; row++) trace.record(Math.floor(row / 3), (row * 7919) % 1009, 0, row % places, 0);
  return trace.rows();
}

function foldedTo(trace: TraceColumns, time: number) {
  const census = new Census();
  census.advance(trace, trace.time.filter((each) => each <= time).length);
  return { row: census.row, sum: census.sum, at: [...census.at] };
}
const shown = ({ row, sum, at }: Census) => ({ row, sum, at: [...at] });

describe('checkpoints', () => {
  it('give at every instant the state folded from the start, in whatever order they are sought', () => {
    const sizes = fc.constantFrom(0, 1, 16, 31, 32, 33, 64, 200);
    const instants = fc.array(fc.oneof(fc.integer({ min: -2, max: 70 }), fc.double({ min: -2, max: 70, noNaN: true })));
    fc.assert(
      fc.property(sizes, fc.constantFrom(1, 2, 16, 32, 1000), instants, (rows, spacing, times) => {
        const trace = traceOf(rows);
        const checkpoints = new Checkpoints(trace, new Census(), { spacing });
        for (const time of times) {
          expect(shown(checkpoints.seek(time))).toEqual(foldedTo(trace, time));
          expect(shown(checkpoints.state)).toEqual(foldedTo(trace, time));
        }
      }),
      { seed: 23, numRuns: 300 },
    );
  });

  it('fold again no more rows than lie between two of them, and none twice when played forwards', () => {
    const trace = traceOf(3000);
    const checkpoints = new Checkpoints(trace, new Census(), { spacing: 100 });
    const cost = (time: number) => {
      const before = checkpoints.state.folded;
      checkpoints.seek(time);
      return checkpoints.state.folded - before;
    };
    for (let index = 0; index < 200; index++) expect(cost((index * 617) % 1000)).toBeLessThanOrEqual(100);
    cost(-1);
    let played = 0;
    for (let time = 0; time < 1000; time += 0.5) played += cost(time);
    expect(played).toBeLessThanOrEqual(3000);
  });

  it('can be sought by row, within the rows there are', () => {
    const checkpoints = new Checkpoints(traceOf(50), new Census(), { spacing: 8 });
    expect([7, 8, 0, 50, 99, -3].map((row) => checkpoints.seekRow(row).row)).toEqual([7, 8, 0, 50, 50, 0]);
  });

  it('show every row while they are made', () => {
    const seen: [number, number][] = [];
    const onRow = (state: Census, time: number) => seen.push([state.row, time]);
    expect(new Checkpoints(traceOf(4), new Census(), { spacing: 2, onRow }).state.row).toBe(4);
    expect(seen).toEqual([
      [1, 0],
      [2, 0],
      [3, 0],
      [4, 1],
    ]);
  });

  it('read in slices give the same as read at once, and say how far they have come', () => {
    const trace = traceOf(100);
    const seen: number[] = [];
    const onRow = (state: Census) => seen.push(state.row);
    const sliced = new Checkpoints(trace, new Census(), { spacing: 16, onRow, inSlices: true });
    expect(seen).toEqual([]);
    expect([30, 50, 30, 5].map((rows) => sliced.read(rows))).toEqual([0.3, 0.8, 1, 1]);
    expect(seen).toEqual(Array.from({ length: 100 }, (_, row) => row + 1));
    for (const time of [33, 2, 17.5, -1, 5]) expect(shown(sliced.seek(time))).toEqual(foldedTo(trace, time));
    expect(new Checkpoints(traceOf(0), new Census(), { inSlices: true }).read(1)).toBe(1);
  });

  it('need a state from before the first row, and whole spacings', () => {
    const used = new Census();
    used.advance(traceOf(3), 2);
    expect(() => new Checkpoints(traceOf(3), used)).toThrow('that before the first row; it has folded 2');
    for (const spacing of [0, -1, 1.5, NaN]) {
      expect(() => new Checkpoints(traceOf(3), new Census(), { spacing })).toThrow(`every ${spacing} rows`);
    }
  });
});
