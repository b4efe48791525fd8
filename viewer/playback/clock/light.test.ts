import { expect, test } from 'vitest';
import { Calendar } from '../../../sim-core/kernel/calendar.ts';
import { holidayOn, lightAt } from './light.ts';
import { shadingOf } from './shading.ts';

const calendar = new Calendar('2027-01-01');

test('the public holidays of 2027 have their names', () => {
  const named = Object.fromEntries(
    Array.from({ length: 365 }, (_, day) => day).flatMap((day) => {
      const holiday = holidayOn(calendar, day);
      const { month, day: dayOfMonth } = calendar.dateOfDay(day);
      return holiday ? [[`${month}-${dayOfMonth}`, holiday]] : [];
    }),
  );
  // From the almanac of the University of Oslo. In 2027 Whit Monday is 17 May.
  expect(named).toEqual({
    '1-1': 'newYearsDay',
    '3-25': 'maundyThursday',
    '3-26': 'goodFriday',
    '3-28': 'easterSunday',
    '3-29': 'easterMonday',
    '5-1': 'labourDay',
    '5-6': 'ascensionDay',
    '5-16': 'whitSunday',
    '5-17': 'constitutionDay',
    '12-25': 'christmasDay',
    '12-26': 'boxingDay',
  });
});

test('night lasts from 22 to 7 by the wall clock, in summer too', () => {
  const day = calendar.dayNumber('2027-07-06');
  const nights = Array.from({ length: 24 }, (_, hour) => lightAt(calendar, calendar.timeAt(day, hour * 60)).isNight);
  expect(nights.map((isNight, hour) => (isNight ? hour : -1)).filter((hour) => hour >= 0)).toEqual([
    0, 1, 2, 3, 4, 5, 6, 22, 23,
  ]);
  expect(lightAt(calendar, calendar.timeAt(day, 12 * 60)).isWeekend).toBe(false);
  expect(lightAt(calendar, calendar.timeAt(day + 4, 12 * 60)).isWeekend).toBe(true);
});

test('an instant of a short stretch is shaded as night exactly when it is night, and whole weekends are shaded', () => {
  const from = calendar.timeAt(calendar.dayNumber('2027-10-29'), 13 * 60);
  const stretch = { from, to: from + 4 * 1440 };
  const shades = shadingOf(calendar, stretch);
  for (let time = stretch.from; time < stretch.to; time += 17) {
    const { isNight, isWeekend } = lightAt(calendar, time);
    const holding = (kind: string) =>
      shades.some((shade) => shade.kind === kind && shade.from <= time && time < shade.to);
    expect(holding('night')).toBe(isNight);
    expect(holding('weekend')).toBe(isWeekend);
  }
  expect(shadingOf(calendar, { from: 0, to: 365 * 1440 })).toEqual([]);
});
