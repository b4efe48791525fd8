import { clockMinutes, type Calendar } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';

export const shiftNames = ['day', 'evening', 'night'] as const;
export type ShiftName = (typeof shiftNames)[number];

/** One shift on one day: when it starts and ends, in minutes of the clock. Shifts overlap so that they can hand over. */
export interface Shift {
  name: ShiftName;
  day: number;
  start: number;
  end: number;
}

/** The shifts of a day in order of their start. A night shift belongs to the day on which it starts. */
export function shiftsOfDay(inputs: ModelInputs, calendar: Calendar, day: number): Shift[] {
  return shiftNames.map((name) => {
    const { start, end } = inputs.data.staff.shifts[name];
    const from = clockMinutes(start);
    const to = clockMinutes(end);
    return {
      name,
      day,
      start: calendar.timeAt(day, from),
      end: calendar.timeAt(to > from ? day : day + 1, to),
    };
  });
}

/** Whether an intervention is in force on a day. Without an end it is in force for good. */
export function inForce(calendar: Calendar, period: { start: string; end?: string | undefined }, day: number): boolean {
  return calendar.dayNumber(period.start) <= day && (period.end === undefined || day <= calendar.dayNumber(period.end));
}

/** Midwife posts of a shift at a site, with the changes that interventions make. Weekend posts hold on public holidays too. */
export function postsOfShift(
  inputs: ModelInputs,
  calendar: Calendar,
  siteId: string,
  name: ShiftName,
  day: number,
): number {
  const kind = calendar.isWorkingDay(day) ? 'weekday' : 'weekend';
  let posts = inputs.data.sites[siteId]!.labourWardPosts[kind][name];
  for (const intervention of inputs.interventions) {
    if (intervention.model === 'ward-posts' && intervention.site === siteId && inForce(calendar, intervention, day)) {
      posts += intervention[kind][name];
    }
  }
  return posts;
}
