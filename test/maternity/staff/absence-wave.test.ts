import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { Calendar } from '../../../sim-core/kernel/index.ts';
import type { ModelInputs } from '../../../sim-core/maternity/model-inputs.ts';
import { Absence, AbsenceKind } from '../../../sim-core/maternity/staff/absence.ts';
import { changed, shippedInputs } from '../../support/scenarios.ts';
import { madeWorkforce } from './made-workforce.ts';

type Wave = Extract<ModelInputs['interventions'][number], { model: 'sickness-wave' }>;

const calendar = new Calendar('2027-01-01');
const days = 200;
const people = 60;
const workforce = madeWorkforce(
  [
    { people, posts: 8 },
    { people: 40, posts: 5, employer: 'districts', site: -1 },
  ],
  420,
);
const period = { model: 'sickness-wave', start: '2027-03-01', end: '2027-03-31' } as const;
const first = calendar.dayNumber(period.start);
const last = calendar.dayNumber(period.end);
let inputs: ModelInputs;
beforeAll(() => {
  inputs = changed(shippedInputs('dagens'), ({ data }) => {
    // Holidays hide sickness; there are none here, so that days can be counted.
    Object.assign(data.absence.holiday, { weeks: 0, summerWeeks: 0 });
  });
});

function absence(waves: Wave[], replication = 0, from = inputs): Absence {
  const of = changed(from, ({ interventions }) => void interventions.push(...waves));
  return new Absence(of, calendar, workforce, 'seed', replication, -1, days);
}

function isSick(of: Absence, person: number, day: number): boolean {
  return of.of(person, day) === AbsenceKind.sickness;
}

/** Days of sickness of the people of the first unit from one day to another, both included. */
function sickDays(of: Absence, from: number, to: number): number {
  let count = 0;
  for (let person = 0; person < people; person++) {
    for (let day = from; day <= to; day++) if (isSick(of, person, day)) count++;
  }
  return count;
}

describe('a wave of sickness', () => {
  it('has so many times the usual share of sick days', () => {
    const replications = 150;
    const usual = inputs.data.absence.sickness.hospitals;
    const cells = people * (last - first + 1);
    for (const factor of [0, 0.4, 2, 5, 10]) {
      // The spread between replications says how far the mean may lie from what it should be.
      const shares = Array.from(
        { length: replications },
        (_, replication) => sickDays(absence([{ ...period, factor }], replication), first, last) / cells,
      );
      const mean = shares.reduce((sum, share) => sum + share, 0) / replications;
      const variance = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / (replications - 1);
      const deviation = Math.abs(mean - usual * factor);
      expect(deviation, `factor ${factor}`).toBeLessThanOrEqual(4 * Math.sqrt(variance / replications));
      expect(Math.sqrt(variance / replications)).toBeLessThan(0.01);
    }
  });

  it('makes everybody ill when it asks for more', () => {
    const ill = changed(inputs, ({ data }) => (data.absence.sickness.hospitals = 0.3));
    expect(sickDays(absence([{ ...period, factor: 4 }], 0, ill), first, last)).toBe(people * (last - first + 1));
  });

  it('leaves those ill who are ill as usual, and takes nobody but them out', () => {
    const usual = absence([]);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 10, noNaN: true }), (factor) => {
        const wave = absence([{ ...period, factor }]);
        for (let person = 0; person < people; person++) {
          for (let day = first; day <= last; day++) {
            if (factor >= 1 && isSick(usual, person, day)) expect(isSick(wave, person, day)).toBe(true);
            if (factor <= 1 && isSick(wave, person, day)) expect(isSick(usual, person, day)).toBe(true);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it('changes no other day, no other employer, and does not depend on how long the run is', () => {
    const usual = absence([]);
    for (const factor of [0.3, 6]) {
      const wave = absence([{ ...period, factor, employers: ['ous'] }]);
      const shorter = new Absence(
        changed(inputs, ({ interventions }) => void interventions.push({ ...period, factor, employers: ['ous'] })),
        calendar,
        workforce,
        'seed',
        0,
        -1,
        last - 5,
      );
      for (let person = 0; person < 100; person++) {
        for (let day = -1; day <= days; day++) {
          const isIn = person < people && first <= day && day <= last;
          if (!isIn) expect(wave.of(person, day)).toBe(usual.of(person, day));
          if (day <= last - 5) expect(shorter.of(person, day)).toBe(wave.of(person, day));
        }
      }
      expect(sickDays(wave, first, last)).not.toBe(sickDays(usual, first, last));
    }
  });

  it('has a factor of its own on each day where several overlap', () => {
    const later = { ...period, start: '2027-03-16', end: '2027-04-15' };
    const both = [
      { ...period, factor: 0 },
      { ...later, factor: 3 },
    ];
    const wave = absence(both);
    const usual = absence([]);
    expect(sickDays(wave, first, last)).toBe(0);
    expect(sickDays(wave, last + 1, last + 15)).toBeGreaterThan(sickDays(usual, last + 1, last + 15));
    expect(sickDays(wave, last + 16, days)).toBe(sickDays(usual, last + 16, days));
  });

  it('is hidden by holidays', () => {
    const withHolidays = shippedInputs('dagens');
    const [usual, wave] = [[], [{ ...period, factor: 10 }]].map((waves) => absence(waves, 0, withHolidays));
    let holidays = 0;
    for (let person = 0; person < people; person++) {
      for (let day = first; day <= last; day++) {
        if (usual!.of(person, day) !== AbsenceKind.holiday) continue;
        holidays++;
        expect(wave!.of(person, day)).toBe(AbsenceKind.holiday);
      }
    }
    expect(holidays).toBeGreaterThan(50);
  });
});
