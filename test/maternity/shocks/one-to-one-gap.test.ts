import { describe, expect, it } from 'vitest';
import { Calendar, Simulation } from '../../../sim-core/kernel/index.ts';
import { LabourWard } from '../../../sim-core/maternity/places/labour-ward.ts';
import type { Fate } from '../../../sim-core/maternity/women/fate.ts';
import { Woman, type WardPhase } from '../../../sim-core/maternity/women/woman.ts';

const late = 10_000;
const nothing = (): void => undefined;

/** A ward that says how many midwives it lacks after each change. */
function ward(breaks = { duration: 30, from: 1000, to: 1000, mostAway: 0.5 }) {
  const simulation = new Simulation();
  const care = {
    midwifeNeed: { latent: 0.3, activeFirstStage: 1, secondStage: 1.3, recovery: 0.7 },
    mostWomenPerMidwife: 3,
    noNewWomenBeforeEnd: 30,
    breaks,
    secondMidwife: 20,
  };
  const made = new LabourWard(
    simulation,
    care,
    { cared: nothing, assisted: nothing, paired: nothing },
    new Calendar('2027-01-04'),
  );
  const women = Array.from({ length: 6 }, (_, number) => new Woman(number, 0, {} as Fate));
  let lacking = 0;
  made.onLacking = (midwives) => (lacking = midwives);
  return {
    simulation,
    women,
    ward: made,
    after: (change: () => void): number => {
      change();
      return lacking;
    },
    enter: (woman: number, phase: WardPhase) => made.enterPhase(women[woman]!, phase),
  };
}

describe('midwives that a ward lacks for one-to-one care', () => {
  it('are one for each woman in active labour more than midwives, however they share', () => {
    const { ward: place, after, enter } = ward();
    expect(after(() => enter(0, 'activeFirstStage'))).toBe(1);
    expect(after(() => place.arrive(1, late))).toBe(0);
    expect(after(() => enter(1, 'secondStage'))).toBe(1);
    expect(after(() => enter(2, 'activeFirstStage'))).toBe(2);
    // With three women a midwife has the most; the fourth has nobody.
    expect(after(() => enter(3, 'activeFirstStage'))).toBe(3);
    expect(after(() => place.arrive(2, late))).toBe(2);
    expect(after(() => place.arrive(3, late))).toBe(1);
    expect(after(() => place.arrive(4, late))).toBe(0);
  });

  it('is one when a woman in active labour shares with others, and none when those others share', () => {
    const { ward: place, after, enter } = ward();
    place.arrive(1, late);
    expect(after(() => enter(0, 'latent'))).toBe(0);
    expect(after(() => enter(1, 'recovery'))).toBe(0);
    expect(after(() => enter(2, 'activeFirstStage'))).toBe(1);
    expect(after(() => place.arrive(2, late))).toBe(0);
  });

  it('is none for a woman with a midwife of her team', () => {
    const { ward: place, after, enter, women } = ward();
    enter(0, 'activeFirstStage');
    expect(after(() => place.setTeamMidwife(women[0]!, true))).toBe(0);
    expect(after(() => place.setTeamMidwife(women[0]!, false))).toBe(1);
  });

  it('is one while a colleague on her break is covered for by somebody who has a woman in active labour', () => {
    const { ward: place, after, enter, simulation } = ward({ duration: 30, from: 1, to: 1, mostAway: 0.5 });
    place.arrive(1, late);
    place.arrive(2, late);
    enter(0, 'activeFirstStage');
    enter(1, 'activeFirstStage');
    // Two women with the one who covers: one midwife more would do.
    expect(after(() => simulation.run(61))).toBe(1);
    expect(after(() => simulation.run(1000))).toBe(0);
  });
});
