import type { Calendar } from '../../../sim-core/kernel/calendar.ts';
import { texts } from '../../language/language.ts';
import { holidayOn, nightFrom, nightUntil } from './light.ts';
import type { Stretch } from './stretch.ts';

/** A stretch of time that is shaded behind the timeline. */
export interface Shade extends Stretch {
  kind: 'night' | 'weekend' | 'holiday';
  /** Of a public holiday, where there is room for it. */
  name?: string;
}

const day = 1440;
/** The longest stretches of which nights and days are told apart. */
const nightsUpTo = 14 * day;
const weekendsUpTo = 120 * day;
const namesUpTo = 28 * day;

/** Nights, weekends and public holidays within a stretch, as far as they can be told apart in it. */
export function shadingOf(calendar: Calendar, { from, to }: Stretch): Shade[] {
  const shades: Shade[] = [];
  const length = to - from;
  if (length > weekendsUpTo) return shades;
  for (let date = Math.max(0, calendar.dayOf(from) - 1); calendar.midnight(date) < to; date++) {
    const midnight = calendar.midnight(date);
    const next = calendar.midnight(date + 1);
    const holiday = holidayOn(calendar, date);
    if (next > from) {
      if (holiday) {
        const name = length <= namesUpTo ? { name: texts().playback.holidays[holiday] } : {};
        shades.push({ kind: 'holiday', from: midnight, to: next, ...name });
      } else if (calendar.isWeekend(date)) shades.push({ kind: 'weekend', from: midnight, to: next });
    }
    const dark = { from: calendar.timeAt(date, nightFrom), to: calendar.timeAt(date + 1, nightUntil) };
    if (length <= nightsUpTo && dark.to > from && dark.from < to) shades.push({ kind: 'night', ...dark });
  }
  return shades;
}
