import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exponential, PiecewiseRate, RandomStream, type RateChange } from '../../sim-core/kernel/index.ts';
import { deviationOf, meanOf, zOf } from './support.ts';

const patterns = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom(0, 0, 0.2, 1, 2.5)), {
      minLength: 1,
      maxLength: 6,
    }),
    fc.integer({ min: -20, max: 20 }),
    fc.boolean(),
  )
  .map(([pieces, start, repeats]) => {
    let at = start;
    const changes: RateChange[] = pieces.map(([length, rate]) => {
      const change = { at, rate };
      at += length;
      return change;
    });
    return { changes, period: repeats ? at - start : Infinity };
  });

/** The rate at a time, in the plainest way. */
function rateOf({ changes, period }: { changes: readonly RateChange[]; period: number }, time: number): number {
  const start = changes[0]!.at;
  if (time < start) return 0;
  const within = period === Infinity ? time : start + ((time - start) % period);
  return changes.findLast(({ at }) => at <= within)!.rate;
}

const day = [
  { at: 0, rate: 0.5 },
  { at: 8, rate: 2 },
  { at: 12, rate: 0 },
  { at: 13, rate: 3 },
  { at: 20, rate: 0.25 },
];

describe('a piecewise-constant rate', () => {
  it('is expected to bring its integral, and has the rate of the stretch at each time', () => {
    fc.assert(
      fc.property(patterns, (pattern) => {
        const rate = new PiecewiseRate(pattern.changes, pattern.period);
        let sum = 0;
        for (let time = -25; time < 150; time++) {
          expect(rate.rateAt(time)).toBe(rateOf(pattern, time));
          expect(rate.rateAt(time + 0.5)).toBe(rateOf(pattern, time + 0.5));
          expect(Math.abs(rate.expected(time) - sum)).toBeLessThan(1e-9);
          expect(Math.abs(rate.expected(time + 0.5) - sum - rateOf(pattern, time) / 2)).toBeLessThan(1e-9);
          sum += rateOf(pattern, time);
        }
      }),
      { seed: 15, numRuns: 100 },
    );
  });

  it('is inverted exactly: between two arrivals, what was expected is the exponential draw', () => {
    fc.assert(
      fc.property(patterns, fc.double({ min: -30, max: 500, noNaN: true }), fc.nat(), (pattern, from, number) => {
        const rate = new PiecewiseRate(pattern.changes, pattern.period);
        const stream = new RandomStream('inversion', number, 'x');
        const twin = new RandomStream('inversion', number, 'x');
        const { changes, period } = pattern;
        const ends = period === Infinity ? changes.at(-1)!.rate === 0 : changes.every((change) => change.rate === 0);
        for (let after = from, arrivals = 0; arrivals < 30; arrivals++) {
          const time = rate.next(stream, after);
          const draw = exponential(twin.next(), 1);
          if (time === Infinity) {
            expect(ends).toBe(true);
            expect(rate.expected(1e6) - rate.expected(after)).toBeLessThan(draw);
            break;
          }
          expect(time).toBeGreaterThanOrEqual(after);
          expect(Math.abs(rate.expected(time) - rate.expected(after) - draw)).toBeLessThan(1e-8);
          // No arrival falls inside a stretch of rate zero.
          expect(rateOf(pattern, time) + rateOf(pattern, time - 1e-9)).toBeGreaterThan(0);
          after = time;
        }
      }),
      { seed: 16, numRuns: 1000 },
    );
  });

  it('brings the arrivals it has always brought', () => {
    const rate = new PiecewiseRate(day, 24);
    const stream = new RandomStream('golden', 0, 'arrivals');
    const times: number[] = [];
    while (times.length < 4) times.push(rate.next(stream, times.at(-1) ?? 100));
    expect(times).toMatchInlineSnapshot(`
      [
        100.99061833194334,
        102.25915000174497,
        102.69490142253366,
        103.44265589606368,
      ]
    `);
  });

  it('brings Poisson counts in every hour of a day that repeats', () => {
    const rate = new PiecewiseRate(day, 24);
    const stream = new RandomStream('periodic', 0, 'arrivals');
    const days = 5000;
    const counts = Array.from({ length: 24 }, () => new Float64Array(days));
    for (let time = rate.next(stream, 0); time < days * 24; time = rate.next(stream, time)) {
      counts[Math.floor(time % 24)]![Math.floor(time / 24)]!++;
    }
    let chiSquare = 0;
    for (const [hour, found] of counts.entries()) {
      const expected = rateOf({ changes: day, period: 24 }, hour);
      if (expected === 0) {
        expect(meanOf(found)).toBe(0);
        continue;
      }
      const z = zOf(found, expected);
      chiSquare += z * z;
      expect(Math.abs(deviationOf(found) ** 2 / expected - 1)).toBeLessThan(0.11);
    }
    // The 0.1 % and 99.9 % points of chi-square with 23 degrees of freedom.
    expect(chiSquare).toBeGreaterThan(7.53);
    expect(chiSquare).toBeLessThan(49.73);
  });

  it('brings each arrival earlier, never later, when a rate is raised', () => {
    fc.assert(
      fc.property(patterns, fc.nat(), fc.nat(5), (pattern, number, raised) => {
        const higher = pattern.changes.map((change, index) =>
          index === raised % pattern.changes.length ? { ...change, rate: change.rate + 0.7 } : change,
        );
        const [a, b] = [new RandomStream('raise', number, 'x'), new RandomStream('raise', number, 'x')];
        const before = new PiecewiseRate(pattern.changes, pattern.period);
        const after = new PiecewiseRate(higher, pattern.period);
        for (let one = 0, other = 0, arrivals = 0; arrivals < 20 && one < Infinity; arrivals++) {
          one = before.next(a, one);
          other = after.next(b, other);
          expect(other).toBeLessThanOrEqual(one + 1e-9);
        }
      }),
      { seed: 17, numRuns: 500 },
    );
  });

  it('never goes back, late in a run or at the edge of a stretch', () => {
    const rate = new PiecewiseRate(day, 24);
    const stream = new RandomStream('late', 0, 'x');
    // As close to zero and to one as a uniform number comes.
    const extremes = [2 ** -53, 1 - 2 ** -53].map((u) => ({ next: () => u }) as RandomStream);
    for (let index = 0; index < 20_000; index++) {
      const after = index % 3 === 0 ? 24 * index : 1e9 + index * 0.1;
      for (const source of [stream, ...extremes]) {
        const time = rate.next(source, after);
        if (!(time >= after && time < after + 100)) throw new Error(`${time} after ${after}`);
      }
    }
  });

  it('passes over any number of empty periods, and waits without end when nothing can come', () => {
    const rare = new PiecewiseRate(
      [
        { at: 0, rate: 0 },
        { at: 9, rate: 1e-6 },
      ],
      10,
    );
    const stream = new RandomStream('rare', 0, 'x');
    const gaps: number[] = [];
    for (let time = 0; gaps.length < 2000;) {
      const next = rare.next(stream, time);
      gaps.push((next - time) / 1e7);
      expect(next % 10).toBeGreaterThanOrEqual(9 - 1e-3);
      time = next;
    }
    expect(Math.abs(zOf(gaps, 1))).toBeLessThan(3.3);
    expect(new PiecewiseRate([{ at: 0, rate: 0 }]).next(stream, 5)).toBe(Infinity);
    expect(new PiecewiseRate([{ at: 0, rate: 0 }], 24).next(stream, 5)).toBe(Infinity);
    const closing = new PiecewiseRate([
      { at: 0, rate: 9 },
      { at: 1, rate: 0 },
    ]);
    expect([closing.next(stream, 1), closing.next(stream, Infinity)]).toEqual([Infinity, Infinity]);
    expect(closing.expected(1e9)).toBe(9);
    expect(new PiecewiseRate([{ at: 100, rate: 1 }]).next(stream, 0)).toBeGreaterThan(100);
  });

  it('refuses what is no pattern', () => {
    const make = (changes: RateChange[], period?: number) => () => new PiecewiseRate(changes, period);
    expect(make([])).toThrow('A rate needs at least one entry; found none');
    for (const rate of [-1, NaN, Infinity])
      expect(make([{ at: 0, rate }])).toThrow(`A rate of ${rate} is not possible`);
    expect(
      make([
        { at: 0, rate: 1 },
        { at: 0, rate: 2 },
      ]),
    ).toThrow('times must increase');
    expect(make([{ at: NaN, rate: 1 }])).toThrow('times must increase');
    expect(
      make(
        [
          { at: 5, rate: 1 },
          { at: 29, rate: 2 },
        ],
        24,
      ),
    ).toThrow('end before the period does');
    expect(make([{ at: 0, rate: 1 }], NaN)).toThrow('end before the period does');
  });
});
