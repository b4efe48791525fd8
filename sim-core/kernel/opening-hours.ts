import { clockMinutes, type Calendar } from './calendar.ts';

const minutesPerDay = 1440;

/** Open from a clock time up to another, "hh:mm"; up to "24:00". */
export interface OpeningWindow {
  from: string;
  to: string;
}

/** Windows by weekday, and on public holidays, which go before weekdays. Those of one day are in order and do not overlap. */
export interface OpeningWeek {
  /** Seven lists, Monday to Sunday; an empty list is a day on which it is closed. */
  weekdays: readonly (readonly OpeningWindow[])[];
  /** Default: closed on public holidays. */
  publicHolidays?: readonly OpeningWindow[];
}

/** From an instant, or a clock time, up to and not including another. */
interface Span {
  from: number;
  to: number;
}

/**
 * When something is open, in civil time. It is open whenever a wall clock shows a time within a window, also on a day when
 * the clock is changed: of a window 01:00–04:00 two hours are left in spring, and in autumn there are four; a window
 * 02:00–02:30 does not come in spring, and comes twice in autumn.
 *
 * Instants and lengths are minutes of the calendar's clock; an instant that is not finite is a RangeError. A window includes its first instant and not its last; windows
 * that touch, also across midnight, are one.
 *
 * ```ts
 * const day = [{ from: '08:00', to: '15:30' }];
 * const clinic = new OpeningHours(calendar, { weekdays: [day, day, day, day, day, [], []] });
 * yield simulation.delay(clinic.nextOpen(simulation.now) - simulation.now);
 * const ready = clinic.afterOpenMinutes(simulation.now, 120); // two working hours from now
 * ```
 */
export class OpeningHours {
  private readonly calendar: Calendar;
  private readonly weekdays: readonly (readonly Span[])[];
  private readonly holidays: readonly Span[];
  private readonly never: boolean;
  private readonly always: boolean;
  /** Open spans of each day asked for so far, by number of the day. */
  private readonly spans = new Map<number, readonly Span[]>();

  /** @throws RangeError when there are not seven weekdays, or a window runs backwards or overlaps the one before */
  constructor(calendar: Calendar, week: OpeningWeek) {
    if (week.weekdays.length !== 7) {
      throw new RangeError(`Opening hours need seven weekdays, Monday to Sunday; found ${week.weekdays.length}`);
    }
    this.calendar = calendar;
    this.weekdays = week.weekdays.map(windowsOf);
    this.holidays = windowsOf(week.publicHolidays ?? []);
    const days = [...this.weekdays, this.holidays];
    this.never = days.every((windows) => windows.length === 0);
    this.always = days.every(([first]) => first?.from === 0 && first.to === minutesPerDay);
  }

  isOpen(time: number): boolean {
    return this.spansOf(this.calendar.dayOf(time)).some(({ from, to }) => from <= time && time < to);
  }

  /** The instant itself when open, or else the next opening; Infinity when it never opens. */
  nextOpen(time: number): number {
    if (this.never) return Infinity;
    for (let day = this.calendar.dayOf(time); ; day++) {
      for (const { from, to } of this.spansOf(day)) if (to > time) return Math.max(from, time);
    }
  }

  /** When that which is open, or opens next, closes; Infinity when it never does. */
  nextClose(time: number): number {
    if (this.never || this.always) return Infinity;
    let closes = this.nextOpen(time);
    for (let day = this.calendar.dayOf(closes); ; day++) {
      for (const { from, to } of this.spansOf(day)) {
        if (from > closes) return closes;
        closes = Math.max(closes, to);
      }
      if (closes < this.calendar.midnight(day + 1)) return closes;
    }
  }

  /** Open minutes between two instants; 0 when `to` is not after `from`. */
  openMinutes(from: number, to: number): number {
    const { calendar } = this;
    const last = calendar.dayOf(to);
    let minutes = 0;
    for (let day = calendar.dayOf(from); day <= last; day++) {
      for (const span of this.spansOf(day)) {
        minutes += Math.max(0, Math.min(to, span.to) - Math.max(from, span.from));
      }
    }
    return minutes;
  }

  /**
   * The first instant by which so many open minutes have passed since `time`; Infinity when they never do.
   * @param minutes zero or more; after 0 it is `time` itself, open or not
   */
  afterOpenMinutes(time: number, minutes: number): number {
    if (!(minutes >= 0)) throw new RangeError(`${minutes} open minutes can't pass: it must be zero or more`);
    if (minutes === 0) return time;
    if (this.never || minutes === Infinity) return Infinity;
    let left = minutes;
    for (let day = this.calendar.dayOf(time); ; day++) {
      for (const span of this.spansOf(day)) {
        const from = Math.max(time, span.from);
        if (from >= span.to) continue;
        if (left <= span.to - from) return from + left;
        left -= span.to - from;
      }
    }
  }

  private spansOf(day: number): readonly Span[] {
    let spans = this.spans.get(day);
    if (spans === undefined) {
      spans = this.spansOn(day);
      this.spans.set(day, spans);
    }
    return spans;
  }

  private spansOn(day: number): Span[] {
    const { calendar } = this;
    const windows = calendar.isPublicHoliday(day) ? this.holidays : this.weekdays[calendar.weekday(day)]!;
    const spans = calendar.clockStretches(day).flatMap((stretch) =>
      windows.map(({ from, to }) => ({
        from: stretch.zero + Math.max(from, stretch.from),
        to: stretch.zero + Math.min(to, stretch.to),
      })),
    );
    return joined(spans.filter(({ from, to }) => from < to));
  }
}

function windowsOf(windows: readonly OpeningWindow[]): Span[] {
  let earliest = 0;
  const spans = windows.map(({ from, to }) => {
    const span = { from: clockMinutes(from), to: clockMinutes(to) };
    if (!(earliest <= span.from && span.from < span.to)) {
      throw new RangeError(
        `The window ${from}–${to} is not possible: windows run forwards, in order, from 00:00 to 24:00`,
      );
    }
    earliest = span.to;
    return span;
  });
  return joined(spans);
}

/** Makes one of spans that touch. @param spans in order, not overlapping */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last?.to === span.from) last.to = span.to;
    else result.push({ ...span });
  }
  return result;
}
