import { clockMinutes, type Calendar } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';
import { isSummer } from '../staff/absence-holiday.ts';

const minutesPerDay = 1440;
const ordinaryDay = 0;
const weekendDay = 1;
const publicHoliday = 2;

/**
 * Divides spells of work by the supplements they earn, to the minute that the wall clock shows, over a horizon.
 *
 * Evening and night is one supplement, paid from `eveningFrom` until `nightUntil`; of the morning it has only what belongs
 * to a spell that began before `nightBegunBefore`, so a day shift earns none. Weekend runs from midnight to midnight,
 * and a public holiday takes its place. Nights on which the clock is changed have the minutes that elapse.
 *
 * The result of `divide` stands in the fields until the next call, so that pricing a year of shifts allocates nothing.
 */
export class WorkSplit {
  /** Minutes of the spell within the horizon, and those of them that earn each supplement. */
  minutes = 0;
  eveningAndNight = 0;
  weekend = 0;
  publicHoliday = 0;
  /** Minutes for which overtime is paid at the high rate: by night, at weekends and on public holidays. */
  highOvertime = 0;
  /** Whether the spell began in the weeks of summer holiday. */
  inSummer = false;

  private lastStart = NaN;
  private lastEnd = NaN;
  private readonly from: number;
  private readonly to: number;
  private readonly firstDay: number;
  /** By day of the horizon, the last entry being the day after it: elapsed minutes at its midnight and clock times. */
  private readonly midnight: Float64Array;
  private readonly nightBegunBefore: Float64Array;
  private readonly nightUntil: Float64Array;
  private readonly eveningFrom: Float64Array;
  private readonly overtimeNightUntil: Float64Array;
  private readonly overtimeNightFrom: Float64Array;
  private readonly sort: Uint8Array;
  private readonly summer: Uint8Array;

  /** @param from @param to the horizon in minutes of the clock; what lies outside it is left out */
  constructor({ data }: ModelInputs, calendar: Calendar, from: number, to: number) {
    const { supplements, overtime } = data.economy;
    this.from = from;
    this.to = to;
    this.firstDay = calendar.dayOf(from);
    const days = calendar.dayOf(to) - this.firstDay + 2;
    const instants = (clock: string) =>
      Float64Array.from({ length: days }, (_, day) => calendar.timeAt(this.firstDay + day, clockMinutes(clock)));
    this.midnight = instants('00:00');
    this.nightBegunBefore = instants(supplements.nightBegunBefore);
    this.nightUntil = instants(supplements.nightUntil);
    this.eveningFrom = instants(supplements.eveningFrom);
    this.overtimeNightUntil = instants(overtime.nightUntil);
    this.overtimeNightFrom = instants(overtime.nightFrom);
    this.sort = Uint8Array.from({ length: days }, (_, index) => {
      const day = this.firstDay + index;
      if (calendar.isPublicHoliday(day)) return publicHoliday;
      return calendar.isWeekend(day) ? weekendDay : ordinaryDay;
    });
    this.summer = Uint8Array.from({ length: days }, (_, index) =>
      isSummer(data.absence.holiday, calendar, this.firstDay + index) ? 1 : 0,
    );
  }

  /**
   * Divides the part of a spell within the horizon.
   * @param start @param end minutes of the clock, of any fraction
   * @throws RangeError when the end is before the start, or one of them is no finite number
   */
  divide(start: number, end: number): void {
    if (!(end >= start && start > -Infinity && end < Infinity)) {
      throw new RangeError(
        `A spell of work from ${start} to ${end}: expected finite minutes, the end not before the start`,
      );
    }
    // Those of one shift come one after the other.
    if (start === this.lastStart && end === this.lastEnd) return;
    this.lastStart = start;
    this.lastEnd = end;
    this.minutes = 0;
    this.eveningAndNight = 0;
    this.weekend = 0;
    this.publicHoliday = 0;
    this.highOvertime = 0;
    const from = start > this.from ? start : this.from;
    const to = end < this.to ? end : this.to;
    if (to <= from) return;
    this.minutes = to - from;
    const firstDay = this.indexOf(from);
    this.inSummer = this.summer[firstDay] === 1;
    for (let day = firstDay; this.midnight[day]! < to; day++) this.addDay(day, start, from, to);
  }

  /** What a day has of the stretch from `from` to `to` of a spell that began at `start`. */
  private addDay(day: number, start: number, from: number, to: number): void {
    const next = this.midnight[day + 1]!;
    const first = Math.max(from, this.midnight[day]!);
    const last = Math.min(to, next);
    if (start < this.nightBegunBefore[day]!) {
      this.eveningAndNight += Math.max(0, Math.min(last, this.nightUntil[day]!) - first);
    }
    this.eveningAndNight += Math.max(0, last - Math.max(first, this.eveningFrom[day]!));
    const sort = this.sort[day]!;
    if (sort === ordinaryDay) {
      this.highOvertime +=
        Math.max(0, Math.min(last, this.overtimeNightUntil[day]!) - first) +
        Math.max(0, last - Math.max(first, this.overtimeNightFrom[day]!));
      return;
    }
    this.highOvertime += last - first;
    if (sort === weekendDay) this.weekend += last - first;
    else this.publicHoliday += last - first;
  }

  /** Index of the day of an instant in the horizon. Changes of the clock move midnights by an hour at most. */
  private indexOf(time: number): number {
    let day = Math.max(0, Math.floor((time - this.from) / minutesPerDay) - 1);
    while (this.midnight[day + 1]! <= time) day++;
    return day;
  }
}
