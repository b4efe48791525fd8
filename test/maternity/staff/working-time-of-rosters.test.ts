import { describe, expect, it } from 'vitest';
import { breachesByRule } from '../../../sim-core/maternity/staff/breach.ts';
import {
  contractOf,
  plannedTime,
  rosterBreaches,
  workedBreaches,
} from '../../../sim-core/maternity/staff/working-time-breaches.ts';
import { workingTimeLimits } from '../../../sim-core/maternity/staff/working-time-rules.ts';
import type { ShiftCode } from '../../../sim-core/maternity/staff/unit.ts';
import { runStaffing } from './staffing-run.ts';

const fullWeek: readonly ShiftCode[] = [1, 1, 1, 1, 1, 0, 0];

describe('the breaches of a roster', () => {
  it('are none where five days of eight hours by day are 37.5 with the breaks, and many on a rota of 35.5', () => {
    const run = runStaffing(
      [
        { people: 3, posts: 0, pattern: 'day', kind: 'healthStation', site: -1, cycle: fullWeek, shiftBy: 0 },
        { people: 2, posts: 0, cycle: fullWeek, shiftBy: 0 },
      ],
      { start: '2027-01-11', days: 56 },
    );
    const breaches = rosterBreaches(run);
    // Eight weeks of 40 hours, less 12.5 hours that a roster may miss the contract by.
    expect(breaches.map(({ rule, person, size }) => [rule, person, size / 60])).toEqual([
      ['contractHours', 3, 40 - 35.5 - 12.5 / 8],
      ['contractHours', 4, 40 - 35.5 - 12.5 / 8],
    ]);
  });

  it('know the shifts before and after the horizon', () => {
    // An evening on the last day before the horizon does not begin within it; one on its last day does.
    const cycle: readonly ShiftCode[] = [2, 1, 0, 0, 0, 0, 0];
    const run = runStaffing([{ people: 1, posts: 0, cycle }], { start: '2027-01-11', days: 15 }, ({ data }) => {
      data.workingTime.dailyRest.agreementInForce = false;
    });
    const evenings = Array.from({ length: 15 }, (_, day) => day).filter(
      (day) => run.workforce.plannedShift(0, day) === 2,
    );
    const breaches = rosterBreaches(run).filter(({ rule }) => rule === 'dailyRest');
    expect(breaches.map(({ day, size }) => [day, size])).toEqual(evenings.map((day) => [day, 120]));
    expect(breachesByRule(breaches)).toEqual({ dailyRest: evenings.length });
  });

  it('come from as many spells as the roster has shifts, and from contracts by position', () => {
    const run = runStaffing([{ people: 6, posts: 0, positions: [0.5, 1] }], { days: 21 });
    const spells = plannedTime(run.workforce, run.shiftTimes, 0, 21);
    // The made cycle has eleven shifts in 21 days.
    expect(spells.length).toBe(6 * 11);
    const { week } = contractOf(run.workforce, workingTimeLimits(run.inputs));
    expect([...week].slice(0, 2)).toEqual([0.5 * 35.5 * 60, 35.5 * 60]);
  });
});

describe('the breaches of the hours worked', () => {
  it('count a call-out in the night between two days at work', () => {
    const run = runStaffing([{ people: 1, posts: 0, cycle: fullWeek, shiftBy: 0 }], { days: 14 }, ({ data }) => {
      Object.assign(data.absence.sickness, { hospitals: 0 });
      data.absence.training = 0;
      Object.assign(data.absence.holiday, { weeks: 0, summerWeeks: 0 });
    });
    const { staffing, calendar, workforce } = run;
    expect([0, 1].map((day) => workforce.plannedShift(0, day))).toEqual([1, 1]);
    expect(workedBreaches(run, staffing.worked)).toEqual([]);
    const called = calendar.timeAt(0, 23 * 60);
    staffing.book(0, 0, 3, called, called + 120);
    // In the day and night from Monday's shift she is free from 15:30 to 23:00, and from 1:00 to 7:30: 7.5 hours at the
    // most, where 8 are agreed. In those from the call she is free from 1:00 to 7:30, and from 15:30 to 23:00.
    const breach = { rule: 'dailyRest', person: 0, day: 0, size: 30, basis: 'worked' };
    expect(workedBreaches(run, staffing.worked)).toEqual([breach, breach]);
  });
});
