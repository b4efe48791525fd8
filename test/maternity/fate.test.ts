import { beforeAll, describe, expect, it, test } from 'vitest';
import type { ModelInputs } from '../../scenarios/schema/index.ts';
import { Vulnerability, type Fate } from '../../sim-core/maternity/women/fate.ts';
import { drawPopulation, isCaesarean } from '../../sim-core/maternity/women/population.ts';
import { changed, clockOf, shippedInputs } from '../support/scenarios.ts';

const inputs = shippedInputs('dagens');
const { data } = inputs;
const { clinical } = data;
const minutesPerHour = 60;
const minutesPerDay = 1440;

function fatesOf(of: ModelInputs, replication: number): Fate[] {
  const { calendar, to } = clockOf(of);
  return drawPopulation(of, calendar, '1', replication, to).map(({ fate }) => fate);
}

let fates: Fate[] = [];
let births: Fate[] = [];
beforeAll(() => {
  fates = Array.from({ length: 10 }, (_, replication) => fatesOf(inputs, replication)).flat();
  // Among women who are still pregnant at the end, early births are rarer than among all.
  const { to } = clockOf(inputs);
  births = fates.filter(({ lostAt, beginsAt }) => Number.isNaN(lostAt) && beginsAt < to);
});

const share = (all: readonly Fate[], condition: (fate: Fate) => boolean): number =>
  (100 * all.filter(condition).length) / all.length;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Four standard errors of a share in per cent, and not more than 0.01. */
function expectShare(all: readonly Fate[], condition: (fate: Fate) => boolean, expected: number): void {
  const error = 4 * Math.sqrt((expected * (1 - expected)) / all.length);
  expect(Math.abs(share(all, condition) / 100 - expected)).toBeLessThan(error);
  expect(error).toBeLessThan(0.01);
}

const isVaginal = ({ mode }: Fate): boolean => !isCaesarean(mode);
const isInduced = ({ onset }: Fate): boolean => onset === 'induced';

describe('the mix comes to the published figures:', () => {
  const inRange = (value: number, low: number, high: number): void => {
    expect(value).toBeGreaterThanOrEqual(low);
    expect(value).toBeLessThanOrEqual(high);
  };

  it('caesareans 16.6–17.0 % within a quarter of a point, a third of them planned', () => {
    const caesareans = births.filter(({ mode }) => isCaesarean(mode));
    inRange(
      share(births, ({ mode }) => isCaesarean(mode)),
      16.35,
      17.25,
    );
    inRange(
      share(caesareans, ({ onset }) => onset === 'planned caesarean'),
      32,
      36,
    );
  });

  it('caesareans of Robson group 1 7.8 ± 1 % and of 1 and 2 together 13.5 ± 1 %', () => {
    const robson = (...groups: string[]): number =>
      share(
        births.filter(({ group }) => groups.includes(group)),
        ({ mode }) => isCaesarean(mode),
      );
    inRange(robson('1'), 6.8, 8.8);
    inRange(robson('1', '2a', '2b'), 12.5, 14.5);
  });

  it('inductions 29 ± 2 %', () => inRange(share(births, isInduced), 27, 31));

  it('6.2–7.0 hours from 4 cm to birth, the median of nulliparous women in spontaneous labour', () => {
    const labours = births
      .filter((fate) => fate.nulliparous && fate.onset === 'spontaneous' && isVaginal(fate))
      .map(({ activeFirstStage, secondStage }) => activeFirstStage + secondStage)
      .sort((a, b) => a - b);
    inRange(labours[labours.length >> 1]! / minutesPerHour, 6.2, 7);
  });

  it('10.6 hours a birth in the labour room, cleaning included', () => {
    const hours = births.map((fate) => {
      if (fate.onset === 'planned caesarean') return 0;
      const { latentInRoom, activeFirstStage, secondStage, recovery } = fate;
      const labour = latentInRoom + activeFirstStage + secondStage + (isVaginal(fate) ? recovery : 0);
      return labour / minutesPerHour + clinical.labour.cleaning;
    });
    inRange(mean(hours), 10.4, 10.8);
  });

  it('10 % of newborns in neonatal care, 12.1 days each, 1,209 days for 1,000 births', () => {
    const stays = births.map(({ neonatalStay }) => neonatalStay / minutesPerDay);
    inRange(
      share(births, ({ neonatalStay }) => neonatalStay > 0),
      9.5,
      10.5,
    );
    inRange(mean(stays.filter((days) => days > 0)), 11.6, 12.7);
    inRange(1000 * mean(stays), 1150, 1270);
    inRange(
      share(births, ({ gestation }) => gestation < clinical.gestation.minimum),
      5,
      5.6,
    );
    inRange(
      share(births, ({ gestation }) => gestation < 238),
      1.7,
      2.3,
    );
  });

  it('22.5 % of all births uncomplicated, of multiparous women more often', () => {
    inRange(
      share(births, ({ uncomplicated }) => uncomplicated),
      21.5,
      23.5,
    );
    const of = (nulliparous: boolean): number =>
      share(
        births.filter((fate) => fate.nulliparous === nulliparous),
        ({ uncomplicated }) => uncomplicated,
      );
    expect(of(false)).toBeGreaterThan(1.5 * of(true));
  });

  it('age at first birth about 31', () => {
    const ages = births.filter(({ nulliparous }) => nulliparous).map(({ age }) => age);
    inRange(mean(ages), 30.5, 32);
    expect(births.every(({ age }) => Number.isInteger(age) && age >= 16 && age <= 50)).toBe(true);
  });

  it('stays of 2.6–2.7 days in all, 2.4 after vaginal birth, 3.6 after caesarean, to 0.1, with the discharge window', () => {
    const { calendar } = clockOf(inputs);
    const stays = births.map((fate) => {
      const born = fate.beginsAt + fate.ripening + fate.latentInRoom + fate.activeFirstStage + fate.secondStage;
      const ready = born + fate.stay;
      const day = calendar.dayOf(ready);
      const leaves = calendar.timeAt(
        day + (calendar.timeAt(day, fate.dischargeClock) >= ready ? 0 : 1),
        fate.dischargeClock,
      );
      return { fate, days: calendar.dayOf(leaves) - calendar.dayOf(born), hours: (leaves - born) / minutesPerHour };
    });
    const of = (condition: (fate: Fate) => boolean) => stays.filter(({ fate }) => condition(fate));
    const days = (condition: (fate: Fate) => boolean): number => mean(of(condition).map((stay) => stay.days));
    inRange(
      days(() => true),
      2.5,
      2.8,
    );
    inRange(days(isVaginal), 2.3, 2.5);
    inRange(
      days((fate) => !isVaginal(fate)),
      3.5,
      3.7,
    );
    inRange(
      days((fate) => isVaginal(fate) && fate.nulliparous),
      2.7,
      2.9,
    );
    inRange(
      days((fate) => isVaginal(fate) && !fate.nulliparous),
      1.9,
      2.1,
    );
    const nulliparous = of((fate) => isVaginal(fate) && fate.nulliparous);
    inRange((100 * nulliparous.filter((stay) => stay.days >= 4).length) / nulliparous.length, 15, 21);
    inRange((100 * stays.filter(({ hours }) => hours < 24).length) / stays.length, 1.8, 3.8);
  });
});

describe('a fate', () => {
  it('has as many children, and as much risk, as its obstetric group at least', () => {
    const ranks = ['low', 'medium', 'high'];
    const isSound = (fate: Fate): boolean => {
      const group = clinical.groups[fate.nulliparous ? 'nulliparous' : 'multiparous'][fate.group]!;
      const rank = ranks.indexOf(fate.risk);
      return (
        fate.plurality === group.plurality &&
        rank >= ranks.indexOf(group.risk) &&
        (fate.age < clinical.risk.mediumFromAge || rank >= 1) &&
        (fate.gestation >= clinical.gestation.minimum || rank === 2)
      );
    };
    expect(fates.filter((fate) => !isSound(fate))).toEqual([]);
    expect(share(fates, ({ plurality }) => plurality === 2)).toBeCloseTo(1.6, 0);
  });

  it('knows its gestation', () => {
    const { registration, mean: due } = clinical.gestation;
    const isSound = ({ gestation, registersAt, beginsAt, dueAt }: Fate): boolean =>
      Math.abs((beginsAt - registersAt) / minutesPerDay - (gestation - registration)) < 1e-6 &&
      Math.abs((dueAt - registersAt) / minutesPerDay - (due - registration)) < 1e-6;
    expect(fates.filter((fate) => !isSound(fate))).toEqual([]);
  });

  it('has circumstances by their shares', () => {
    const { immigrant, needsInterpreter, newlyArrived, fearOfBirth, violence, substanceUse, mentalIllness } =
      clinical.circumstances;
    const has = (bit: number) => (fate: Fate) => (fate.vulnerability & bit) !== 0;
    expectShare(fates, ({ needsInterpreter: needs }) => needs, immigrant * needsInterpreter);
    expectShare(fates, has(Vulnerability.newlyArrived), immigrant * newlyArrived);
    expectShare(fates, has(Vulnerability.fearOfBirth), fearOfBirth);
    expectShare(fates, has(Vulnerability.violence), violence);
    expectShare(fates, has(Vulnerability.substanceUse), substanceUse);
    expectShare(fates, has(Vulnerability.mentalIllness), mentalIllness);
  });

  it('has an epidural in labour by parity and sector, and never before a planned caesarean', () => {
    const { calendar, to } = clockOf(inputs);
    const ahus = drawPopulation(inputs, calendar, '2', 0, to).filter(
      ({ origin }) => Object.values(data.origins)[origin]!.sector === 'outside-ahus',
    );
    for (const parity of ['nulliparous', 'multiparous'] as const) {
      const labours = ahus
        .map(({ fate }) => fate)
        .filter(
          ({ nulliparous, onset }) => nulliparous === (parity === 'nulliparous') && onset !== 'planned caesarean',
        );
      const expected = data.sectors['outside-ahus']!.epiduralShare[parity];
      const error = 4 * Math.sqrt((expected * (1 - expected)) / labours.length);
      expect(Math.abs(share(labours, ({ epidural }) => epidural) / 100 - expected)).toBeLessThan(error);
    }
    expect(fates.some(({ epidural, onset }) => epidural && onset === 'planned caesarean')).toBe(false);
  });

  it('ripens at home only without high risk', () => {
    const induced = fates.filter(isInduced);
    const ordinary = induced.filter(({ risk }) => risk !== 'high');
    expectShare(ordinary, ({ ripeningPlace }) => ripeningPlace === 'home', clinical.labour.ripeningPlace.home);
    expect(induced.some(({ risk, ripeningPlace }) => risk === 'high' && ripeningPlace === 'home')).toBe(false);
    const inRooms = changed(inputs, (copy) =>
      Object.assign(copy.data.clinical.labour.ripeningPlace, { home: 0, labourRoom: 1 }),
    );
    expect(new Set(fatesOf(inRooms, 0).map(({ ripeningPlace }) => ripeningPlace))).toEqual(new Set(['labourRoom']));
  });

  it('is uncomplicated only after vaginal birth of one child at term without neonatal care', () => {
    const wrong = fates.filter(
      (fate) =>
        fate.uncomplicated &&
        (isCaesarean(fate.mode) || fate.plurality === 2 || fate.neonatalStay > 0 || fate.gestation < 259),
    );
    expect(wrong).toEqual([]);
  });

  it('brings mother or child back after both were ready to go home', () => {
    const { newborn, mother } = clinical.readmission;
    expectShare(fates, ({ newbornReadmission }) => newbornReadmission.stay > 0, newborn.share);
    expectShare(fates, ({ maternalReadmission }) => maternalReadmission.stay > 0, mother.share);
    for (const { newbornReadmission, maternalReadmission, stay, neonatalStay } of fates) {
      for (const admission of [newbornReadmission, maternalReadmission]) {
        if (admission.stay > 0) expect(admission.after).toBeGreaterThan(Math.max(stay, neonatalStay) + minutesPerDay);
      }
    }
  });

  it('has a contact seed of 32 bits of its own', () => {
    const one = fatesOf(inputs, 0);
    const seeds = new Set(one.map(({ contactSeed }) => contactSeed));
    // About 25,000² ÷ 2³³ = 0.07 pairs are expected to share a seed by chance.
    expect(seeds.size).toBeGreaterThanOrEqual(one.length - 2);
    expect(one.every(({ contactSeed }) => Number.isInteger(contactSeed) && (contactSeed | 0) === contactSeed)).toBe(
      true,
    );
  });
});

describe('a scenario may put another law in the place of any duration:', () => {
  const meanOf = { latentInRoom: 3, recovery: 5, theatre: 1.5, assessment: 0.4 };

  test.each(['exponential', 'constant'] as const)('%s', (name) => {
    const other = changed(inputs, ({ data: { clinical: copy } }) => {
      for (const [key, hours] of Object.entries(meanOf)) {
        Object.assign(copy.labour, {
          [key]: name === 'constant' ? { law: name, value: hours } : { law: name, mean: hours },
        });
      }
    });
    const one = fatesOf(other, 0);
    for (const [key, expected] of Object.entries(meanOf)) {
      const hours = one.map((fate) => fate[key as keyof typeof meanOf] / minutesPerHour);
      const deviation = Math.sqrt(mean(hours.map((value) => (value - expected) ** 2)));
      expect(deviation / expected).toBeCloseTo(name === 'constant' ? 0 : 1, 1);
      expect(Math.abs(mean(hours) / expected - 1)).toBeLessThan(4 / Math.sqrt(one.length));
    }
    // What was not changed is as it was.
    expect(one.map(({ activeFirstStage }) => activeFirstStage)).toEqual(
      fatesOf(inputs, 0).map(({ activeFirstStage }) => activeFirstStage),
    );
  });

  it('uniform, between its bounds', () => {
    const other = changed(inputs, ({ data: { clinical: copy } }) => {
      copy.labour.theatre = { law: 'uniform', minimum: 1, maximum: 3 };
    });
    const hours = fatesOf(other, 0).map(({ theatre }) => theatre / minutesPerHour);
    expect(hours.every((value) => value > 1 && value < 3)).toBe(true);
    expect(mean(hours)).toBeCloseTo(2, 1);
  });
});
