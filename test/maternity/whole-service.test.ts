import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulate } from '../../sim-core/maternity/run-replication.ts';
import { oddInputs, oddService } from '../support/random-service.ts';
import { changed, shippedInputs, smallInputs } from '../support/scenarios.ts';
import {
  careOffDuty,
  contactsOutOfHours,
  doubleWork,
  inTwoPlaces,
  overfull,
  standings,
  unpaidHours,
} from '../support/service-checks.ts';

const runs = 40;

describe('whatever is scarce, late or odd', () => {
  it('nobody vanishes, is in two places or works without pay', () => {
    const met = { lost: 0, calls: 0, births: 0 };
    fc.assert(
      fc.property(oddService, (odd) => {
        const service = simulate(oddInputs(odd), '1', odd.replication, false);
        const { registered, registeredTwice, neverRegistered, pregnant, lost, gaveBirth } = standings(service);
        expect({ registeredTwice, neverRegistered }).toEqual({ registeredTwice: 0, neverRegistered: 0 });
        expect(pregnant! + lost! + gaveBirth!).toBe(registered);
        expect(doubleWork(service)).toEqual([]);
        expect(inTwoPlaces(service)).toEqual([]);
        expect(careOffDuty(service)).toEqual([]);
        expect(contactsOutOfHours(service)).toEqual([]);
        expect(overfull(service)).toEqual([]);
        for (const hours of unpaidHours(service)) expect(Math.abs(hours)).toBeLessThan(1e-6);
        met.lost += lost!;
        met.births += gaveBirth!;
        met.calls += service.observations.teamCalls;
      }),
      { numRuns: runs, seed: 20_270_401 },
    );
    // The property means little if nothing of it happens.
    expect(met.births).toBeGreaterThan(1000);
    expect(met.lost).toBeGreaterThan(10);
    expect(met.calls).toBeGreaterThan(20);
  });

  it('minutes of active labour are own, shared or alone, and make up the whole', () => {
    fc.assert(
      fc.property(oddService, (odd) => {
        const { observations } = simulate(oddInputs(odd), '1', odd.replication, false);
        for (const { care, fate, bornAt } of observations.births) {
          const minutes = care.ownMinutes + care.sharedMinutes + care.aloneMinutes;
          const labour = fate.activeFirstStage + fate.secondStage;
          // A move to another site, or a wait for theatre or obstetrician, are not in the stages.
          expect(minutes).toBeGreaterThan(-1e-6);
          if (fate.onset === 'planned caesarean') expect(minutes).toBe(0);
          else if (minutes < labour - 1e-6) expect(odd.diversionAfter).toBeLessThan(Infinity);
          expect(bornAt).toBeGreaterThanOrEqual(fate.beginsAt);
        }
      }),
      { numRuns: 10, seed: 20_270_402 },
    );
  });
});

it('more midwives never lower the one-to-one share on average', () => {
  const shareOf = (factor: number): number => {
    const inputs = changed(smallInputs(14_000, 60, 10), ({ data }) => {
      for (const units of Object.values(data.staff.sites)) {
        for (const { posts, fullTimePosts } of [units.labourWard!.midwives!]) {
          units.labourWard!.midwives = { posts, fullTimePosts: fullTimePosts * factor };
        }
      }
    });
    const services = [0, 1, 2].map((replication) => simulate(inputs, '1', replication, false));
    const sum = (value: (ward: (typeof services)[0]['sites'][0]['ward'], now: number) => number): number =>
      services
        .flatMap(({ sites, simulation }) => sites.map(({ ward }) => value(ward, simulation.now)))
        .reduce((a, b) => a + b);
    return sum((ward, now) => ward.oneToOne.integral(now)) / sum((ward, now) => ward.active.integral(now));
  };
  const shares = [0.6, 0.8, 1, 1.3].map(shareOf);
  for (const [step, share] of shares.slice(1).entries()) expect(share).toBeGreaterThan(shares[step]!);
});

describe('a year of the shipped scenarios', () => {
  it.each(['dagens', 'team-ahus-sektor'])('%s keeps the rules of a service', (name) => {
    const service = simulate(shippedInputs(name), '1', 0, false);
    const { registered, pregnant, lost, gaveBirth } = standings(service);
    expect(pregnant! + lost! + gaveBirth!).toBe(registered);
    expect(doubleWork(service)).toEqual([]);
    expect(inTwoPlaces(service)).toEqual([]);
    expect(careOffDuty(service)).toEqual([]);
    expect(contactsOutOfHours(service)).toEqual([]);
    for (const hours of unpaidHours(service)) expect(Math.abs(hours)).toBeLessThan(1e-5);
  });
});
