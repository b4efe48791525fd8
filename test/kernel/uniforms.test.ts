import { describe, expect, test } from 'vitest';
import { RandomStream } from '../../sim-core/kernel/index.ts';
import { meanOf, uniforms, zOf } from './support.ts';

/**
 * The empirical tests of Knuth, The Art of Computer Programming 2, 3rd ed. 1997, § 3.3.2, that random-stream.test.ts has
 * not: equidistribution, serial and gap tests stand there. Each limit is passed by one good generator in a thousand.
 */

/** How many standard deviations a chi-square statistic lies from its mean, by Wilson & Hilferty's cube root. */
function chiSquareZ(observed: ArrayLike<number>, shares: ArrayLike<number>): number {
  let count = 0;
  for (let cell = 0; cell < observed.length; cell++) count += observed[cell]!;
  let statistic = 0;
  for (let cell = 0; cell < observed.length; cell++) {
    statistic += (observed[cell]! - count * shares[cell]!) ** 2 / (count * shares[cell]!);
  }
  const freedom = observed.length - 1;
  const spread = 2 / (9 * freedom);
  return (Math.cbrt(statistic / freedom) - (1 - spread)) / Math.sqrt(spread);
}

const even = (cells: number) => Array<number>(cells).fill(1 / cells);

/** Counts of groups of consecutive numbers by cell. */
function counted(draws: Float64Array, size: number, cells: number, cellOf: (group: Float64Array) => number) {
  const counts = new Float64Array(cells);
  for (let from = 0; from + size <= draws.length; from += size) counts[cellOf(draws.subarray(from, from + size))]!++;
  return counts;
}

/** Number of the order in which a group stands, 0 … size! − 1 (Knuth's algorithm P). */
function permutation(group: Float64Array): number {
  const values = [...group];
  let number = 0;
  for (let last = values.length - 1; last > 0; last--) {
    const largest = values.indexOf(Math.max(...values.slice(0, last + 1)));
    number = number * (last + 1) + largest;
    [values[largest], values[last]] = [values[last]!, values[largest]!];
  }
  return number;
}

const streams: { name: string; draws: (count: number, purpose: string) => Float64Array }[] = [
  { name: 'a stream', draws: (count, purpose) => uniforms(count, purpose) },
  {
    name: 'an antithetic stream',
    draws: (count, purpose) => {
      const stream = new RandomStream('kernel tests', 1, purpose).antithetic();
      return Float64Array.from({ length: count }, () => stream.next());
    },
  },
  {
    name: 'the first numbers of the streams of consecutive replications',
    draws: (count, purpose) =>
      Float64Array.from({ length: Math.min(count, 30_000) }, (_, index) =>
        new RandomStream('kernel tests', index, purpose).next(),
      ),
  },
];

describe.each(streams)('$name', ({ draws }) => {
  test('fills the cube with triples of neighbours evenly (serial test)', () => {
    const counts = counted(
      draws(600_000, 'triples'),
      3,
      1000,
      ([x, y, z]) => Math.floor(x! * 10) * 100 + Math.floor(y! * 10) * 10 + Math.floor(z! * 10),
    );
    expect(Math.abs(chiSquareZ(counts, even(1000)))).toBeLessThan(3.3);
  });

  test('has groups of five in every order equally often (permutation test)', () => {
    const counts = counted(draws(600_000, 'permutations'), 5, 120, permutation);
    expect(Math.abs(chiSquareZ(counts, even(120)))).toBeLessThan(3.3);
  });

  test('has hands of five with as many different digits as expected (poker test)', () => {
    const counts = counted(
      draws(500_000, 'poker'),
      5,
      5,
      (hand) => new Set(hand.map((u) => Math.floor(u * 10))).size - 1,
    );
    // Stirling numbers of the second kind of 5, times 10 · 9 · … , over 10^5.
    const shares = [1 * 10, 15 * 90, 25 * 720, 10 * 5040, 1 * 30_240].map((ways) => ways / 1e5);
    expect(Math.abs(chiSquareZ(counts, shares))).toBeLessThan(3.3);
  });

  test('has largest of five that are evenly spread to the fifth power (maximum test)', () => {
    const counts = counted(draws(500_000, 'maxima'), 5, 100, (group) => Math.floor(Math.max(...group) ** 5 * 100));
    expect(Math.abs(chiSquareZ(counts, even(100)))).toBeLessThan(3.3);
  });

  test('has runs up, each begun after the number that ended the one before, of the lengths expected (run test)', () => {
    const longest = 6;
    const counts = new Float64Array(longest);
    const numbers = draws(600_000, 'runs');
    let length = 1;
    for (let index = 1; index < numbers.length; index++) {
      if (numbers[index]! > numbers[index - 1]!) {
        length++;
        continue;
      }
      counts[Math.min(length, longest) - 1]!++;
      length = 1;
      // The number that ended the run is thrown away, which makes runs independent.
      index++;
    }
    // A run has the length r or more with probability 1/r!.
    const shares = [1 - 1 / 2, 1 / 2 - 1 / 6, 1 / 6 - 1 / 24, 1 / 24 - 1 / 120, 1 / 120 - 1 / 720, 1 / 720];
    expect(Math.abs(chiSquareZ(counts, shares))).toBeLessThan(3.3);
  });

  test('is not correlated with itself a few numbers later (serial correlation)', () => {
    const numbers = draws(300_000, 'lags');
    for (const lag of [1, 2, 3, 4, 5, 7, 16, 31, 32, 64, 128, 624, 1000]) {
      const products = numbers.subarray(lag).map((u, index) => (u - 0.5) * (numbers[index]! - 0.5));
      expect(Math.abs(zOf(products, 0))).toBeLessThan(3.9);
    }
    expect(Math.abs(zOf(numbers, 0.5))).toBeLessThan(3.3);
    expect(Math.abs(meanOf(numbers.map((u) => (u - 0.5) ** 2)) * 12 - 1)).toBeLessThan(0.02);
  });
});
