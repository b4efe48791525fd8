import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AbsenceKind } from '../../../sim-core/maternity/staff/absence.ts';
import type { ShiftCode } from '../../../sim-core/maternity/staff/unit.ts';
import { WorkKind } from '../../../sim-core/maternity/staff/worked-time.ts';
import { TraceState } from '../../../sim-core/maternity/trace-states.ts';
import type { MadeUnit } from './made-workforce.ts';
import { runStaffing, spellsOf, total, type StaffingRun } from './staffing-run.ts';

const nobodyAway = (inputs: StaffingRun['inputs']): void => {
  const { absence } = inputs.data;
  absence.sickness.hospitals = absence.sickness.districts = absence.training = 0;
  absence.holiday.weeks = absence.holiday.summerWeeks = 0;
};
const dayWork: readonly ShiftCode[] = [1, 1, 1, 1, 1, 0, 0];

describe('a unit whose people are never away', () => {
  const run = runStaffing([{ people: 10, posts: 0 }], { days: 14 }, nobodyAway);

  it('has everybody of the roster on duty from the start of her shift to its end', () => {
    const { duties, workforce, shiftTimes, calendar } = run;
    const expected = [];
    for (let day = -1; day < 14; day++) {
      for (const shift of [1, 2, 3] as const) {
        const [start, end] = [shiftTimes.start(shift, day), shiftTimes.end(shift, day)];
        if (end <= 0) continue;
        for (const person of workforce.planned(0, shift, day)) expected.push(`${person} ${Math.max(0, start)}-${end}`);
      }
    }
    expect(calendar.clockOf(duties.find(({ time }) => time > 0)!.time)).toBe(450);
    const seen = duties
      .filter(({ until }) => !Number.isNaN(until))
      .map(({ person, time, until }) => {
        const left = duties.find((duty) => Number.isNaN(duty.until) && duty.person === person && duty.time >= until);
        return `${person} ${time}-${left!.time}`;
      });
    expect(seen.sort()).toEqual(expected.sort());
  });

  it('finds the night of the evening before at work when the clock starts, and books it whole', () => {
    const night = run.workforce.planned(0, 3, -1);
    expect(night.length).toBeGreaterThan(0);
    const first = run.duties.slice(0, night.length);
    expect(first.map(({ time, person, until }) => [time, person, until])).toEqual(
      night.map((person) => [0, person, 8 * 60]),
    );
    expect(run.booked.slice(0, night.length).map(([, , , start]) => start)).toEqual(night.map(() => -2 * 60));
  });

  it('tells each spell once, to the books and to whoever keeps account', () => {
    const { worked } = run.staffing;
    expect(run.booked.length).toBe(worked.length);
    expect(run.booked.map(([person]) => person)).toEqual([...worked.person.view()]);
    const counted = run.booked.filter(([, , , start]) => start > 0);
    const hours = counted.reduce((sum, [, , , start, end]) => sum + (end - start) / 60, 0);
    expect(total(run.staffing.counts.plannedHours)).toBeCloseTo(hours, 6);
  });

  it('traces who comes and goes', () => {
    const rows = (state: number) => run.trace.select({ state }).length;
    expect(rows(TraceState.shiftBegins)).toBe(worked(run));
    expect(rows(TraceState.shiftEnds)).toBe(worked(run));
  });
});

const worked = ({ staffing }: StaffingRun): number => staffing.worked.length;

describe('the nights when the clock is changed', () => {
  it('are worked as long as they last', () => {
    const hoursOfNight = (start: string): number => {
      const run = runStaffing([{ people: 21, posts: 0, shiftBy: 1 }], { start, days: 2 }, nobodyAway);
      const begins = run.shiftTimes.start(3, 0);
      const spell = run.booked.find(([, , , from]) => from === begins)!;
      return (spell[4] - spell[3]) / 60;
    };
    expect([hoursOfNight('2027-03-20'), hoursOfNight('2027-03-27'), hoursOfNight('2027-10-30')]).toEqual([10, 9, 11]);
  });
});

describe('a unit that works by day', () => {
  const run = runStaffing(
    [{ people: 8, posts: 0, pattern: 'day', kind: 'healthStation', site: -1, cycle: dayWork, shiftBy: 0 }],
    { days: 182 },
  );

  it('has those who are not away on duty by day, and nobody in their place', () => {
    const { staffing, workforce, booked } = run;
    let present = 0;
    for (let day = 0; day < 182; day++) {
      for (const person of workforce.planned(0, 1, day)) if (!staffing.isAway(person, day)) present++;
    }
    expect(booked.length).toBe(present);
    expect(booked.every(([, , kind]) => kind === WorkKind.planned)).toBe(true);
    const { planned, onHoliday, sick, inTraining, open } = staffing.counts;
    expect(planned[0]! - onHoliday[0]! - sick[0]! - inTraining[0]!).toBe(present);
    expect(open[0]).toBe(0);
  });

  it('offers appointments on days that are planned, also when somebody will turn out to be ill', () => {
    const { staffing, workforce } = run;
    const kinds = new Map<number, boolean[]>();
    for (let day = 0; day < 182; day++) {
      for (const { number } of workforce.people) {
        if (workforce.plannedShift(number, day) === 0) expect(staffing.isPlannedToWork(number, day)).toBe(false);
        else {
          const kind = staffing.absence.of(number, day);
          kinds.set(kind, [...(kinds.get(kind) ?? []), staffing.isPlannedToWork(number, day)]);
        }
      }
    }
    expect(kinds.get(AbsenceKind.none)!.every(Boolean)).toBe(true);
    expect(kinds.get(AbsenceKind.sickness)!.filter(Boolean).length).toBeGreaterThan(20);
    expect([...kinds.get(AbsenceKind.holiday)!, ...kinds.get(AbsenceKind.training)!].some(Boolean)).toBe(false);
  });
});

describe('any staff', () => {
  const unit: fc.Arbitrary<MadeUnit> = fc.record({
    kind: fc.constantFrom('labourWard', 'postnatalWard', 'reception', 'antenatalWard'),
    site: fc.constantFrom(0, 1),
    people: fc.integer({ min: 0, max: 14 }),
    posts: fc.integer({ min: 0, max: 4 }),
    positions: fc.constantFrom([1], [0.5, 1], [0.75]),
    shiftBy: fc.integer({ min: 0, max: 3 }),
    otherUnits: fc.constantFrom([], [0, 1, 2]),
  });
  const scenario = fc.record({
    units: fc.array(unit, { minLength: 1, maxLength: 5 }),
    start: fc.constantFrom('2027-01-04', '2027-03-15', '2027-07-05', '2027-10-18'),
    willing: fc.constantFrom(0.1, 0.5, 1),
    sick: fc.constantFrom(0, 0.1, 0.5),
    hired: fc.integer({ min: 0, max: 3 }),
  });
  const everyRun = (test: (run: StaffingRun, most: number) => void, seed: number): void =>
    fc.assert(
      fc.property(scenario, ({ units, start, willing, sick, hired }) => {
        const run = runStaffing(units, { start, days: 21 }, ({ data: { absence, cover } }) => {
          absence.sickness.hospitals = sick;
          for (const terms of [cover.extraShift, cover.overtime]) {
            terms.willing = terms.willingInSummer = willing;
            terms.mostPerWeek = 3;
          }
          cover.hired.mostPerDay = cover.hired.mostPerDayInSummer = hired;
        });
        test(run, hired);
      }),
      { numRuns: 40, seed },
    );

  it('are in one place at a time', () => {
    everyRun((run) => {
      for (const spells of spellsOf(run)) {
        for (const [index, { end }] of spells.entries()) {
          expect(spells[index + 1]?.start ?? Infinity).toBeGreaterThanOrEqual(end);
        }
      }
      const where = new Map<number, number>();
      for (const { person, unit: at, until } of run.duties) {
        if (Number.isNaN(until)) {
          expect(where.get(person)).toBe(at);
          where.delete(person);
        } else {
          expect(where.has(person)).toBe(false);
          where.set(person, at);
        }
      }
      expect(where.size).toBe(0);
    }, 1);
  });

  it('fill the posts, or leave as many open as lack', () => {
    everyRun((run) => {
      const { workforce, shiftTimes, duties, staffing } = run;
      const open = new Map(
        staffing.counts.openPosts.map(({ unit: at, shift, day, posts }) => [`${at} ${shift} ${day}`, posts]),
      );
      for (const { index: at } of workforce.units) {
        for (let day = 0; day < 21; day++) {
          for (const shift of [1, 2, 3] as const) {
            const start = shiftTimes.start(shift, day);
            const end = shiftTimes.end(shift, day);
            const came = duties.filter((duty) => duty.unit === at && duty.time === start && duty.until === end).length;
            const lack = workforce.posts(at, shift, day) - came;
            expect(open.get(`${at} ${shift} ${day}`) ?? 0).toBe(Math.max(0, lack));
          }
        }
      }
      const { posts, planned, onHoliday, sick, inTraining } = staffing.counts;
      const { extraShifts, overtimeShifts, hiredShifts, borrowed, lent, open: left } = staffing.counts;
      expect(total(lent)).toBe(total(borrowed));
      for (const { index: at } of workforce.units) {
        const away = onHoliday[at]! + sick[at]! + inTraining[at]!;
        const cover = extraShifts[at]! + overtimeShifts[at]! + hiredShifts[at]! + borrowed[at]! - lent[at]!;
        expect(planned[at]! - away + cover + left[at]!).toBeGreaterThanOrEqual(posts[at]!);
      }
    }, 2);
  });

  it('rest eleven hours before and after a shift beyond the roster', () => {
    everyRun((run) => {
      for (const spells of spellsOf(run)) {
        for (const [index, { start, end, kind }] of spells.entries()) {
          if (kind === WorkKind.planned) continue;
          expect(start - (spells[index - 1]?.end ?? -Infinity)).toBeGreaterThanOrEqual(11 * 60);
          expect((spells[index + 1]?.start ?? Infinity) - end).toBeGreaterThanOrEqual(11 * 60);
        }
      }
    }, 3);
  });

  it('are never joined by more hired staff than the limit of a site and a day', () => {
    everyRun((run, most) => {
      const { workforce, calendar, hired, duties } = run;
      const perDay = new Map<string, number>();
      for (const { unit: at, start } of hired) {
        const key = `${workforce.units[at]!.site} ${calendar.dayOf(start)}`;
        perDay.set(key, (perDay.get(key) ?? 0) + 1);
      }
      for (const count of perDay.values()) expect(count).toBeLessThanOrEqual(most);
      const numbers = duties
        .filter(({ person, until }) => person < 0 && !Number.isNaN(until))
        .map(({ person }) => person);
      expect(numbers.length).toBe(hired.length);
      expect(new Set(numbers).size).toBe(numbers.length);
      if (numbers.length > 0) expect(Math.max(...numbers)).toBe(-100);
    }, 4);
  });
});
