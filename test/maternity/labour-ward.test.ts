import { describe, expect, it } from 'vitest';
import { Calendar, Simulation } from '../../sim-core/kernel/index.ts';
import { LabourWard } from '../../sim-core/maternity/places/labour-ward.ts';
import type { Fate } from '../../sim-core/maternity/women/fate.ts';
import { Woman, type WardPhase } from '../../sim-core/maternity/women/woman.ts';

const care = {
  midwifeNeed: { latent: 0.3, activeFirstStage: 1, secondStage: 1.3, recovery: 0.7 },
  mostWomenPerMidwife: 3,
  noNewWomenBeforeEnd: 30,
  breaks: { duration: 30, from: 3, to: 5, mostAway: 0.5 },
  secondMidwife: 20,
};
const late = 10_000;

/** A ward with women 0…9 and a log of what it tells. */
function story(changes: Partial<typeof care> = {}) {
  const simulation = new Simulation();
  const log: string[] = [];
  const withoutBreaks = { ...care, breaks: { ...care.breaks, from: 1000, to: 1000 } };
  const ward = new LabourWard(
    simulation,
    { ...withoutBreaks, ...changes },
    {
      cared: (woman, midwife, from, to) => log.push(`${midwife} had ${woman.number} ${from}–${to}`),
      assisted: (woman, midwife, from, to) => log.push(`${midwife} assisted ${woman.number} ${from}–${to}`),
      paired: (woman, midwife) => log.push(`${woman.number} → ${midwife}`),
    },
    new Calendar('2027-01-04'),
  );
  const women = Array.from({ length: 10 }, (_, number) => new Woman(number, 0, {} as Fate));
  return {
    ward,
    simulation,
    log,
    women,
    enter: (woman: number, phase: WardPhase) => ward.enterPhase(women[woman]!, phase),
    midwives: (...numbers: number[]) => numbers.map((number) => ward.midwifeOf(women[number]!)),
    until: (time: number) => simulation.run(time),
    minutes: (woman: number): number[] => {
      const { ownMinutes, sharedMinutes, aloneMinutes } = women[woman]!.care;
      return [ownMinutes, sharedMinutes, aloneMinutes];
    },
    levels: () => [ward.active.level, ward.oneToOne.level, ward.need.level],
  };
}

describe('a labour ward with midwives enough', () => {
  it('gives each woman a midwife to herself, in the order in which the midwives came', () => {
    const { ward, enter, midwives, levels } = story();
    for (const midwife of [7, 3, 5]) ward.arrive(midwife, late);
    enter(0, 'activeFirstStage');
    enter(1, 'secondStage');
    enter(2, 'latent');
    expect(midwives(0, 1, 2)).toEqual([3, 5, 7]);
    expect(levels()).toEqual([2, 2, 2.6]);
  });

  it('keeps the pair through the phases and tells the care when it ends', () => {
    const { ward, enter, until, log, minutes, women } = story();
    ward.arrive(1, late);
    for (const [time, phase] of [
      [10, 'latent'],
      [40, 'activeFirstStage'],
      [300, 'secondStage'],
      [340, 'recovery'],
      [460, 'none'],
    ] as const) {
      until(time);
      enter(0, phase);
      if (time === 40) ward.arrive(2, late);
    }
    expect(log).toEqual(['0 → 1', '1 had 0 10–460', '0 → -1']);
    expect(minutes(0)).toEqual([300, 0, 0]);
    expect(women[0]!.care.handovers).toBe(0);
    expect(women[0]!.phase).toBe('none');
  });
});

describe('a labour ward under pressure', () => {
  it('puts women before birth and in recovery together so that active labour has a midwife to itself', () => {
    const { ward, enter, midwives, levels } = story();
    ward.arrive(1, late);
    ward.arrive(2, late);
    enter(0, 'latent');
    enter(1, 'recovery');
    expect(midwives(0, 1)).toEqual([1, 2]);
    // 1 has the least load and gets her; then the woman in latent labour goes to 2.
    enter(2, 'activeFirstStage');
    expect(midwives(0, 1, 2)).toEqual([2, 2, 1]);
    expect(levels()).toEqual([1, 1, 2]);
    // In her turn she becomes active beside the woman in recovery; 1 is not disturbed, for nothing would be gained.
    enter(0, 'activeFirstStage');
    expect(midwives(0, 1, 2)).toEqual([2, 2, 1]);
    expect(levels()[1]).toBe(1);
  });

  it('moves the others when a woman becomes active, and not her', () => {
    const { ward, enter, midwives, women } = story();
    ward.arrive(1, late);
    enter(0, 'latent');
    enter(1, 'latent');
    ward.arrive(2, late);
    expect(midwives(0, 1)).toEqual([1, 1]);
    enter(0, 'activeFirstStage');
    expect(midwives(0, 1)).toEqual([1, 2]);
    expect(women.map(({ care: { handovers } }) => handovers)).toEqual(Array.from({ length: 10 }, () => 0));
  });

  it('shares by load, up to the most women, and leaves the least needy alone', () => {
    const { ward, enter, until, midwives, minutes } = story({ mostWomenPerMidwife: 2 });
    ward.arrive(1, late);
    enter(0, 'latent');
    enter(1, 'activeFirstStage');
    expect(midwives(0, 1)).toEqual([1, 1]);
    until(30);
    enter(2, 'activeFirstStage');
    expect(midwives(0, 1, 2)).toEqual([-1, 1, 1]);
    until(50);
    enter(3, 'activeFirstStage');
    expect(midwives(0, 1, 2, 3)).toEqual([-1, 1, 1, -1]);
    until(60);
    enter(1, 'none');
    expect(midwives(0, 2, 3)).toEqual([-1, 1, 1]);
    until(70);
    enter(2, 'none');
    enter(3, 'none');
    expect(midwives(0)).toEqual([1]);
    expect([1, 2, 3].map(minutes)).toEqual([
      [0, 60, 0],
      [0, 40, 0],
      [0, 10, 10],
    ]);
  });

  it('serves those alone first when somebody comes, then those who share', () => {
    const { ward, enter, until, midwives, women } = story({ mostWomenPerMidwife: 2 });
    ward.arrive(1, late);
    enter(0, 'activeFirstStage');
    enter(1, 'secondStage');
    enter(2, 'activeFirstStage');
    until(10);
    ward.arrive(2, late);
    expect(midwives(0, 1, 2)).toEqual([1, 1, 2]);
    until(20);
    ward.arrive(3, late);
    // The neediest keeps her midwife, and the other is handed over.
    expect(midwives(0, 1, 2)).toEqual([3, 1, 2]);
    expect(women.slice(0, 3).map(({ care: { handovers } }) => handovers)).toEqual([1, 0, 0]);
  });

  it('moves one of three in active labour to a midwife who is free, the neediest', () => {
    const { ward, enter, until, midwives } = story();
    ward.arrive(1, late);
    for (const woman of [0, 1, 2]) enter(woman, 'activeFirstStage');
    until(5);
    enter(2, 'secondStage');
    ward.arrive(2, late);
    expect(midwives(0, 1, 2)).toEqual([1, 1, 2]);
  });

  it('counts everybody as alone when nobody is on duty', () => {
    const { ward, enter, until, minutes, levels } = story();
    enter(0, 'secondStage');
    expect(levels()).toEqual([1, 0, 1.3]);
    until(25);
    ward.arrive(1, late);
    until(40);
    enter(0, 'recovery');
    expect(minutes(0)).toEqual([15, 0, 25]);
    expect(ward.active.integral(40)).toBe(40);
    expect(ward.oneToOne.integral(40)).toBe(15);
  });
});

describe('the end of a shift', () => {
  it('hands the women over, the neediest first, to those who have come', () => {
    const { ward, enter, until, midwives, women, log } = story();
    ward.arrive(1, 480);
    enter(0, 'latent');
    enter(1, 'secondStage');
    enter(2, 'activeFirstStage');
    until(450);
    // The neediest keeps 1. Both others go to 2; when 3 comes, the one in latent labour makes room for the other.
    ward.arrive(2, 900);
    expect(midwives(0, 1, 2)).toEqual([2, 1, 2]);
    ward.arrive(3, 900);
    expect(midwives(0, 1, 2)).toEqual([3, 1, 2]);
    until(480);
    log.length = 0;
    ward.leave(1);
    // 3 has the least load, and the care of woman 2 is not spoilt.
    expect(midwives(0, 1, 2)).toEqual([3, 3, 2]);
    expect(women.slice(0, 3).map(({ care: { handovers } }) => handovers)).toEqual([0, 1, 1]);
    expect(log).toEqual(['1 had 1 0–480', '1 → 3']);
  });

  it('serves the neediest first among the women of the one who leaves', () => {
    const { ward, enter, until, midwives } = story();
    ward.arrive(1, 480);
    enter(0, 'recovery');
    enter(1, 'activeFirstStage');
    enter(2, 'secondStage');
    until(500);
    for (const midwife of [2, 3]) ward.arrive(midwife, 480 + 420);
    expect(midwives(0, 1, 2)).toEqual([3, 2, 1]);
    ward.leave(1);
    expect(midwives(0, 1, 2)).toEqual([3, 2, 3]);
  });

  it('gives nobody to a midwife whose shift ends soon while another has room', () => {
    const { ward, enter, until, midwives } = story();
    ward.arrive(1, 480);
    until(450);
    ward.arrive(2, 900);
    enter(0, 'activeFirstStage');
    enter(1, 'latent');
    // To spoil the care of one woman would be worse than one hand-over more.
    expect(midwives(0, 1)).toEqual([2, 1]);
  });

  it('gives her back to a midwife who had her before', () => {
    const { ward, enter, until, midwives } = story();
    ward.arrive(9, 480);
    enter(0, 'latent');
    until(480);
    ward.arrive(4, 960);
    ward.leave(9);
    until(960);
    ward.arrive(5, 1440);
    ward.arrive(9, 1440);
    ward.leave(4);
    expect(midwives(0)).toEqual([9]);
  });

  it('counts one hand-over when two leave one after the other at the same moment', () => {
    const { ward, enter, until, women, midwives, log } = story();
    ward.arrive(1, 480);
    enter(0, 'activeFirstStage');
    ward.arrive(2, 480);
    until(480);
    ward.leave(1);
    ward.leave(2);
    ward.arrive(3, 960);
    expect(midwives(0)).toEqual([3]);
    expect(women[0]!.care.handovers).toBe(1);
    expect(log.filter((line) => line.includes('had'))).toEqual(['1 had 0 0–480']);
  });
});

describe('a midwife of her team', () => {
  it('takes the woman off the ward, and counts as one to one and as a hand-over', () => {
    const { ward, women, enter, until, minutes, levels, midwives } = story();
    ward.arrive(1, late);
    enter(0, 'activeFirstStage');
    enter(1, 'activeFirstStage');
    until(30);
    ward.setTeamMidwife(women[0]!, true);
    expect(midwives(0, 1)).toEqual([-1, 1]);
    expect(levels()).toEqual([2, 2, 1]);
    expect(women[0]!.midwifePresent && women[0]!.care.byTeam).toBe(true);
    until(90);
    ward.setTeamMidwife(women[0]!, false);
    expect(midwives(0)).toEqual([1]);
    until(100);
    for (const woman of [0, 1]) enter(woman, 'none');
    expect([0, 1].map(minutes)).toEqual([
      [60, 40, 0],
      [60, 40, 0],
    ]);
    expect(women[0]!.care.handovers).toBe(2);
  });

  it('is with her already when she comes to the ward', () => {
    const { ward, women, enter, levels } = story();
    ward.setTeamMidwife(women[0]!, true);
    for (const phase of ['latent', 'activeFirstStage', 'secondStage', 'recovery'] as const) {
      enter(0, phase);
      expect(levels()).toEqual(phase.includes('Stage') ? [1, 1, 0] : [0, 0, 0]);
    }
  });
});

describe('breaks', () => {
  it('are taken when the time comes by a midwife who has nobody, if she is not the only one', () => {
    const { ward, enter, until, midwives } = story({ breaks: care.breaks });
    ward.arrive(1, 480);
    until(10);
    ward.arrive(2, 490);
    until(190);
    enter(0, 'activeFirstStage');
    expect(midwives(0)).toEqual([2]);
    // 1 is back at 210; the time of 2 has come, but she has a woman, who is looked after from 310 on.
    until(220);
    enter(1, 'latent');
    expect(midwives(1)).toEqual([1]);
    until(311);
    expect(midwives(0)).toEqual([2]);
    expect(ward.oneToOne.level).toBe(0);
    until(341);
    expect(ward.oneToOne.level).toBe(1);
    expect(ward.oneToOne.integral(341)).toBe(310 - 190 + 1);
  });

  it('wait until after the birth, and are missed when there is nobody else', () => {
    const { ward, enter, until } = story({ breaks: care.breaks });
    ward.arrive(1, 480);
    ward.arrive(2, 480);
    enter(0, 'secondStage');
    enter(1, 'secondStage');
    until(400);
    expect(ward.oneToOne.integral(400)).toBe(800);
    enter(0, 'recovery');
    until(440);
    // 1 was away from 400 to 430 while 2 had both.
    expect(ward.oneToOne.integral(440)).toBe(810);
    ward.leave(2);
    ward.leave(1);
    expect(ward.breaksMissed).toBe(1);
  });

  it('are taken by some at a time', () => {
    const { ward, until, enter, midwives } = story({ breaks: { ...care.breaks, mostAway: 0.5 } });
    for (const midwife of [1, 2, 3, 4, 5]) ward.arrive(midwife, 480);
    until(200);
    for (const woman of [0, 1, 2]) enter(woman, 'activeFirstStage');
    // Two of five are away until 210.
    expect(midwives(0, 1, 2)).toEqual([3, 4, 5]);
    expect(ward.oneToOne.level).toBe(3);
    until(220);
    enter(3, 'activeFirstStage');
    enter(4, 'activeFirstStage');
    expect(ward.oneToOne.level).toBe(5);
    // From 300 on those who are with a woman have to go, first two, then the last.
    for (const [time, oneToOne] of [
      [299, 5],
      [301, 1],
      [331, 3],
      [361, 5],
    ] as const) {
      until(time);
      expect(ward.oneToOne.level).toBe(oneToOne);
    }
    expect(ward.breaksMissed).toBe(0);
  });

  it('leave a woman to a colleague who has nobody one to one', () => {
    const { ward, enter, until, minutes } = story({ breaks: { duration: 30, from: 1, to: 1, mostAway: 0.5 } });
    ward.arrive(1, 480);
    enter(0, 'activeFirstStage');
    until(1);
    ward.arrive(2, 30);
    until(200);
    enter(0, 'none');
    expect(minutes(0)).toEqual([200, 0, 0]);
  });

  it('are over when the only colleague leaves', () => {
    const { ward, enter, until, minutes } = story({ breaks: { duration: 30, from: 1, to: 1, mostAway: 0.5 } });
    ward.arrive(1, 480);
    enter(0, 'activeFirstStage');
    until(1);
    ward.arrive(2, 30);
    enter(1, 'activeFirstStage');
    until(70);
    ward.leave(2);
    until(100);
    enter(0, 'none');
    // Alone with 1 until 60, then with 2 beside woman 1 until 70, then with 1 again, who has both.
    expect(minutes(0)).toEqual([60, 40, 0]);
  });
});

describe('the second midwife', () => {
  it('is the one with the least load, for some minutes, in which her own women share her', () => {
    const { ward, women, enter, until, log, minutes } = story();
    ward.arrive(1, late);
    ward.arrive(2, late);
    enter(0, 'secondStage');
    enter(1, 'activeFirstStage');
    until(10);
    ward.birth(women[0]!);
    enter(0, 'recovery');
    until(40);
    enter(1, 'none');
    expect(log).toContain('2 assisted 0 10–30');
    expect(minutes(1)).toEqual([20, 20, 0]);
    expect(ward.birthsWithoutSecondMidwife).toBe(0);
  });

  it('is missed when there is none, and when she is the only one at the birth', () => {
    const { ward, women, enter, log } = story({ mostWomenPerMidwife: 1 });
    enter(0, 'secondStage');
    ward.birth(women[0]!);
    expect(ward.birthsWithoutSecondMidwife).toBe(1);
    ward.arrive(1, late);
    ward.birth(women[0]!);
    expect(ward.birthsWithoutSecondMidwife).toBe(2);
    enter(1, 'secondStage');
    ward.birth(women[1]!);
    expect(ward.birthsWithoutSecondMidwife).toBe(3);
    ward.leave(1);
    expect(log.at(-1)).not.toContain('assisted 1 ');
  });

  it('is counted until she leaves', () => {
    const { ward, women, enter, until, log } = story();
    ward.arrive(1, late);
    ward.arrive(2, 15);
    enter(0, 'secondStage');
    ward.birth(women[0]!);
    until(15);
    ward.leave(2);
    until(100);
    expect(log.filter((line) => line.includes('assisted'))).toEqual(['2 assisted 0 0–15']);
  });
});

describe('the figures of a labour ward', () => {
  it('forget the warm-up but not the women', () => {
    const { ward, enter, until } = story();
    ward.arrive(1, late);
    enter(0, 'activeFirstStage');
    until(60);
    ward.resetStatistics(60);
    expect(ward.active.integral(90)).toBe(30);
    expect(ward.need.mean(90)).toBe(1);
  });

  it('tell women per midwife by hour of the week', () => {
    const { ward, enter, until } = story();
    ward.arrive(1, late);
    ward.arrive(2, late);
    for (const woman of [0, 1, 2]) enter(woman, 'latent');
    until(90);
    ward.leave(2);
    until(120);
    const means = ward.womenPerMidwife.means(120);
    // Clock 0 is Monday midnight. In the second hour 3 woman hours were met by 1.5 midwife hours.
    expect(means.slice(0, 2)).toEqual(Float64Array.of(1.5, 2));
  });

  it('refuse a midwife who is there already or not at all', () => {
    const { ward } = story();
    ward.arrive(1, late);
    expect(() => ward.arrive(1, late)).toThrow(/Midwife 1 cannot come on duty: she is on duty already/);
    expect(() => ward.arrive(-1, late)).toThrow(/no person/);
    expect(() => ward.leave(2)).toThrow(/Midwife 2 cannot go off duty: she is not on duty/);
  });
});
