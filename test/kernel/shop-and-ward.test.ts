import { describe, expect, it } from 'vitest';
import { runMachineShop } from '../../sim-core/kernel/examples/machine-shop.ts';
import { runWard, type Ward } from '../../sim-core/kernel/examples/ward-with-shifts.ts';
import { zOf } from './support.ts';

/** Probabilities of 0, 1, … from birth and death rates. */
function birthAndDeath(states: number, birth: (state: number) => number, death: (state: number) => number): number[] {
  const weights = [1];
  for (let state = 1; state < states; state++) weights.push((weights[state - 1]! * birth(state - 1)) / death(state));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

function meanState(probabilities: readonly number[]): number {
  return probabilities.reduce((sum, probability, state) => sum + probability * state, 0);
}

describe('the machine shop', () => {
  it.each([1, 2])('has the exact figures of the machine-repair model with %i repairers', (repairers) => {
    const machines = 6;
    const [meanHoursToFailure, meanRepairHours, partHours] = [50, 10, 3];
    const p = birthAndDeath(
      machines + 1,
      (down) => (machines - down) / meanHoursToFailure,
      (down) => Math.min(down, repairers) / meanRepairHours,
    );
    const down = meanState(p);
    const breakdownsPerHour = (machines - down) / meanHoursToFailure;
    const figures = Array.from({ length: 25 }, (_, replication) =>
      runMachineShop(
        {
          machines,
          repairers,
          meanHoursToFailure,
          meanRepairHours,
          partHours,
          warmUpHours: 1000,
          horizonHours: 20_000,
        },
        'theory',
        replication,
      ),
    );
    const z = (reference: number, values: number[]) => Math.abs(zOf(values, reference));
    expect(
      z(
        down,
        figures.map(({ meanMachinesDown }) => meanMachinesDown),
      ),
    ).toBeLessThan(3);
    expect(
      z(
        down / breakdownsPerHour - meanRepairHours,
        figures.map(({ meanWaitHours }) => meanWaitHours),
      ),
    ).toBeLessThan(3);
    // No work is lost: as many parts as the hours of work allow.
    expect(
      z(
        (machines - down) / partHours,
        figures.map(({ partsPerHour }) => partsPerHour),
      ),
    ).toBeLessThan(3);
    for (const { meanMachinesDown, partsPerHour } of figures) {
      expect(Math.abs(partsPerHour * partHours - (machines - meanMachinesDown))).toBeLessThan(
        (machines * partHours) / 20_000,
      );
    }
  });
});

describe('the ward with shifts', () => {
  const ward: Ward = {
    beds: 12,
    midwives: [4, 3, 2],
    urgentPerHour: 0.2,
    ordinaryPerHour: 0.3,
    meanCareHours: 4,
    horizonHours: 20_000,
  };

  it('has the balance of Little, exactly, whatever the shifts', () => {
    const { women, hoursInBed, meanBedsInUse, meanMidwivesInUse, endHour, urgentHours, ordinaryHours } = runWard(
      ward,
      'balance',
      0,
    );
    expect(hoursInBed.count).toBe(women);
    expect(meanBedsInUse).toBeCloseTo(hoursInBed.sum / endHour, 8);
    // No care is lost by pre-emption or at the end of a shift.
    expect(meanMidwivesInUse).toBeGreaterThan(1.9);
    expect(meanMidwivesInUse).toBeLessThan(2.1);
    expect(urgentHours.mean).toBeLessThan(ordinaryHours.mean);
  });

  it('with the same staff all day and beds for everybody has the times of the M/M/c queue, the urgent as if alone', () => {
    const midwives = 3;
    const timeInQueue = (perHour: number) => {
      const p = birthAndDeath(
        2000,
        () => perHour,
        (state) => Math.min(state, midwives) / ward.meanCareHours,
      );
      return meanState(p) / perHour;
    };
    const { urgentPerHour, ordinaryPerHour } = ward;
    const figures = Array.from({ length: 20 }, (_, replication) =>
      runWard({ ...ward, beds: 10_000, midwives: [midwives, midwives, midwives] }, 'theory', replication),
    );
    const urgent = timeInQueue(urgentPerHour);
    const both = timeInQueue(urgentPerHour + ordinaryPerHour);
    expect(
      Math.abs(
        zOf(
          figures.map(({ urgentHours }) => urgentHours.mean),
          urgent,
        ),
      ),
    ).toBeLessThan(3);
    const ordinary = ((urgentPerHour + ordinaryPerHour) * both - urgentPerHour * urgent) / ordinaryPerHour;
    expect(
      Math.abs(
        zOf(
          figures.map(({ ordinaryHours }) => ordinaryHours.mean),
          ordinary,
        ),
      ),
    ).toBeLessThan(3);
  });
});
