import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calendar, clockMinutes, formatDate, parseDate } from '../../sim-core/kernel/index.ts';
import { minute, oslo, osloMidnight } from './oslo-clock.ts';

function shown(calendar: Calendar, time: number) {
  const day = calendar.dayOf(time);
  return {
    date: formatDate(calendar.dateOf(time)),
    clock: calendar.clockOf(time),
    weekday: calendar.weekday(day),
  };
}

const shortDays = ['2026-03-29', '2027-03-28', '2028-03-26', '2029-03-25', '2030-03-31', '2031-03-30', '2035-03-25'];
const longDays = ['2026-10-25', '2027-10-31', '2028-10-29', '2029-10-28', '2030-10-27', '2031-10-26', '2035-10-28'];
const firstDay = fc
  .integer({ min: 0, max: 3652 })
  .map((days) => formatDate(new Calendar('2026-01-01').dateOfDay(days)));

describe('the calendar', () => {
  it('shows what a clock in Oslo shows, at random minutes from 2026 to 2035', () => {
    const calendar = new Calendar('2026-01-01');
    const start = osloMidnight('2026-01-01');
    const minutes = fc.integer({ min: 0, max: (osloMidnight('2036-01-01') - start) / minute - 1 });
    fc.assert(
      fc.property(minutes, (time) => {
        expect(shown(calendar, time)).toEqual(oslo(start + time * minute));
      }),
      { seed: 1, numRuns: 5000 },
    );
  });

  it('shows what a clock in Oslo shows whatever its first day is', () => {
    fc.assert(
      fc.property(firstDay, fc.integer({ min: 0, max: 600_000 }), (first, time) => {
        expect(shown(new Calendar(first), time)).toEqual(oslo(osloMidnight(first) + time * minute));
      }),
      { seed: 2, numRuns: 1000 },
    );
  });

  it.each([...shortDays, ...longDays])(
    'shows what a clock in Oslo shows, every minute around the night of %s',
    (date) => {
      const calendar = new Calendar('2026-01-01');
      const start = osloMidnight('2026-01-01');
      const from = (osloMidnight(date) - start) / minute;
      for (let time = from - 90; time < from + 330; time++) {
        const found = shown(calendar, time);
        const expected = oslo(start + time * minute);
        if (found.date !== expected.date || found.clock !== expected.clock) {
          throw new Error(`Minute ${time} shows ${found.date} ${found.clock}, not ${expected.date} ${expected.clock}`);
        }
      }
    },
  );

  it('knows the days with 23 and 25 hours, and no others', () => {
    const calendar = new Calendar('2026-01-01');
    const found: Record<number, string[]> = { 1380: [], 1440: [], 1500: [] };
    for (let day = 0; calendar.dateOfDay(day).year < 2032; day++) {
      found[calendar.lengthOf(day)]!.push(formatDate(calendar.dateOfDay(day)));
      expect(calendar.midnight(day + 1) - calendar.midnight(day)).toBe(calendar.lengthOf(day));
    }
    expect(found[1380]).toEqual(shortDays.slice(0, 6));
    expect(found[1500]).toEqual(longDays.slice(0, 6));
  });

  it('finds the first instant at which a clock in Oslo shows a time, on the nights when it is changed', () => {
    for (const date of [...shortDays, ...longDays]) {
      const calendar = new Calendar(date);
      const start = osloMidnight(date);
      const first = new Map<number, number>();
      for (let time = 0; time < 420; time++) {
        const { clock } = oslo(start + time * minute);
        if (!first.has(clock)) first.set(clock, time);
      }
      for (let clock = 0; clock < 360; clock++) {
        // A time that is skipped is taken as the same minute of the next hour.
        expect(calendar.timeAt(0, clock)).toBe(first.get(clock) ?? first.get(clock + 60));
      }
    }
  });

  it('returns from a time of day to the same time of day, unless the hour is skipped', () => {
    fc.assert(
      fc.property(firstDay, fc.nat(800), fc.nat(1439), (first, day, clock) => {
        const calendar = new Calendar(first);
        const time = calendar.timeAt(day, clock);
        expect(calendar.dayOf(time)).toBe(day);
        const skipped = calendar.lengthOf(day) === 1380 && clock >= 120 && clock < 180;
        expect(calendar.clockOf(time)).toBe(skipped ? clock + 60 : clock);
        expect(calendar.timeAt(day, clock + 2880)).toBe(calendar.timeAt(day + 2, clock));
      }),
      { seed: 3, numRuns: 2000 },
    );
  });

  it('keeps fractions of a minute', () => {
    const calendar = new Calendar('2026-03-29');
    expect(calendar.clockOf(119.5)).toBe(119.5);
    expect(calendar.clockOf(120.25)).toBe(180.25);
    expect(calendar.timeAt(0, 180.25)).toBe(120.25);
    expect(calendar.dayOf(1379.75)).toBe(0);
    expect(calendar.dayOf(1380)).toBe(1);
  });

  it('numbers days from its first, backwards too', () => {
    const calendar = new Calendar('2026-03-01');
    expect(calendar.dayNumber('2026-03-01')).toBe(0);
    expect(calendar.dayNumber('2027-03-01')).toBe(365);
    expect(calendar.dayNumber('2026-02-27')).toBe(-2);
    expect(calendar.weekday(-2)).toBe(4);
    expect(formatDate(calendar.dateOfDay(-1))).toBe('2026-02-28');
  });

  it('finds the next working day past weekends and holidays', () => {
    const calendar = new Calendar('2026-01-01');
    const next = (date: string) => formatDate(calendar.dateOfDay(calendar.nextWorkingDay(calendar.dayNumber(date))));
    expect(next('2026-01-01')).toBe('2026-01-02');
    expect(next('2026-01-02')).toBe('2026-01-02');
    expect(next('2026-04-02')).toBe('2026-04-07');
    expect(next('2026-05-14')).toBe('2026-05-15');
    expect(next('2026-05-16')).toBe('2026-05-18');
    expect(next('2026-12-25')).toBe('2026-12-28');
    expect(next('2027-05-15')).toBe('2027-05-18');
  });

  it('reads dates and refuses what is none', () => {
    expect(parseDate('2028-02-29')).toEqual({ year: 2028, month: 2, day: 29 });
    for (const text of [
      '2027-02-29',
      '2026-13-01',
      '2026-04-31',
      '2026-00-10',
      '26-01-01',
      '2026-1-1',
      '',
      '2026-01-01 ',
    ]) {
      expect(() => new Calendar(text)).toThrow(`"${text}" is not a date: expected yyyy-mm-dd`);
    }
  });

  it('reads times of day and refuses what is none', () => {
    expect(['00:00', '08:15', '23:59', '24:00'].map(clockMinutes)).toEqual([0, 495, 1439, 1440]);
    for (const text of ['24:01', '8:15', '08:60', '08.15', '', '08:15 ', 'noon']) {
      expect(() => clockMinutes(text)).toThrow(`"${text}" is not a time of day: expected hh:mm, 00:00 to 24:00`);
    }
  });

  it('looks back before its first day, as a clock in Oslo shows it', () => {
    const calendar = new Calendar('2026-04-02');
    const start = osloMidnight('2026-04-02');
    for (let time = -14_400; time < 1440; time += 7) expect(shown(calendar, time)).toEqual(oslo(start + time * minute));
    expect(calendar.midnight(-4)).toBe(-3 * 1440 - 1380);
    expect(calendar.timeAt(-1, 1320)).toBe(-120);
    expect(calendar.dayOf(-0.25)).toBe(-1);
  });

  it('refuses an instant that is none, instead of searching for it for ever', () => {
    const calendar = new Calendar('2026-01-01');
    for (const time of [NaN, Infinity, -Infinity]) {
      expect(() => calendar.clockOf(time)).toThrow(`${time} is not an instant: it must be finite`);
    }
  });

  it('divides each day into stretches on which every clock time comes once', () => {
    for (const date of ['2026-03-28', shortDays[0]!, longDays[0]!]) {
      const calendar = new Calendar(date);
      const start = osloMidnight(date);
      const found: number[] = [];
      for (const { from, to, zero } of calendar.clockStretches(0)) {
        for (let clock = from; clock < to; clock++) {
          found.push(zero + clock);
          expect(oslo(start + (zero + clock) * minute)).toMatchObject({ date, clock });
        }
      }
      expect(found).toEqual(Array.from({ length: calendar.lengthOf(0) }, (_, index) => index));
    }
  });

  it('counts civil days as the engine counts them in UTC, over four centuries', () => {
    const calendar = new Calendar('1900-01-01');
    const start = Date.UTC(1900, 0, 1);
    for (let day = 0; day < 146_097; day += 13) {
      const expected = new Date(start + day * 1440 * minute);
      const date = formatDate(calendar.dateOfDay(day));
      if (date !== expected.toISOString().slice(0, 10)) throw new Error(`Day ${day} is ${date}`);
      if (calendar.dayNumber(date) !== day) throw new Error(`${date} is not day ${day} again`);
      if (calendar.weekday(day) !== (expected.getUTCDay() + 6) % 7) throw new Error(`Weekday of ${date}`);
    }
  });
});
