import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelInputs } from '../../../scenarios/schema/index.ts';
import { freshWorkforce } from '../../../sim-core/maternity/staff/make-workforce.ts';
import { coverageOf } from '../../../sim-core/maternity/staff/roster-coverage.ts';
import { ShiftTimes } from '../../../sim-core/maternity/staff/shift-times.ts';
import { ShiftCode } from '../../../sim-core/maternity/staff/unit.ts';
import type { Workforce } from '../../../sim-core/maternity/staff/workforce.ts';
import { rosterBreaches } from '../../../sim-core/maternity/staff/working-time-breaches.ts';
import { withCombinedPositions } from '../../support/combined-positions.ts';
import { clockOf, shippedInputs } from '../../support/scenarios.ts';

const today = shippedInputs('dagens');
const shifts = [ShiftCode.day, ShiftCode.evening, ShiftCode.night] as const;
const unpaidBreak = today.data.workingTime.unpaidBreakByDay;
const ward = 'ullevaal/labourWard/midwife';
const station = 'nordre-aker/healthStation/midwife';
const own = 'nordre-aker-1/combinedPosition/midwife';

function rostersOf(inputs: ModelInputs) {
  const { calendar } = clockOf(inputs);
  const workforce = freshWorkforce(inputs, calendar, '1');
  const indexOf = (id: string): number => workforce.units.findIndex((unit) => unit.id === id);
  return {
    inputs,
    calendar,
    workforce,
    shiftTimes: new ShiftTimes(inputs, calendar),
    fromDay: calendar.dayNumber(inputs.horizon.start),
    toDay: calendar.dayNumber(inputs.horizon.end) + 1,
    ward: indexOf(ward),
    station: indexOf(station),
    combined: workforce.peopleOf[indexOf(own)] ?? [],
  };
}

const before = rostersOf(today);
const combined = rostersOf(withCombinedPositions(today));

/** Paid hours of some people in each unit over the horizon, as if public holidays were ordinary days off. */
function hoursIn({ workforce, shiftTimes, fromDay, toDay, combined: people }: typeof combined): Map<number, number> {
  const hours = new Map<number, number>();
  for (const { number } of people) {
    for (let day = fromDay; day < toDay; day++) {
      const shift = workforce.plannedShift(number, day);
      if (shift === ShiftCode.off) continue;
      const unit = workforce.plannedUnit(number, day);
      const byDay = workforce.units[unit]!.pattern === 'day';
      const paid = shiftTimes.usualHours(shift) - (byDay ? unpaidBreak : 0);
      hours.set(unit, (hours.get(unit) ?? 0) + paid);
    }
  }
  return hours;
}

describe('people in combined positions', () => {
  it('have a unit of their own after all others, and positions that sum to the posts', () => {
    const { workforce } = rostersOf(withCombinedPositions(today, { districts: { 'nordre-aker': 2.4 } }));
    const unit = workforce.units.at(-1)!;
    expect(unit).toMatchObject({ id: own, kind: 'combinedPosition', employer: 'ous', site: 0, origin: 7, team: -1 });
    const positions = workforce.peopleOf[unit.index]!.map(({ position }) => position);
    expect(positions.slice(0, 2)).toEqual([1, 1]);
    expect(positions[2]).toBeCloseTo(0.4, 9);
    expect(workforce.units.slice(0, -1)).toEqual(before.workforce.units);
  });

  it('carry what each payer bears of their cost', () => {
    const costShares = { ous: 0.6, districts: 0.4 };
    const shared = rostersOf(withCombinedPositions(today, { costShares }));
    for (const person of shared.combined) {
      expect(person.employer).toBe('ous');
      expect(person.costShares).toEqual([
        { payer: 'ous', share: 0.6 },
        { payer: 'districts', share: 0.4 },
      ]);
    }
    expect(combined.combined[0]).not.toHaveProperty('costShares');
  });

  it.each([0.3, 0.5, 0.7])('divide their hours as agreed, %f of them on the ward', (wardShare) => {
    const rosters = rostersOf(withCombinedPositions(today, { wardShare }));
    const hours = hoursIn(rosters);
    expect(new Set(hours.keys())).toEqual(new Set([rosters.ward, rosters.station]));
    // A public holiday from Monday to Friday is off with pay in the station: a fifth of its week.
    const { fromDay, toDay, calendar } = rosters;
    let holidays = 0;
    for (let day = fromDay; day < toDay; day++) {
      if (calendar.isPublicHoliday(day) && calendar.weekday(day) < 5) holidays++;
    }
    const weekly = today.data.workingTime.fullTimeWeek.rota * rosters.combined.length;
    const atStation = hours.get(rosters.station)! + (holidays / 5) * weekly * (1 - wardShare);
    const onWard = hours.get(rosters.ward)!;
    expect(Math.abs(onWard / (onWard + atStation) - wardShare)).toBeLessThan(0.02);
    const contract = (weekly * (toDay - fromDay)) / 7;
    expect((onWard + atStation) / contract).toBeGreaterThan(0.95);
    expect((onWard + atStation) / contract).toBeLessThan(1.01);
  });

  it('are never in two places on a day, and never in their own unit', () => {
    const { workforce, fromDay, toDay, combined: people } = combined;
    const numbers = new Set(people.map(({ number }) => number));
    for (let day = fromDay; day < toDay; day++) {
      const seen = new Map<number, [number, ShiftCode]>();
      for (const unit of workforce.units) {
        for (const shift of shifts) {
          for (const number of workforce.planned(unit.index, shift, day)) {
            expect(seen.has(number)).toBe(false);
            seen.set(number, [unit.index, shift]);
          }
        }
      }
      for (const number of numbers) {
        const [unit, shift] = seen.get(number) ?? [-1, ShiftCode.off];
        expect(workforce.plannedUnit(number, day)).toBe(unit);
        expect(workforce.plannedShift(number, day)).toBe(shift);
      }
    }
  });

  it('work in the station on working days only', () => {
    const { workforce, calendar, fromDay, toDay, station: index, combined: people } = combined;
    for (const { number } of people) {
      for (let day = fromDay; day < toDay; day++) {
        if (workforce.plannedUnit(number, day) !== index) continue;
        expect(calendar.isWorkingDay(day)).toBe(true);
        expect(workforce.plannedShift(number, day)).toBe(ShiftCode.day);
      }
    }
  });

  it.each([0.2, 0.5, 0.8])('have rosters without a breach of any rule, %f of them on the ward', (wardShare) => {
    const rosters = rostersOf(withCombinedPositions(today, { wardShare, districts: { 'nordre-aker': 5.5 } }));
    const numbers = new Set(rosters.combined.map(({ number }) => number));
    expect(rosterBreaches(rosters).filter(({ person }) => numbers.has(person))).toEqual([]);
  });

  it('have rosters without a breach whatever the share, the posts, the ward and the start', () => {
    const plans = fc.record({
      wardShare: fc.integer({ min: 1, max: 9 }).map((tenths) => tenths / 10),
      districts: fc.record({
        'nordre-aker': fc.integer({ min: 1, max: 12 }).map((halves) => halves / 2),
        sagene: fc.integer({ min: 1, max: 6 }).map((halves) => halves / 2),
      }),
      unit: fc.constantFrom('labourWard' as const, 'postnatalWard' as const, 'antenatalWard' as const),
      start: fc.constantFrom('2026-11-16', '2027-02-03', '2027-07-01'),
    });
    fc.assert(
      fc.property(plans, ({ start, ...plan }) => {
        // The posts come from nowhere, as in a plan with new people.
        const rosters = rostersOf(withCombinedPositions(today, { ...plan, start, postsFrom: undefined }));
        const ofDay = new Map(rosters.workforce.units.map(({ index, kind }) => [index, kind]));
        const breaches = rosterBreaches(rosters).filter(
          ({ person }) => ofDay.get(rosters.workforce.people[person]!.unit) === 'combinedPosition',
        );
        expect(breaches).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it('have a full shift of rest before each shift, also between the two places', () => {
    const { workforce, shiftTimes, fromDay, toDay, combined: people } = combined;
    for (const { number } of people) {
      let end = -Infinity;
      for (let day = fromDay; day < toDay; day++) {
        const shift = workforce.plannedShift(number, day);
        if (shift === ShiftCode.off) continue;
        // The hour that is skipped in spring may be one of them.
        expect(shiftTimes.start(shift, day) - end).toBeGreaterThanOrEqual(10 * 60);
        end = shiftTimes.end(shift, day);
      }
    }
  });

  it('are there from the first day of the intervention to its last', () => {
    const {
      workforce,
      calendar,
      combined: people,
    } = rostersOf(withCombinedPositions(today, { start: '2027-03-10', end: '2027-09-19' }));
    const [first, end] = [calendar.dayNumber('2027-03-10'), calendar.dayNumber('2027-09-19') + 1];
    for (const { number } of people) {
      const works = (day: number): boolean => workforce.plannedShift(number, day) !== ShiftCode.off;
      const days = Array.from({ length: 360 }, (_, day) => day);
      expect(days.filter((day) => (day < first || day >= end) && works(day))).toEqual([]);
      expect(days.filter((day) => day >= first && day < first + 7 && works(day)).length).toBeGreaterThan(1);
      expect(days.filter((day) => day >= end - 7 && day < end && works(day)).length).toBeGreaterThan(1);
    }
  });
});

describe('the units that share people', () => {
  const open = ({ workforce, ward: index, fromDay, toDay }: typeof combined): number =>
    coverageOf(workforce, index, fromDay, toDay).missing.reduce((sum, { missing }) => sum + missing, 0);

  it('have the posts of the ward filled as before when as many posts come from it as are worked on it', () => {
    const [posts, postsBefore] = [combined, before].map(({ workforce, ward: index, fromDay, toDay }) => {
      return coverageOf(workforce, index, fromDay, toDay).posts;
    });
    expect(posts).toBe(postsBefore);
    expect(open(combined)).toBeLessThanOrEqual(open(before));
  });

  it('have nearly as many person-days in the station as before', () => {
    const daysAtStation = ({ workforce, station: index, fromDay, toDay }: typeof combined): number =>
      coverageOf(workforce, index, fromDay, toDay).planned;
    // Three posts of 35.5 hours a week in place of 37.5: five per cent less of the posts that were moved.
    const lost = 1 - daysAtStation(combined) / daysAtStation(before);
    expect(lost).toBeGreaterThan(0);
    expect(lost).toBeLessThan(0.07);
  });

  it('leave everybody else in peace', () => {
    const rosterOf = (workforce: Workforce, number: number): ShiftCode[] =>
      Array.from({ length: 400 }, (_, day) => workforce.plannedShift(number, day - 20));
    for (const { number, unit } of before.workforce.people) {
      if ([ward, station].includes(before.workforce.units[unit]!.id)) continue;
      expect(combined.workforce.people[number]).toEqual(before.workforce.people[number]);
      expect(rosterOf(combined.workforce, number)).toEqual(rosterOf(before.workforce, number));
    }
  });
});
