import { describe, expect, it } from 'vitest';
import { nextPoissonArrival, nextThinnedArrival, RandomStream } from '../../sim-core/kernel/index.ts';
import { deviationOf, meanOf, zOf } from './support.ts';

/** Number of arrivals in each of a number of periods of the same length. */
function counts(periods: number, length: number, next: (after: number) => number): Float64Array {
  const found = new Float64Array(periods);
  for (let time = next(0); time < periods * length; time = next(time)) found[Math.floor(time / length)]!++;
  return found;
}

describe('a Poisson process', () => {
  it('has Poisson counts: mean, variance and the share of empty periods', () => {
    const stream = new RandomStream('poisson', 0, 'arrivals');
    const found = counts(50_000, 0.5, (after) => nextPoissonArrival(stream, after, 6));
    expect(Math.abs(zOf(found, 3))).toBeLessThan(3);
    expect(deviationOf(found) ** 2 / 3).toBeGreaterThan(0.97);
    expect(deviationOf(found) ** 2 / 3).toBeLessThan(1.03);
    const empty = found.map((count) => (count === 0 ? 1 : 0));
    expect(Math.abs(zOf(empty, Math.exp(-3)))).toBeLessThan(3);
  });

  it('has counts that do not depend on those before', () => {
    const stream = new RandomStream('poisson', 0, 'independence');
    const found = counts(50_000, 1, (after) => nextPoissonArrival(stream, after, 2));
    const products = found.subarray(1).map((count, index) => (count - 2) * (found[index]! - 2));
    expect(Math.abs(zOf(products, 0))).toBeLessThan(3);
  });

  it('of rate zero has no arrival', () => {
    expect(nextPoissonArrival(new RandomStream('x', 0, 'x'), 5, 0)).toBe(Infinity);
  });
});

describe('arrivals by thinning', () => {
  const rate = (time: number) => 1.166667 * (1 + 0.3 * Math.sin((2 * Math.PI * time) / 24));
  /** Integral of the rate over one hour of the day. */
  const hourly = (hour: number) =>
    1.166667 *
    (1 + ((0.3 * 24) / (2 * Math.PI)) * (Math.cos((Math.PI * hour) / 12) - Math.cos((Math.PI * (hour + 1)) / 12)));

  it('are Poisson in every hour of the day, with the integral of the rate as mean', () => {
    const stream = new RandomStream('thinning', 0, 'births');
    const days = 20_000;
    const found = counts(days * 24, 1, (after) => nextThinnedArrival(stream, after, 1.6, rate, Infinity));
    let chiSquare = 0;
    for (let hour = 0; hour < 24; hour++) {
      const atHour = found.filter((_, index) => index % 24 === hour);
      const z = zOf(atHour, hourly(hour));
      expect(Math.abs(z)).toBeLessThan(3.6);
      chiSquare += z * z;
      expect(Math.abs(deviationOf(atHour) ** 2 / meanOf(atHour) - 1)).toBeLessThan(0.05);
    }
    // The 0.1 % and 99.9 % points of chi-square with 24 degrees of freedom.
    expect(chiSquare).toBeGreaterThan(8.08);
    expect(chiSquare).toBeLessThan(51.2);
  });

  it('never come when the rate is zero, and otherwise only while it is not', () => {
    const stream = new RandomStream('thinning', 0, 'closed');
    const open = (time: number) => (time % 24 >= 8 && time % 24 < 16 ? 2 : 0);
    for (let time = 0, arrivals = 0; arrivals < 5000; arrivals++) {
      time = nextThinnedArrival(stream, time, 2, open, Infinity);
      expect(open(time)).toBe(2);
    }
    expect(nextThinnedArrival(stream, 0, 1, () => 0, 1000)).toBe(Infinity);
    expect(nextThinnedArrival(stream, 0, 0, () => 0, Infinity)).toBe(Infinity);
  });

  it('come before the end or not at all', () => {
    const stream = new RandomStream('thinning', 0, 'until');
    const times = Array.from({ length: 2000 }, () => nextThinnedArrival(stream, 10, 0.5, () => 0.5, 12));
    expect(times.every((time) => time === Infinity || (time > 10 && time < 12))).toBe(true);
    const none = times.map((time) => (time === Infinity ? 1 : 0));
    expect(Math.abs(zOf(none, Math.exp(-1)))).toBeLessThan(3);
  });
});
