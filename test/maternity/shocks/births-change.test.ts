import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelInputs } from '../../../scenarios/schema/index.ts';
import { originIds } from '../../../sim-core/maternity/model-inputs.ts';
import { drawPopulation } from '../../../sim-core/maternity/women/population.ts';
import type { Woman } from '../../../sim-core/maternity/women/woman.ts';
import { changed, clockOf, smallInputs } from '../../support/scenarios.ts';

type BirthsChange = Extract<ModelInputs['interventions'][number], { model: 'births-change' }>;

const inputs = changed(smallInputs(3000, 200), ({ horizon }) => {
  horizon.start = '2027-01-01';
  horizon.end = '2027-10-31';
});
const { calendar } = clockOf(inputs);
const start = calendar.midnight(calendar.dayNumber('2027-03-01'));
const end = calendar.midnight(calendar.dayNumber('2027-09-01'));
const period = { model: 'births-change', start: '2027-03-01', end: '2027-08-31' } as const;
const largestDeviation = 4;

function draw(changes: BirthsChange[], replication = 0): Woman[] {
  const of = changed(inputs, ({ interventions }) => void interventions.push(...changes));
  return drawPopulation(of, calendar, '1', replication, clockOf(of).to);
}

/** Women as they are told apart: by where they live and all that will happen to them. */
function fates(women: readonly Woman[]): string[] {
  return women.map(({ origin, fate }) => `${origin} ${JSON.stringify(fate)}`);
}

function isWithin({ fate: { beginsAt } }: Woman): boolean {
  return start <= beginsAt && beginsAt < end;
}

const factor = fc.double({ min: 0, max: 3, noNaN: true });

describe('births that change', () => {
  it('are Poisson counts with the changed mean, of all origins, also of those lost before birth', () => {
    const replications = 6;
    const { origins, clinical, timePattern } = inputs.data;
    const { share } = clinical.lossToFollowUp;
    let years = 0;
    for (let day = calendar.dayNumber('2027-03-01'); day < calendar.dayNumber('2027-09-01'); day++) {
      years += timePattern.monthFactors[calendar.dateOfDay(day).month - 1]! / 365.25;
    }
    const usual = Object.values(origins).reduce((sum, { births }) => sum + births, 0) * years * replications;
    for (const times of [0, 0.7, 1.25, 2.6]) {
      const women = Array.from({ length: replications }, (_, index) => draw([{ ...period, factor: times }], index));
      const within = women.flat().filter(isWithin);
      const lost = within.filter(({ fate }) => !Number.isNaN(fate.lostAt)).length;
      for (const [observed, expected] of [
        [within.length - lost, usual * times],
        [lost, (usual * times * share) / (1 - share)],
      ] as const) {
        const deviation = Math.abs(observed - expected);
        expect(deviation, `factor ${times}`).toBeLessThanOrEqual(largestDeviation * Math.sqrt(expected));
      }
    }
  });

  it('leave the women of a lower factor among those of a higher one, with the same fates', () => {
    fc.assert(
      fc.property(factor, factor, (one, other) => {
        const lower = fates(draw([{ ...period, factor: Math.min(one, other) }]));
        const higher = new Set(fates(draw([{ ...period, factor: Math.max(one, other) }])));
        expect(lower.filter((fate) => !higher.has(fate))).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('outside the period and of other origins are as they were', () => {
    const origins = originIds(inputs);
    const here = origins[2]!;
    const today = draw([]);
    for (const times of [0, 1.8]) {
      const more = draw([{ ...period, factor: times, origins: [here] }]);
      const isUnchanged = (woman: Woman): boolean => origins[woman.origin] !== here || !isWithin(woman);
      expect(fates(more.filter(isUnchanged))).toEqual(fates(today.filter(isUnchanged)));
      const counts = [today, more].map((women) => women.filter((woman) => !isUnchanged(woman)).length);
      expect(counts[1]! / counts[0]!).toBeGreaterThanOrEqual(times * 0.6);
      expect(counts[1]! / counts[0]!).toBeLessThanOrEqual(times * 1.4);
    }
  });

  it('have factors that multiply, and a factor of 1 changes nothing', () => {
    const both = draw([
      { ...period, factor: 1.5 },
      { ...period, factor: 0.8 },
    ]);
    expect(fates(both)).toEqual(fates(draw([{ ...period, factor: 1.5 * 0.8 }])));
    expect(draw([{ ...period, factor: 1 }])).toEqual(draw([]));
  });
});
