import { describe, expect, it } from 'vitest';
import { Calendar, Simulation } from '../../sim-core/kernel/index.ts';
import { ContactKind, Setting } from '../../sim-core/maternity/contacts/contact-kinds.ts';
import { ContactLog } from '../../sim-core/maternity/contacts/contact-log.ts';
import { acquaintanceOnWard } from '../../sim-core/maternity/continuity/known-on-ward.ts';
import { LabourWard } from '../../sim-core/maternity/places/labour-ward.ts';
import { Acquaintance } from '../../sim-core/maternity/places/labour-ward-assignment.ts';
import type { Fate } from '../../sim-core/maternity/women/fate.ts';
import { Woman, type WardPhase } from '../../sim-core/maternity/women/woman.ts';
import { madeWorkforce } from './staff/made-workforce.ts';

const late = 10_000;
const soon = 20;
const care = {
  midwifeNeed: { latent: 0.3, activeFirstStage: 1, secondStage: 1.3, recovery: 0.7 },
  mostWomenPerMidwife: 3,
  noNewWomenBeforeEnd: 30,
  breaks: { duration: 30, from: 1000, to: 1000, mostAway: 0.5 },
  secondMidwife: 20,
};

/** A ward on which woman w's own midwife is number w, and midwife w + 10 has met her; with nobody told who knows whom, too. */
function wardWhere(known: boolean) {
  const simulation = new Simulation();
  const nothing = (): void => undefined;
  const events = { cared: nothing, assisted: nothing, paired: nothing };
  const ward = new LabourWard(simulation, care, events, new Calendar('2027-01-04'));
  const women = Array.from({ length: 10 }, (_, number) => new Woman(number, 0, {} as Fate));
  if (known) {
    ward.preferKnown(({ number }, midwife) => {
      if (midwife === number) return Acquaintance.named;
      return midwife === number + 10 ? Acquaintance.metInPregnancy : Acquaintance.none;
    });
  }
  return {
    ward,
    women,
    enter: (woman: number, phase: WardPhase) => ward.enterPhase(women[woman]!, phase),
    midwifeOf: (woman: number) => ward.midwifeOf(women[woman]!),
  };
}

describe('a ward on which some midwives know some women', () => {
  it('gives a woman her own midwife, else one she has met, among those who are free', () => {
    for (const [onDuty, known, without] of [
      [[1, 11, 20], 1, 1],
      [[20, 1, 11], 1, 1],
      [[5, 11, 20], 11, 5],
      [[5, 20], 5, 5],
      [[0, 2, 11], 11, 0],
    ] as const) {
      for (const knows of [true, false]) {
        const { ward, enter, midwifeOf } = wardWhere(knows);
        for (const midwife of onDuty) ward.arrive(midwife, late);
        enter(1, 'activeFirstStage');
        expect(midwifeOf(1)).toBe(knows ? known : without);
      }
    }
  });

  it('does not take her own midwife from a woman who has her to herself', () => {
    const { ward, enter, midwifeOf } = wardWhere(true);
    ward.arrive(1, late);
    enter(5, 'activeFirstStage');
    ward.arrive(20, late);
    enter(1, 'activeFirstStage');
    expect([midwifeOf(5), midwifeOf(1)]).toEqual([1, 20]);
  });

  it('has a free midwife rather than her own who has another woman, in active labour', () => {
    const { ward, enter, midwifeOf } = wardWhere(true);
    ward.arrive(1, late);
    enter(5, 'latent');
    ward.arrive(20, late);
    enter(1, 'activeFirstStage');
    expect(midwifeOf(1)).toBe(20);
  });

  it('does not give her to a midwife who is about to leave', () => {
    const { ward, enter, midwifeOf } = wardWhere(true);
    ward.arrive(1, soon);
    ward.arrive(20, late);
    enter(1, 'activeFirstStage');
    expect(midwifeOf(1)).toBe(20);
  });

  it('keeps the pair when her own midwife comes on duty', () => {
    const { ward, enter, midwifeOf, women } = wardWhere(true);
    ward.arrive(20, late);
    enter(1, 'activeFirstStage');
    ward.arrive(1, late);
    expect(midwifeOf(1)).toBe(20);
    expect(women[1]!.care.handovers).toBe(0);
  });
});

describe('who knows whom', () => {
  const workforce = madeWorkforce(
    [
      { people: 2, posts: 1 },
      { kind: 'combinedPosition', people: 3, posts: 0 },
    ],
    7,
  );
  const woman = (number: number, namedMidwife: number): Woman =>
    Object.assign(new Woman(number, 0, {} as Fate), { namedMidwife });

  it('is nobody where nobody works in both places', () => {
    expect(acquaintanceOnWard(madeWorkforce([{ people: 2, posts: 1 }], 7), new ContactLog(1))).toBeUndefined();
  });

  it('are the named midwife and those met in pregnancy, of the people in combined positions', () => {
    const log = new ContactLog(2);
    const met = (number: number, kind: ContactKind, provider: number): void =>
      log.add(number, kind, Setting.healthStation, 0, provider, 0, 0, 30);
    // Midwife 0 is on the ward only; 2, 3 and 4 have combined positions.
    met(0, ContactKind.antenatalConsultation, 3);
    met(0, ContactKind.antenatalConsultation, 0);
    met(0, ContactKind.labourCare, 4);
    met(1, ContactKind.antenatalConsultation, 4);
    const knows = acquaintanceOnWard(workforce, log)!;
    expect([0, 1, 2, 3, 4, -101].map((midwife) => knows(woman(0, 2), midwife))).toEqual([0, 0, 2, 1, 0, 0]);
    expect([2, 3, 4].map((midwife) => knows(woman(1, -1), midwife))).toEqual([0, 0, 1]);
  });
});
