import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calendar } from '../../../sim-core/kernel/index.ts';
import { breachesByRule, type Breach } from '../../../sim-core/maternity/staff/breach.ts';
import { WorkedTime } from '../../../sim-core/maternity/staff/worked-time.ts';
import { checkWorkingTime, type WorkingTimeCheck } from '../../../sim-core/maternity/staff/working-time-check.ts';
import {
  workingTimeLimits,
  workingTimeRules,
  type WorkingTimeLimits,
  type WorkingTimeRule,
} from '../../../sim-core/maternity/staff/working-time-rules.ts';
import { changed, shippedInputs } from '../../support/scenarios.ts';

const hour = 60;
/** Monday 4 January 2027 is day 0. */
const calendar = new Calendar('2027-01-04');
const limits: WorkingTimeLimits = {
  dailyRest: 11 * hour,
  weeklyRest: 35 * hour,
  shiftLength: 9 * hour,
  averageWeek: 48 * hour,
  averageOver: 8,
  longestWeek: 50 * hour,
  sundays: 1,
  sundayFrom: 18 * hour,
  sundayUntil: 22 * hour,
  contractHours: 0,
  unpaidBreakByDay: 0.5 * hour,
  fullTimeWeek: { rota: 35.5 * hour, day: 37.5 * hour, onCall: 35.5 * hour },
  onCall: 0.2,
};
/** No rule can be broken but the ones that are named. */
const lax: WorkingTimeLimits = {
  ...limits,
  dailyRest: 0,
  weeklyRest: 0,
  shiftLength: Infinity,
  averageWeek: Infinity,
  longestWeek: Infinity,
  sundays: Infinity,
};

type Spell = [day: number, from: number, to: number];

/** Spells of one person by clock hours; an end over 24 is on the morning after. */
function worked(spells: readonly Spell[], person = 0): WorkedTime {
  const time = new WorkedTime();
  for (const [day, from, to] of spells) {
    time.add(person, 0, 0, calendar.timeAt(day, from * hour), calendar.timeAt(day, to * hour));
  }
  return time;
}

function check(
  spells: readonly Spell[],
  only: readonly WorkingTimeRule[],
  more: Partial<WorkingTimeCheck> = {},
  own: Partial<WorkingTimeLimits> = {},
): Breach[] {
  const chosen = Object.fromEntries(only.map((rule) => [rule, limits[rule]]));
  return checkWorkingTime({
    limits: { ...lax, ...chosen, ...own },
    calendar,
    basis: 'worked',
    spells: worked(spells),
    people: 1,
    fromDay: 0,
    toDay: 56,
    ...more,
  });
}

const sizes = (breaches: readonly Breach[]): [WorkingTimeRule, number, number][] =>
  breaches.map(({ rule, day, size }) => [rule, day, size / hour]);

describe('daily rest', () => {
  it('is broken by a day shift after an evening, by two hours', () => {
    expect(
      sizes(
        check(
          [
            [2, 15, 22.5],
            [3, 7.5, 15.5],
          ],
          ['dailyRest'],
        ),
      ),
    ).toEqual([['dailyRest', 2, 2]]);
  });

  it('is broken by an evening after a night, and by a night after a day on the same date', () => {
    expect(
      sizes(
        check(
          [
            [2, 22, 32],
            [3, 15, 22.5],
          ],
          ['dailyRest'],
        ),
      ),
    ).toEqual([['dailyRest', 2, 4]]);
    expect(
      sizes(
        check(
          [
            [2, 7.5, 15.5],
            [2, 22, 32],
          ],
          ['dailyRest'],
        ),
      ),
    ).toEqual([['dailyRest', 2, 4.5]]);
  });

  it('is kept by a working day in two parts with the night free, and by nights in a row', () => {
    expect(
      check(
        [
          [2, 8, 12],
          [2, 18, 20],
          [3, 8, 12],
        ],
        ['dailyRest'],
      ),
    ).toEqual([]);
    expect(
      check(
        [
          [2, 22, 32],
          [3, 22, 32],
          [4, 22, 32],
        ],
        ['dailyRest'],
      ),
    ).toEqual([]);
  });

  it('is one breach when several spells have the same rest too short', () => {
    const breaches = check(
      [
        [2, 8, 9],
        [2, 10, 11],
        [2, 12, 13],
        [2, 20, 30],
      ],
      ['dailyRest'],
    );
    expect(sizes(breaches)).toEqual([['dailyRest', 2, 4]]);
  });

  it('lasts an hour less in the night when the clock goes forward, and one more when it goes back', () => {
    // Saturday evening to Sunday morning, 22:00 to 09:00 by the clock: 11 hours, 10 in spring and 12 in autumn.
    const night = (sunday: string): Spell[] => {
      const day = calendar.dayNumber(sunday);
      return [
        [day - 1, 15, 22],
        [day, 9, 15],
      ];
    };
    const until = { toDay: 400 };
    expect(check(night('2027-03-21'), ['dailyRest'], until)).toEqual([]);
    expect(sizes(check(night('2027-03-28'), ['dailyRest'], until))).toEqual([
      ['dailyRest', calendar.dayNumber('2027-03-27'), 1],
    ]);
    expect(check(night('2027-10-31'), ['dailyRest'], until, { dailyRest: 12 * hour })).toEqual([]);
  });

  it('has a shorter limit by agreement', () => {
    expect(
      check(
        [
          [2, 15, 22.5],
          [3, 7.5, 15.5],
        ],
        [],
        {},
        { dailyRest: 8 * hour },
      ),
    ).toEqual([]);
  });
});

describe('weekly rest', () => {
  const days = (...on: number[]): Spell[] => on.map((day): Spell => [day, 8, 16]);

  it('lacks when no free day is left, by 35 hours less the 16 of a night', () => {
    const week = days(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    expect(sizes(check(week, ['weeklyRest']))).toEqual([['weeklyRest', 0, 19]]);
  });

  it('counts in full for the week in which it begins', () => {
    // Free from Sunday 16:00 to Tuesday 08:00: 40 hours. The week after has 32 of them and nothing else.
    const broken = days(0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15);
    expect(sizes(check(broken, ['weeklyRest'], { toDay: 14 }))).toEqual([['weeklyRest', 7, 3]]);
  });

  it('is plenty in a week without work, and in weeks after it', () => {
    expect(check(days(0, 30), ['weeklyRest'])).toEqual([]);
  });
});

describe('the length of a shift', () => {
  it('is broken by a night of ten hours, unless 12.5 are agreed', () => {
    expect(sizes(check([[2, 22, 32]], ['shiftLength']))).toEqual([['shiftLength', 2, 1]]);
    expect(check([[2, 22, 32]], [], {}, { shiftLength: 12.5 * hour })).toEqual([]);
  });

  it('is that of both when a shift follows upon another', () => {
    expect(
      sizes(
        check(
          [
            [2, 15, 22.5],
            [2, 7.5, 15.5],
          ],
          ['shiftLength'],
        ),
      ),
    ).toEqual([['shiftLength', 2, 6]]);
  });

  it('is in elapsed hours on the nights when the clock is changed', () => {
    const night = (date: string): Spell[] => [[calendar.dayNumber(date), 22, 32]];
    const until = { toDay: 400 };
    expect(check(night('2027-03-27'), ['shiftLength'], until)).toEqual([]);
    expect(sizes(check(night('2027-10-30'), ['shiftLength'], until)).map(([, , size]) => size)).toEqual([2]);
  });
});

describe('weekly hours', () => {
  it('are cut at midnight between Sunday and Monday', () => {
    // 48 hours from Monday to Saturday and two hours of Sunday night: exactly 50.
    const week: Spell[] = [0, 1, 2, 3, 4, 5].map((day) => [day, 8, 16]);
    expect(check([...week, [6, 22, 32]], ['longestWeek'])).toEqual([]);
    expect(sizes(check([...week, [6, 21, 31]], ['longestWeek']))).toEqual([['longestWeek', 0, 1]]);
  });

  it('are averaged over eight weeks', () => {
    const weeks = (hoursOfFirst: number, others: number): Spell[] =>
      Array.from({ length: 8 }, (_, week): Spell[] => {
        const perDay = (week === 0 ? hoursOfFirst : others) / 6;
        return [0, 1, 2, 3, 4, 5].map((day): Spell => [week * 7 + day, 6, 6 + perDay]);
      }).flat();
    expect(check(weeks(90, 42), ['averageWeek'])).toEqual([]);
    expect(sizes(check(weeks(90, 44), ['averageWeek']))).toEqual([['averageWeek', 0, (90 + 7 * 44) / 8 - 48]]);
  });

  it('count turns on call by their factor', () => {
    const week: Spell[] = [0, 1, 2, 3, 4].map((day) => [day, 8, 16]);
    const onCall = worked([
      [5, 0, 24],
      [6, 0, 24],
    ]);
    expect(check(week, ['longestWeek'], { onCall })).toEqual([]);
    const breaches = check(week, ['longestWeek'], { onCall }, { onCall: 0.25 });
    expect(sizes(breaches)).toEqual([['longestWeek', 0, 2]]);
  });

  it('are set against the contract when a roster is checked, and not for hours worked', () => {
    const spells: Spell[] = Array.from({ length: 40 }, (_, index) => [Math.floor(index / 5) * 7 + (index % 5), 8, 16]);
    const contract = { week: Float64Array.of(37.5 * hour), unpaidBreak: Float64Array.of(0) };
    const planned = check(spells, ['contractHours'], { contract, basis: 'planned' });
    expect(sizes(planned)).toEqual([['contractHours', 0, 2.5]]);
    expect(check(spells, ['contractHours'], { contract })).toEqual([]);
    const withBreaks = { ...contract, unpaidBreak: Float64Array.of(0.5 * hour) };
    expect(check(spells, ['contractHours'], { contract: withBreaks, basis: 'planned' })).toEqual([]);
    expect(check(spells, [], { contract, basis: 'planned' }, { contractHours: 20 * hour })).toEqual([]);
  });
});

describe('Sundays', () => {
  it('may not be worked two in a row without an agreement', () => {
    const sundays: Spell[] = [
      [6, 8, 16],
      [13, 8, 16],
      [20, 8, 16],
      [34, 8, 16],
    ];
    expect(sizes(check(sundays, ['sundays'])).map(([, day]) => day)).toEqual([13, 20]);
    expect(check(sundays, [], {}, { sundays: 3 })).toEqual([]);
  });

  it('begin on Saturday at 18 and end at 22', () => {
    expect(
      check(
        [
          [5, 12, 18],
          [12, 12, 18],
        ],
        ['sundays'],
      ),
    ).toEqual([]);
    expect(
      check(
        [
          [5, 12, 19],
          [12, 12, 19],
        ],
        ['sundays'],
      ),
    ).toHaveLength(1);
    expect(
      check(
        [
          [6, 22, 32],
          [13, 22, 32],
        ],
        ['sundays'],
      ),
    ).toEqual([]);
  });
});

describe('any spells', () => {
  const spells = fc.array(
    fc.record({
      person: fc.nat({ max: 2 }),
      start: fc.nat({ max: 56 * 48 }),
      halfHours: fc.integer({ min: 1, max: 30 }),
    }),
    { maxLength: 120 },
  );
  const columns = (list: readonly { person: number; start: number; halfHours: number }[]): WorkedTime => {
    const time = new WorkedTime();
    for (const { person, start, halfHours } of list) {
      time.add(person, 0, 0, start * 30, (start + halfHours) * 30);
    }
    return time;
  };
  const base = {
    calendar,
    basis: 'planned',
    people: 3,
    contract: { week: Float64Array.of(1200, 1800, 2000), unpaidBreak: new Float64Array(3) },
  } as const;
  const whole = { fromDay: 0, toDay: 56 };

  it('break no fewer rules when a limit is made stricter', () => {
    const harder: Partial<WorkingTimeLimits>[] = [
      { dailyRest: 12.5 * hour },
      { weeklyRest: 50 * hour },
      { shiftLength: 7 * hour },
      { averageWeek: 30 * hour },
      { longestWeek: 20 * hour },
      { sundays: 0 },
      { contractHours: -100 },
    ];
    fc.assert(
      fc.property(spells, fc.constantFrom(...harder), (list, own) => {
        const time = columns(list);
        const of = (chosen: WorkingTimeLimits) =>
          breachesByRule(checkWorkingTime({ ...base, ...whole, limits: chosen, spells: time }));
        const [loose, strict] = [of(limits), of({ ...limits, ...own })];
        for (const rule of workingTimeRules) {
          expect(strict[rule] ?? 0).toBeGreaterThanOrEqual(loose[rule] ?? 0);
        }
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  it('give the same breaches in whatever order they were booked', () => {
    fc.assert(
      fc.property(spells, (list) => {
        const of = (order: typeof list) => checkWorkingTime({ ...base, ...whole, limits, spells: columns(order) });
        expect(of([...list].reverse())).toEqual(of(list));
      }),
      { numRuns: 100, seed: 2 },
    );
  });

  it('break daily rest exactly where a slow search finds a day and night without it', () => {
    fc.assert(
      fc.property(spells, (list) => {
        const own = list.map((spell) => ({ ...spell, person: 0 }));
        const found = checkWorkingTime({
          ...base,
          ...whole,
          limits: { ...lax, dailyRest: 11 * hour },
          spells: columns(own),
        });
        const busy = new Uint8Array(60 * 48);
        for (const { start, halfHours } of own) busy.fill(1, start, start + halfHours);
        const days = new Set<number>();
        for (let slot = 0; slot < 56 * 48; slot++) {
          if (busy[slot] !== 1 || busy[slot - 1] === 1) continue;
          const free = [...busy.subarray(slot, slot + 48)]
            .join('')
            .split('1')
            .map((stretch) => stretch.length);
          if (Math.max(...free) < 22) days.add(Math.floor(slot / 48));
        }
        // Spells with the same rest are one breach, so a day may be told by the one before it.
        for (const { rule, day } of found) expect(rule === 'contractHours' || days.has(day)).toBe(true);
        expect(found.some(({ rule }) => rule === 'dailyRest')).toBe(days.size > 0);
      }),
      { numRuns: 200, seed: 3 },
    );
  });
});

describe('the limits in force', () => {
  it('are those of the agreements where they are in force, and of the law where they are not', () => {
    const inputs = shippedInputs('dagens');
    const agreed = workingTimeLimits(inputs);
    expect([agreed.dailyRest, agreed.weeklyRest, agreed.shiftLength].map((value) => value / hour)).toEqual([
      8, 28, 12.5,
    ]);
    const without = workingTimeLimits(
      changed(inputs, ({ data: { workingTime } }) => {
        for (const rule of ['dailyRest', 'weeklyRest', 'shiftLength', 'sundays', 'onCall'] as const) {
          workingTime[rule].agreementInForce = false;
        }
      }),
    );
    expect([without.dailyRest, without.weeklyRest, without.shiftLength].map((value) => value / hour)).toEqual([
      11, 35, 9,
    ]);
    expect(without.sundays).toBe(1);
    expect(without.onCall).toBeCloseTo(1 / 7, 5);
  });
});
