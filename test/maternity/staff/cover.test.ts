import { describe, expect, it } from 'vitest';
import type { ModelInputs } from '../../../sim-core/maternity/model-inputs.ts';
import type { ShiftCode } from '../../../sim-core/maternity/staff/unit.ts';
import { WorkKind } from '../../../sim-core/maternity/staff/worked-time.ts';
import { messagesOf, plan } from '../../scenarios/support.ts';
import { runStaffing, spellsOf, total } from './staffing-run.ts';

type Policy = ModelInputs['data']['cover']['policy'];

/** Nobody is away, everybody says yes, and the policy is the one given. */
const policy =
  (...steps: Policy) =>
  ({ data: { absence, cover } }: ModelInputs): void => {
    absence.sickness.hospitals = absence.sickness.districts = absence.training = 0;
    absence.holiday.weeks = absence.holiday.summerWeeks = 0;
    cover.policy = steps;
    for (const terms of [cover.extraShift, cover.overtime]) terms.willing = terms.willingInSummer = 1;
  };
const dayOff: readonly ShiftCode[] = [0];
const always: readonly ShiftCode[] = [1, 1, 1, 1, 0, 0, 0];

describe('a shift with too few people', () => {
  it('is left open when the policy says no more', () => {
    const { staffing } = runStaffing([{ people: 0, posts: 2 }], { days: 10 }, policy('leaveOpen'));
    expect(staffing.counts.open[0]).toBe(10 * 3 * 2);
    expect(staffing.counts.openPosts.slice(0, 2)).toEqual([
      { unit: 0, shift: 1, day: 0, posts: 2 },
      { unit: 0, shift: 2, day: 0, posts: 2 },
    ]);
  });

  it('is covered by part-timers first and at ordinary pay, then by anybody as overtime, when that is the order', () => {
    const units = [{ people: 40, posts: 1, positions: [1, 0.5], cycle: dayOff }];
    const { staffing, booked, workforce } = runStaffing(
      units,
      { days: 7 },
      policy('extraShift', 'overtime', 'leaveOpen'),
    );
    // Twenty part-timers, each with one shift a week: 20 of the 21 shifts. Overtime takes what is left.
    expect(staffing.counts.extraShifts[0]).toBe(20);
    expect(staffing.counts.overtimeShifts[0]).toBe(1);
    expect(staffing.counts.open[0]).toBe(0);
    for (const [person, , kind] of booked) {
      if (kind === WorkKind.extraShift) expect(workforce.people[person]!.position).toBe(0.5);
    }
  });

  it('is covered by nobody who says no', () => {
    const { staffing } = runStaffing([{ people: 40, posts: 1, cycle: dayOff }], { days: 7 }, (inputs) => {
      policy('overtime', 'leaveOpen')(inputs);
      inputs.data.cover.overtime.willing = 0;
    });
    expect(staffing.counts.open[0]).toBe(21);
  });

  it('is refused by as many as the data say', () => {
    // One person is off every day and is asked for every day shift: she may take each that leaves eleven hours.
    const { staffing } = runStaffing([{ people: 30, posts: 30, cycle: dayOff }], { days: 140 }, (inputs) => {
      policy('overtime', 'leaveOpen')(inputs);
      Object.assign(inputs.data.cover.overtime, { willing: 0.1, mostPerWeek: 7 });
      inputs.data.workingTime.dailyRest.limit = 0;
    });
    // 12,600 requests; those at work already cannot come, which takes a little off the 10 %.
    const share = staffing.counts.overtimeShifts[0]! / (140 * 3 * 30);
    expect(share).toBeGreaterThan(0.085);
    expect(share).toBeLessThan(0.1);
  });

  it('is covered from a unit of the same site and profession with more people than posts', () => {
    const units = [
      { people: 4, posts: 1, cycle: always, shiftBy: 0, kind: 'postnatalWard' as const },
      { people: 0, posts: 2, kind: 'labourWard' as const },
      { people: 0, posts: 2, kind: 'labourWard' as const, site: 1 },
      { people: 0, posts: 2, kind: 'labourWard' as const, profession: 'assistant' as const },
    ];
    const { staffing, booked, duties } = runStaffing(units, { days: 28 }, policy('otherUnit', 'leaveOpen'));
    const { borrowed, lent, open } = staffing.counts;
    // Four are planned on 16 days of the 28 and one is needed at home; two of the three others are wanted.
    const days = booked.filter(([, unit]) => unit === 1).length / 2;
    expect(days).toBe(16);
    expect([...borrowed]).toEqual([0, 32, 0, 0]);
    expect([...lent]).toEqual([32, 0, 0, 0]);
    expect(booked.filter(([, unit]) => unit === 0).length).toBe(32);
    expect([...open]).toEqual([28 * 3 - 16, 28 * 6 - 32, 28 * 6, 28 * 6]);
    expect(duties.filter(({ unit, until }) => unit === 1 && !Number.isNaN(until)).length).toBe(32);
  });

  it('is covered from a unit that does not lend only by those who work in both', () => {
    const units = (otherUnits: number[]) => [
      { people: 3, posts: 0, cycle: always, shiftBy: 0, kind: 'antenatalWard' as const, otherUnits },
      { people: 0, posts: 2, kind: 'postnatalWard' as const },
    ];
    const of = (otherUnits: number[]) =>
      runStaffing(units(otherUnits), { days: 7 }, policy('otherUnit', 'leaveOpen')).staffing.counts.borrowed[1];
    expect(of([])).toBe(0);
    expect(of([1])).toBe(8);
  });

  it('is covered by hired staff up to the limit, more of them in summer', () => {
    const hired = (start: string): number =>
      runStaffing([{ people: 0, posts: 5 }], { start, days: 7 }, policy('hired', 'leaveOpen')).hired.filter(
        ({ start: from }) => from > 0,
      ).length;
    expect(hired('2027-02-01')).toBe(7 * 2);
    expect(hired('2027-07-05')).toBe(7 * 8);
  });

  it('is not covered in kinds of unit that the data leave out', () => {
    const run = runStaffing([{ people: 0, posts: 5 }], { days: 7 }, (inputs) => {
      policy('hired', 'leaveOpen')(inputs);
      inputs.data.cover.unitKinds = ['reception'];
    });
    expect(run.hired.length).toBe(0);
    expect(run.staffing.counts.open[0]).toBe(7 * 15);
  });
});

describe('shifts beyond the roster', () => {
  const units = [{ people: 12, posts: 9, positions: [0.5, 0.75, 1] }];

  it('keep within the most a week and the weekly hours on average', () => {
    const run = runStaffing(units, { days: 56 }, (inputs) => {
      policy('extraShift', 'overtime', 'leaveOpen')(inputs);
      inputs.data.cover.extraShift.mostPerWeek = inputs.data.cover.overtime.mostPerWeek = 2;
    });
    expect(total(run.staffing.counts.overtimeShifts)).toBeGreaterThan(50);
    for (const spells of spellsOf(run)) {
      for (let week = 0; week < 8; week++) {
        const inWeek = spells.filter(
          ({ kind, start }) =>
            kind !== WorkKind.planned &&
            run.calendar.dayOf(start) - week * 7 < 7 &&
            start >= run.calendar.midnight(week * 7),
        );
        expect(inWeek.length).toBeLessThanOrEqual(2);
      }
      const hours = spells
        .filter(({ start }) => start > 0)
        .reduce((sum, { start, end }) => sum + (end - start) / 60, 0);
      expect(hours / 8).toBeLessThanOrEqual(48);
    }
  });

  it('stay the same when another unit is added, as far as they do not share people', () => {
    const of = (more: number) => {
      const others = [{ people: more, posts: 3, site: 1 }];
      const run = runStaffing([...units, ...others], { days: 56 }, ({ data }) => {
        data.cover.policy = ['extraShift', 'overtime', 'leaveOpen'];
      });
      return run.booked.filter(([, unit]) => unit === 0);
    };
    expect(of(9)).toEqual(of(20));
    expect(of(9).some(([, , kind]) => kind !== WorkKind.planned)).toBe(true);
  });

  it('stay the same up to the last weeks when the horizon is longer', () => {
    const of = (days: number) => runStaffing(units, { days }).booked.filter(([, , , start]) => start < 28 * 1440);
    expect(of(112)).toEqual(of(140));
  });
});

describe('wrong data on staff', () => {
  const problem = (...lines: string[]) => messagesOf(plan('inputs:', ...lines))[0];
  const figure = (value: string, unit: string) => `{ value: ${value}, unit: ${unit}, source: Trial, confidence: U }`;

  it('is a daily rest of a whole day, or a weekly rest longer than the week', () => {
    const rest = (rule: string, hours: number) =>
      problem(`  workingTime: { ${rule}: { limit: ${figure(String(hours), 'hours')} } }`);
    expect(rest('dailyRest', 24)).toMatch(/inputs\.workingTime\.dailyRest\.limit\.value: found 24\. .* up to 23\.$/);
    expect(rest('weeklyRest', 169)).toMatch(/weeklyRest\.limit\.value: found 169\. .* up to 168\.$/);
  });

  it('is an agreement that is stricter than the law', () => {
    expect(problem(`  workingTime: { dailyRest: { byAgreement: ${figure('12', 'hours')} } }`)).toMatch(
      /inputs\.workingTime\.dailyRest\.byAgreement\.value: found 12\. Allowed: a number up to 11\.$/,
    );
    expect(problem(`  workingTime: { shiftLength: { byAgreement: ${figure('8', 'hours')} } }`)).toMatch(
      /byAgreement\.value: found 8\. Allowed: a number from 9\.$/,
    );
  });

  it('is a share above one, or a spell of less than a day', () => {
    const sickness = (key: string, value: string, unit: string) =>
      problem(`  absence: { sickness: { ${key}: ${figure(value, unit)} } }`);
    expect(sickness('shortShare', '1.2', 'share of spells')).toMatch(/shortShare\.value: found 1\.2\..* up to 1\.$/);
    expect(sickness('hospitals', '0.9', 'share of planned shifts')).toMatch(/found 0\.9\..* up to 0\.5\.$/);
    expect(sickness('shortMean', '0.5', 'days')).toMatch(/shortMean\.value: found 0\.5\. .* from 1 /);
  });

  it('is more weeks of holiday than summer can hold', () => {
    const weeks = (key: string, value: number, unit = 'weeks a year') =>
      problem(`  absence: { holiday: { ${key}: ${figure(String(value), unit)} } }`);
    expect(weeks('summerWeeks', 6)).toMatch(/summerWeeks\.value: found 6\. Allowed: a number up to 5\.$/);
    expect(weeks('lastSummerWeek', 27, 'week of the year')).toMatch(/summerWeeks\.value: found 3\. Allowed: .* 2\.$/);
    expect(weeks('lastSummerWeek', 20, 'week of the year')).toMatch(/lastSummerWeek\.value: found 20\. .* from 26\.$/);
  });

  it('is a policy with an unknown step, a step twice, or no end', () => {
    const steps = (list: string) => problem(`  cover: { policy: ${figure(`[${list}]`, 'steps in order')} }`);
    expect(steps('overtme, leaveOpen')).toMatch(
      /policy\.value\[0\]: found the text "overtme"; did you mean "overtime"\?/,
    );
    expect(steps('overtime, hired')).toMatch(/policy\.value\[1\]: found hired as the last step\. Allowed: leaveOpen/);
    expect(steps('leaveOpen, hired, leaveOpen')).toMatch(/policy\.value\[0\]: found leaveOpen before other steps\./);
    expect(steps('hired, hired, leaveOpen')).toMatch(/policy\.value\[1\]: found hired a second time\./);
  });
});
