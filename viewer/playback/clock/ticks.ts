import type { Calendar } from '../../../sim-core/kernel/calendar.ts';
import { number, shortMonth, timeOfDay } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { namedMonths, spansYears, type MonthStart } from '../months.ts';
import type { Stretch } from './stretch.ts';

/** A date or a time of day beneath the timeline. */
export interface Tick {
  /** Minutes of the clock. */
  time: number;
  text: string;
}

const hour = 60;
const day = 1440;
/** Widths of a name with the space beside it (CSS pixels). */
const monthWidth = 36;
const dateWidth = 56;
const hourWidth = 48;
/** Days and hours between two names, the closest together first. */
const daySteps = [1, 2, 7, 14, 28];
const hourSteps = [1, 2, 3, 6, 12];

/** The names beneath a stretch of so many CSS pixels: months, dates, weekdays or hours, as there is room for. */
export function ticksOf(calendar: Calendar, stretch: Stretch, width: number): Tick[] {
  const length = stretch.to - stretch.from;
  if (length > 120 * day) return monthTicks(calendar, stretch, width);
  return length > 2 * day ? dayTicks(calendar, stretch, width) : hourTicks(calendar, stretch, width);
}

function monthTicks(calendar: Calendar, stretch: Stretch, width: number): Tick[] {
  const firsts: MonthStart[] = daysIn(calendar, stretch).flatMap((date) => {
    const { day: dayOfMonth, month, year } = calendar.dateOfDay(date);
    return dayOfMonth === 1 ? [{ midnight: calendar.midnight(date), month, year }] : [];
  });
  const isLong = spansYears(firsts);
  return namedMonths(firsts, width / Math.max(1, firsts.length), monthWidth).map(({ midnight, month, year }) => ({
    time: midnight,
    text: isLong && month === 1 ? String(year) : shortMonth(month),
  }));
}

function dayTicks(calendar: Calendar, stretch: Stretch, width: number): Tick[] {
  const { playback } = texts();
  const days = daysIn(calendar, stretch);
  const step = daySteps.find((candidate) => (candidate * width) / days.length >= dateWidth) ?? daySteps.at(-1)!;
  return days
    .filter((date) => (step === 1 ? true : step < 7 ? date % step === 0 : calendar.weekday(date) === 0))
    .filter((_, index) => step <= 7 || index % (step / 7) === 0)
    .map((date) => {
      const { day: dayOfMonth, month } = calendar.dateOfDay(date);
      const text =
        step === 1
          ? playback.weekdayTick(playback.weekdays[calendar.weekday(date)]!, number(dayOfMonth))
          : playback.dayTick(number(dayOfMonth), shortMonth(month));
      return { time: calendar.midnight(date), text };
    });
}

function hourTicks(calendar: Calendar, stretch: Stretch, width: number): Tick[] {
  const hours = (stretch.to - stretch.from) / hour;
  const step = hourSteps.find((candidate) => (candidate * width) / hours >= hourWidth) ?? hourSteps.at(-1)!;
  return daysIn(calendar, { from: stretch.from - day, to: stretch.to }).flatMap((date) =>
    Array.from({ length: 24 / step }, (_, index) => index * step)
      .map((clock) => ({ time: calendar.timeAt(date, clock * hour), text: timeOfDay(clock, 0) }))
      .filter(({ time }) => time >= stretch.from && time <= stretch.to),
  );
}

/** Days whose midnight lies in a stretch. */
function daysIn(calendar: Calendar, { from, to }: Stretch): number[] {
  const days: number[] = [];
  for (let date = Math.max(0, calendar.dayOf(from)); calendar.midnight(date) < to; date++) {
    if (calendar.midnight(date) >= from) days.push(date);
  }
  return days;
}
