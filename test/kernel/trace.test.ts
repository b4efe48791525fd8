import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Trace } from '../../sim-core/kernel/index.ts';

type Row = [time: number, entity: number, state: number, place: number, other: number];

const int32 = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const row: fc.Arbitrary<Row> = fc.tuple(
  fc.double({ min: 0, max: 1e7, noNaN: true }).map(Math.abs),
  int32,
  fc.nat(255),
  fc.integer({ min: -32_768, max: 32_767 }),
  int32,
);

function traced(rows: readonly Row[], keep = true): Trace {
  const trace = new Trace(keep);
  for (const each of rows) trace.record(...each);
  return trace;
}

describe('a trace', () => {
  it('gives back what was recorded, while it grows past its first size', () => {
    const rows: Row[] = Array.from({ length: 5000 }, (_, index) => [
      index / 7,
      index * 31 - 70_000,
      index % 256,
      (index % 65_536) - 32_768,
      3 - index,
    ]);
    const trace = traced(rows);
    const columns = trace.rows();
    expect(trace.length).toBe(5000);
    for (const column of Object.values(columns)) expect(column.length).toBe(5000);
    expect(
      rows.map((_, index) => [
        columns.time[index],
        columns.entity[index],
        columns.state[index],
        columns.place[index],
        columns.other[index],
      ]),
    ).toEqual(rows);
  });

  it('shares no memory with the rows it has given', () => {
    const trace = traced([[1, 2, 3, 4, 5]]);
    const before = trace.rows();
    before.entity[0] = 99;
    trace.record(2, 3, 4, 5, 6);
    expect([...trace.rows().entity]).toEqual([2, 3]);
    expect(before.time.buffer.byteLength).toBe(8);
    expect(before.time.length).toBe(1);
  });

  it('has the same hash whether it keeps the rows or not', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 50 }), (rows) => {
        const kept = traced(rows);
        const hashed = traced(rows, false);
        expect(hashed.hash()).toBe(kept.hash());
        expect(hashed.hash()).toMatch(/^[0-9a-f]{16}$/);
        expect(hashed.length).toBe(rows.length);
        expect(hashed.rows().time.length).toBe(0);
      }),
      { seed: 8 },
    );
  });

  it('has another hash when any field of any row changes', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), fc.nat(29), row, (rows, pick, replacement) => {
        const at = pick % rows.length;
        const hash = traced(rows, false).hash();
        for (let field = 0; field < 5; field++) {
          const changed = rows.map((each) => [...each] as Row);
          if (Object.is(changed[at]![field], replacement[field])) continue;
          changed[at]![field] = replacement[field]!;
          expect(traced(changed, false).hash()).not.toBe(hash);
        }
      }),
      { seed: 9, numRuns: 1000 },
    );
  });

  it('has another hash when one bit of one field changes', () => {
    const base: Row = [1234.5, 77, 8, 9, -10];
    const variants: Row[] = [base];
    for (let bit = 0; bit < 31; bit++) {
      variants.push([1234.5, 77 ^ (1 << bit), 8, 9, -10], [1234.5, 77, 8, 9, -10 ^ (1 << bit)]);
      variants.push([1234.5 + 2 ** (bit - 42), 77, 8, 9, -10]);
      if (bit < 8) variants.push([1234.5, 77, 8 ^ (1 << bit), 9, -10]);
      if (bit < 15) variants.push([1234.5, 77, 8, 9 ^ (1 << bit), -10]);
    }
    variants.push([1234.5, 77, 8, 9 - 32_768, -10]);
    expect(new Set(variants.map((variant) => traced([variant, base], false).hash())).size).toBe(variants.length);
  });

  it('has another hash when rows are swapped, left out or doubled, or fields change places', () => {
    const a: Row = [1, 2, 3, 4, 5];
    const b: Row = [1, 3, 3, 4, 5];
    const c: Row = [2, 2, 3, 4, 5];
    const lists: Row[][] = [
      [],
      [a],
      [b],
      [c],
      [a, b],
      [b, a],
      [a, a],
      [a, b, c],
      [a, c, b],
      [c, b, a],
      [[1, 5, 3, 4, 2]],
      [[1, 2, 4, 3, 5]],
      [[0, 0, 0, 0, 0]],
      [
        [0, 0, 0, 0, 0],
        [0, 0, 0, 0, 0],
      ],
    ];
    expect(new Set(lists.map((list) => traced(list, false).hash())).size).toBe(lists.length);
  });

  it('tells 100,000 one-row traces apart', () => {
    const seen = new Set<string>();
    const trace = new Trace(false);
    for (let index = 0; index < 100_000; index++) {
      trace.reset();
      trace.record(index % 100, Math.floor(index / 100) % 100, index % 7, Math.floor(index / 10_000), index % 3);
      seen.add(trace.hash());
    }
    expect(seen.size).toBe(100_000);
  });

  it('begins anew after a reset', () => {
    const trace = traced([[1, 2, 3, 4, 5]]);
    trace.reset();
    expect([trace.length, trace.rows().time.length, trace.hash()]).toEqual([0, 0, new Trace(true).hash()]);
    trace.record(9, 8, 7, 6, 5);
    expect(trace.hash()).toBe(traced([[9, 8, 7, 6, 5]]).hash());
    expect([...trace.rows().time]).toEqual([9]);
  });

  it('has the hash it has always had', () => {
    expect([new Trace(false).hash(), traced([[12.25, 1, 2, 3, -4]], false).hash()]).toMatchInlineSnapshot(`
      [
        "01000193811c9dc5",
        "a733e7b8c94a84e4",
      ]
    `);
  });
});
