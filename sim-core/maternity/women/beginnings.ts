import { category, clockMinutes, cumulativeShares, uniform, type Calendar } from '../../kernel/index.ts';
import { cos } from '../../kernel/elementary.ts';
import type { ModelInputs } from '../model-inputs.ts';
import { Draw, type DrawVector } from './fate-draws.ts';
import type { Onset } from './fate.ts';

const minutesPerHour = 60;
const hoursPerDay = 24;
const workingDaysPerWeek = 5;

/** When births begin within the week and the day in which the process of births has put them. */
export class Beginnings {
  private readonly calendar: Calendar;
  private readonly hours: number[];
  private readonly weekdays: number[];
  private readonly windowShares: number[];
  private readonly windows: { from: number; to: number }[];
  private readonly list: { from: number; to: number };

  constructor(
    { spontaneousOnset, inductionStart, plannedCaesarean }: ModelInputs['data']['timePattern'],
    calendar: Calendar,
  ) {
    this.calendar = calendar;
    this.hours = cumulativeShares(hourShares(spontaneousOnset.amplitude, spontaneousOnset.peak));
    this.weekdays = cumulativeShares(inductionStart.weekdays);
    this.windowShares = cumulativeShares(inductionStart.windows.map(({ share }) => share));
    this.windows = inductionStart.windows.map(({ from, to }) => ({ from: clockMinutes(from), to: clockMinutes(to) }));
    this.list = { from: clockMinutes(plannedCaesarean.from), to: clockMinutes(plannedCaesarean.to) };
  }

  /**
   * When labour begins, the induction starts or the caesarean is planned: minutes of the clock. Inductions move within
   * the week to a day of their pattern that is no holiday, planned caesareans to a working day; labour comes on its day.
   */
  draw(onset: Onset, day: number, u: DrawVector): number {
    const { calendar } = this;
    if (onset === 'spontaneous') return calendar.timeAt(day, this.drawHour(u[Draw.clock]!));
    const monday = day - calendar.weekday(day);
    if (onset === 'induced') {
      const { from, to } = this.windows[category(u[Draw.window]!, this.windowShares)]!;
      let start = Math.max(0, monday + category(u[Draw.weekday]!, this.weekdays));
      while (calendar.isPublicHoliday(start)) start++;
      return calendar.timeAt(start, uniform(u[Draw.clock]!, from, to));
    }
    const start = calendar.nextWorkingDay(Math.max(0, monday + Math.floor(u[Draw.weekday]! * workingDaysPerWeek)));
    return calendar.timeAt(start, uniform(u[Draw.clock]!, this.list.from, this.list.to));
  }

  /** Minutes after midnight. */
  private drawHour(u: number): number {
    const hour = category(u, this.hours);
    const below = hour === 0 ? 0 : this.hours[hour - 1]!;
    return (hour + (u - below) / (this.hours[hour]! - below)) * minutesPerHour;
  }
}

/** Share of spontaneous onsets in each hour of the day: 1 + a·cos(2π(h − peak)/24), at the middle of the hour. */
function hourShares(amplitude: number, peak: number): number[] {
  return Array.from(
    { length: hoursPerDay },
    (_, hour) => (1 + amplitude * cos((2 * Math.PI * (hour + 0.5 - peak)) / hoursPerDay)) / hoursPerDay,
  );
}
