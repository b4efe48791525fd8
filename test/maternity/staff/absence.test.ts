import { beforeAll, describe, expect, it } from 'vitest';
import { Calendar, RandomStream } from '../../../sim-core/kernel/index.ts';
import type { ModelInputs } from '../../../sim-core/maternity/model-inputs.ts';
import { Absence, AbsenceKind } from '../../../sim-core/maternity/staff/absence.ts';
import { holidayWeeks, isSummer, scatteredOrder } from '../../../sim-core/maternity/staff/absence-holiday.ts';
import { sicknessSpells } from '../../../sim-core/maternity/staff/absence-sickness.ts';
import { changed, shippedInputs } from '../../support/scenarios.ts';
import { madeWorkforce } from './made-workforce.ts';

const calendar = new Calendar('2027-01-01');
let inputs: ModelInputs;
beforeAll(() => {
  inputs = shippedInputs('dagens');
});

describe('holidays', () => {
  it('are five whole weeks a year, three of them on end between weeks 26 and 33', () => {
    const rules = inputs.data.absence.holiday;
    const first = calendar.dayNumber('2027-01-04');
    for (let place = 0; place < 40; place++) {
      const weeks = holidayWeeks(rules, calendar, 2027, place, 40).map((monday) => 1 + (monday - first) / 7);
      expect(new Set(weeks).size).toBe(5);
      expect(weeks.every((week) => Number.isInteger(week) && week >= 1 && week <= 52)).toBe(true);
      const summer = weeks.filter((week) => week >= 26 && week <= 33);
      expect(summer).toEqual([summer[0], summer[0]! + 1, summer[0]! + 2]);
    }
  });

  it('begin in 2027 on 28 June, the Monday of week 26, and end with week 33 on 22 August', () => {
    const rules = inputs.data.absence.holiday;
    const summerOf = (place: number): number[] => holidayWeeks(rules, calendar, 2027, place, 6).slice(0, 3);
    expect(summerOf(0)[0]).toBe(calendar.dayNumber('2027-06-28'));
    expect(summerOf(5)[2]).toBe(calendar.dayNumber('2027-08-16'));
    const { length } = Array.from({ length: 365 }, (_, day) => day).filter((day) => isSummer(rules, calendar, day));
    expect(length).toBe(8 * 7);
    expect(isSummer(rules, calendar, calendar.dayNumber('2027-08-22'))).toBe(true);
    expect(isSummer(rules, calendar, calendar.dayNumber('2027-08-23'))).toBe(false);
  });

  it('take at most half of a unit in any summer week, the least that three weeks of eight allow', () => {
    const rules = inputs.data.absence.holiday;
    const away = new Map<number, number>();
    for (let place = 0; place < 60; place++) {
      for (const monday of holidayWeeks(rules, calendar, 2027, place, 60))
        away.set(monday, (away.get(monday) ?? 0) + 1);
    }
    expect(Math.max(...away.values())).toBe(30);
    const others = [...away].filter(([monday]) => !isSummer(rules, calendar, monday)).map(([, people]) => people);
    expect(others.reduce((sum, people) => sum + people, 0)).toBe(120);
    expect(Math.max(...others)).toBeLessThanOrEqual(3);
  });

  it('are chosen in an order that keeps neighbours and turns of a roster apart', () => {
    for (const count of [1, 2, 3, 4, 7, 30, 55, 60, 89]) {
      const order = scatteredOrder(count);
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index));
    }
    const order = scatteredOrder(60);
    for (const apart of [1, 3, 6]) {
      const half = Array.from({ length: 60 / apart }, (_, turn) => order[turn * apart]! < 30);
      const share = half.filter(Boolean).length / half.length;
      expect(share).toBeGreaterThan(0.35);
      expect(share).toBeLessThan(0.65);
    }
  });
});

describe('sickness spells', () => {
  const rules = { share: 0.082, shortShare: 0.6, shortMean: 2, longMean: 40 };

  it('take the share that alternating renewal predicts, from the first day on', () => {
    const people = 20_000;
    const sick = new Float64Array(200);
    const stream = new RandomStream('sickness', 0, 'test');
    for (let person = 0; person < people; person++) {
      sicknessSpells(rules, stream, 200, (from, to) => {
        for (let day = from; day < to; day++) sick[day]!++;
      });
    }
    // A day's count is binomial: its standard error is 0.0019, and 4 of them are allowed on each of three days.
    const error = Math.sqrt((0.082 * 0.918) / people);
    for (const day of [0, 1, 199]) expect(Math.abs(sick[day]! / people - 0.082)).toBeLessThan(4 * error);
  });

  it('are short and long as the data say: mean 17.2 days, once in 209.8 days', () => {
    const lengths: number[] = [];
    let from = NaN;
    sicknessSpells(rules, new RandomStream('sickness', 0, 'lengths'), 4_000_000, (first, to) => {
      from = first;
      lengths.push(to - first);
    });
    expect(from).toBeLessThan(4_000_000);
    const mean = lengths.reduce((sum, days) => sum + days, 0) / lengths.length;
    // Variance of the mixture: 0.6 (2·1 + 4) + 0.4 (40·39 + 1600) − 17.2² = 971.8.
    expect(Math.abs(mean - 17.2)).toBeLessThan(4 * Math.sqrt(971.8 / lengths.length));
    expect(Math.abs(lengths.length / (4_000_000 / (17.2 / 0.082)) - 1)).toBeLessThan(0.05);
    const oneDay = lengths.filter((days) => days === 1).length / lengths.length;
    expect(Math.abs(oneDay - (0.6 / 2 + 0.4 / 40))).toBeLessThan(4 * Math.sqrt((0.31 * 0.69) / lengths.length));
  });

  it('never touch, never are empty and stay within the days', () => {
    let last = -1;
    sicknessSpells({ ...rules, share: 0.5, longMean: 1 }, new RandomStream('s', 0, 't'), 3000, (from, to) => {
      expect(from).toBeGreaterThan(last);
      expect(to).toBeGreaterThan(from);
      expect(to).toBeLessThanOrEqual(3000);
      last = to;
    });
    expect(last).toBeGreaterThan(2900);
  });

  it('do not occur when the share is zero', () => {
    sicknessSpells({ ...rules, share: 0 }, new RandomStream('s', 0, 't'), 1000, () => expect.unreachable());
  });
});

describe('absence', () => {
  const wards = [
    { people: 60, posts: 8 },
    { people: 40, posts: 5, employer: 'districts', site: -1 },
  ];
  const days = 365;
  const of = (replication: number, described = wards, lastDay = days, from = inputs): Absence =>
    new Absence(from, calendar, madeWorkforce(described, 420), 'seed', replication, -1, lastDay);

  it('has the shares of the data: sickness by employer, training of all planned shifts', () => {
    const workforce = madeWorkforce(wards, 420);
    const counts = [
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ];
    for (let replication = 0; replication < 60; replication++) {
      const absence = of(replication);
      for (const { number, unit } of workforce.people) {
        for (let day = 0; day < days; day++) {
          if (workforce.plannedShift(number, day) !== 0) counts[unit]![absence.of(number, day)]!++;
        }
      }
    }
    const [hospital, district] = counts.map(([none, holiday, sickness, training]) => ({
      sick: sickness! / (none! + sickness! + training!),
      training: training! / (none! + holiday! + sickness! + training!),
      holiday: holiday! / (none! + holiday! + sickness! + training!),
    }));
    expect(hospital!.sick).toBeCloseTo(0.082, 2);
    expect(district!.sick).toBeCloseTo(0.07, 2);
    expect(hospital!.holiday).toBeCloseTo(5 / 52.14, 2);
    // Holidays (9.6 %) and sickness (8.2 %) take what falls on them; the public holidays of spring take a little more.
    expect(hospital!.training).toBeGreaterThan(0.037);
    expect(hospital!.training).toBeLessThan(0.045);
  });

  it('is known beforehand when it is a holiday or training, also when she falls ill', () => {
    const ill = changed(inputs, ({ data }) => {
      data.absence.sickness.hospitals = 0.5;
    });
    const absence = of(0, wards, days, ill);
    let illInTraining = 0;
    for (let person = 0; person < 60; person++) {
      for (let day = -1; day < days; day++) {
        const kind = absence.of(person, day);
        if (kind === AbsenceKind.holiday || kind === AbsenceKind.training) {
          expect(absence.knownBefore(person, day)).toBe(true);
        } else if (kind === AbsenceKind.none) expect(absence.knownBefore(person, day)).toBe(false);
        else if (absence.knownBefore(person, day)) illInTraining++;
      }
    }
    expect(illInTraining).toBeGreaterThan(0);
  });

  it('of a person stays when another unit or the end changes, and differs between replications', () => {
    const daysOf = (absence: Absence, person: number): string =>
      Array.from({ length: 200 }, (_, day) => absence.of(person, day)).join('');
    const base = of(3);
    const longer = of(3, wards, 400);
    const otherUnit = of(3, [wards[0]!, { ...wards[1]!, people: 7, posts: 1 }]);
    for (let person = 0; person < 60; person++) {
      expect(daysOf(longer, person)).toBe(daysOf(base, person));
      expect(daysOf(otherUnit, person)).toBe(daysOf(base, person));
    }
    const others = Array.from({ length: 60 }, (_, person) => daysOf(of(4), person) === daysOf(base, person));
    expect(others.filter(Boolean).length).toBeLessThan(60 / 3);
  });

  it('is none outside the days that were drawn', () => {
    const absence = of(0);
    for (let person = 0; person < 100; person++) {
      expect([absence.of(person, -2), absence.of(person, days + 1)]).toEqual([0, 0]);
    }
  });
});
