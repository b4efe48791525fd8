import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../sim-core/kernel/index.ts';
import { uniforms } from './support.ts';

/** How many standard deviations a chi-square statistic lies from its mean, by Wilson & Hilferty's cube root. */
function chiSquareZ(observed: ArrayLike<number>, expected: (cell: number) => number): number {
  let statistic = 0;
  for (let cell = 0; cell < observed.length; cell++) {
    statistic += (observed[cell]! - expected(cell)) ** 2 / expected(cell);
  }
  const freedom = observed.length - 1;
  const spread = 2 / (9 * freedom);
  return (Math.cbrt(statistic / freedom) - (1 - spread)) / Math.sqrt(spread);
}

describe('a random stream', () => {
  it('gives the numbers it has always given', () => {
    const stream = new RandomStream('1', 0, 'arrivals');
    expect(stream.save()).toMatchInlineSnapshot(`
      [
        1576331756,
        -1579350570,
        -1651676238,
        -818251019,
      ]
    `);
    expect([stream.next(), stream.next(), stream.next(), stream.next()]).toMatchInlineSnapshot(`
      [
        0.9258317792504088,
        0.336116204874242,
        0.46339216399648275,
        0.9502004959950839,
      ]
    `);
    const other = new RandomStream('2026', 7, 'fødsler/stovner');
    expect([other.next(), other.next()]).toMatchInlineSnapshot(`
      [
        0.38069591618133825,
        0.3868281769691876,
      ]
    `);
  });

  it('is xoshiro128**, step by step in whole numbers', () => {
    const stream = new RandomStream('reference', 0, '');
    stream.restore([1, 2, 3, 4]);
    const mask = 0xffffffffn;
    const rotate = (value: bigint, bits: bigint) => ((value << bits) | (value >> (32n - bits))) & mask;
    let [s0, s1, s2, s3] = [1n, 2n, 3n, 4n];
    const reference = () => {
      const result = (rotate((s1 * 5n) & mask, 7n) * 9n) & mask;
      const shifted = (s1 << 9n) & mask;
      s2 ^= s0;
      s3 ^= s1;
      s1 ^= s2;
      s0 ^= s3;
      s2 ^= shifted;
      s3 = rotate(s3, 11n);
      return result;
    };
    for (let draw = 0; draw < 1000; draw++) {
      const high = reference() >> 6n;
      const low = reference() >> 6n;
      expect(stream.next()).toBe(Number(2n * ((high << 26n) + low) + 1n) / 2 ** 53);
    }
  });

  it('is the same for the same seed, replication and purpose, and another when one of them differs', () => {
    const first = (seed: string, replication: number, purpose: string) =>
      new RandomStream(seed, replication, purpose).next();
    expect(first('a', 1, 'b')).toBe(first('a', 1, 'b'));
    const names: [string, number, string][] = [
      ['a', 1, 'b'],
      ['a', 2, 'b'],
      ['a', 11, 'b'],
      ['a', 1, 'c'],
      ['b', 1, 'a'],
      ['a1', 1, 'b'],
      ['a', 1, '1b'],
      ['', 1, 'ab'],
      ['ab', 1, ''],
      ['a",1,"', 1, 'b'],
      ['', 0, ''],
      ['å', 1, 'b'],
      // Letters beyond Latin-1, which must not be taken for those whose code has the same lowest byte.
      ['\u0161', 1, 'b'],
      ['\u0261', 1, 'b'],
      ['\u{1f476}', 1, 'b'],
      ['a', 1, '\u0162'],
      ['\\u0161', 1, 'b'],
    ];
    expect(new Set(names.map((name) => first(...name))).size).toBe(names.length);
  });

  it('differs between 20,000 replications and purposes', () => {
    const seen = new Set<number>();
    for (let number = 0; number < 10_000; number++) {
      seen.add(new RandomStream('s', number, 'p').next());
      seen.add(new RandomStream('s', 0, `p${number}`).next());
    }
    expect(seen.size).toBe(20_000);
  });

  it('goes on from a saved state as if nothing had happened', () => {
    const stream = new RandomStream('save', 0, 'x');
    for (let draw = 0; draw < 100; draw++) stream.next();
    const state = stream.save();
    const ahead = Array.from({ length: 50 }, () => stream.next());
    stream.restore(state);
    expect(Array.from({ length: 50 }, () => stream.next())).toEqual(ahead);
    const copy = new RandomStream('other', 1, 'y');
    copy.restore(JSON.parse(JSON.stringify(state)));
    expect(Array.from({ length: 50 }, () => copy.next())).toEqual(ahead);
    expect(() => copy.restore([0, 0, 0, 0])).toThrow('must not be all zero');
  });

  it('never gives 0 or 1, even from the most extreme bits', () => {
    const stream = new RandomStream('extreme', 0, 'x');
    // The next two outputs are 0 when s1 is and stays 0.
    stream.restore([5, 0, 5, 0]);
    expect(stream.next()).toBeGreaterThan(0);
    expect((2 ** 52 - 1 + 0.5) * 2 ** -52).toBeLessThan(1);
    for (const u of uniforms(100_000, 'range')) if (!(u > 0 && u < 1)) throw new Error(`${u}`);
  });

  it('fills 1,000 cells evenly', () => {
    const cells = new Float64Array(1000);
    for (const u of uniforms(1_000_000, 'chi-square')) cells[Math.floor(u * 1000)]!++;
    expect(Math.abs(chiSquareZ(cells, () => 1000))).toBeLessThan(3.3);
  });

  it('fills the cells of its lowest bits evenly', () => {
    const cells = new Float64Array(1024);
    for (const u of uniforms(500_000, 'low bits')) cells[(u * 2 ** 52 - 0.5) % 1024]!++;
    expect(Math.abs(chiSquareZ(cells, () => 500_000 / 1024))).toBeLessThan(3.3);
  });

  it('fills the square with pairs of neighbours evenly', () => {
    const draws = uniforms(1_000_001, 'pairs');
    const cells = new Float64Array(2500);
    for (let index = 0; index < 1_000_000; index += 2) {
      cells[Math.floor(draws[index]! * 50) * 50 + Math.floor(draws[index + 1]! * 50)]!++;
    }
    expect(Math.abs(chiSquareZ(cells, () => 200))).toBeLessThan(3.3);
  });

  it('leaves gaps between small numbers that are geometric', () => {
    const longest = 60;
    const gaps = new Float64Array(longest + 1);
    let gap = 0;
    let count = 0;
    for (const u of uniforms(1_000_000, 'gaps')) {
      if (u >= 0.1) {
        gap++;
        continue;
      }
      gaps[Math.min(gap, longest)]!++;
      count++;
      gap = 0;
    }
    const share = (cell: number) => (cell < longest ? 0.1 * 0.9 ** cell : 0.9 ** longest);
    expect(Math.abs(chiSquareZ(gaps, (cell) => count * share(cell)))).toBeLessThan(3.3);
  });

  it('does not run with its neighbours: streams of consecutive numbers and names are uncorrelated', () => {
    const length = 500;
    const byReplication = [(number: number) => number, () => 'arrivals'] as const;
    const byPurpose = [() => 0, (number: number) => `woman/${number}`] as const;
    for (const [replication, purpose] of [byReplication, byPurpose]) {
      const squares: number[] = [];
      let before = new Float64Array(0);
      for (let number = 0; number < 1000; number++) {
        const stream = new RandomStream('neighbours', replication(number), purpose(number));
        const draws = Float64Array.from({ length }, () => stream.next());
        if (number > 0) {
          let sum = 0;
          for (let index = 0; index < length; index++) sum += (draws[index]! - 0.5) * (before[index]! - 0.5);
          squares.push((sum * 12) ** 2 / length);
        }
        before = draws;
      }
      // Each is the square of a standard normal figure.
      const z = (squares.reduce((a, b) => a + b, 0) - squares.length) / Math.sqrt(2 * squares.length);
      expect(Math.abs(z)).toBeLessThan(3.3);
      expect(Math.max(...squares)).toBeLessThan(20);
    }
  });

  it('has first numbers that are even over streams of consecutive numbers', () => {
    const cells = new Float64Array(100);
    for (let number = 0; number < 20_000; number++) {
      cells[Math.floor(new RandomStream('first', number, 'x').next() * 100)]!++;
    }
    expect(Math.abs(chiSquareZ(cells, () => 200))).toBeLessThan(3.3);
  });
});
