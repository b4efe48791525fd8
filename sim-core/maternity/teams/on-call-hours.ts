import { clockMinutes, type Calendar } from '../../kernel/index.ts';

const minutesPerDay = 1440;
const minutesPerHour = 60;

/**
 * When somebody of a team is on call and when turns change, by the wall clock: around the clock with a change once a day,
 * or between two clock times, perhaps past midnight, with a new turn each time they begin.
 */
export class OnCallHours {
  /** Hours a day. */
  readonly perDay: number;
  private readonly calendar: Calendar;
  private readonly changeClock: number;
  private readonly closesClock: number;

  /**
   * @param hours clock times between which somebody is on call; around the clock if either is left out or they are the same
   * @param changeClock minutes after midnight at which turns change when they go around the clock
   */
  constructor(
    { onCallFrom, onCallTo }: { onCallFrom?: string | undefined; onCallTo?: string | undefined },
    changeClock: number,
    calendar: Calendar,
  ) {
    this.calendar = calendar;
    const isLimited = onCallFrom !== undefined && onCallTo !== undefined && onCallFrom !== onCallTo;
    this.changeClock = isLimited ? clockMinutes(onCallFrom) : changeClock;
    this.closesClock = isLimited ? clockMinutes(onCallTo) : this.changeClock;
    const minutes = (this.closesClock - this.changeClock + minutesPerDay) % minutesPerDay;
    this.perDay = (isLimited ? minutes : minutesPerDay) / minutesPerHour;
  }

  /** Whether an instant lies within the hours. */
  cover(time: number): boolean {
    const { changeClock, closesClock } = this;
    if (changeClock === closesClock) return true;
    const clock = this.calendar.clockOf(time);
    return changeClock < closesClock
      ? clock >= changeClock && clock < closesClock
      : clock >= changeClock || clock < closesClock;
  }

  /** Number of the day on which the turn of an instant began. */
  turnDay(time: number): number {
    return this.calendar.dayOf(time) - (this.calendar.clockOf(time) < this.changeClock ? 1 : 0);
  }

  /** Next instant after `time` at which a turn begins or the hours end. */
  nextChange(time: number): number {
    const begins = this.next(time, this.changeClock);
    return this.closesClock === this.changeClock ? begins : Math.min(begins, this.next(time, this.closesClock));
  }

  private next(time: number, clock: number): number {
    const day = this.calendar.dayOf(time);
    const today = this.calendar.timeAt(day, clock);
    return today > time ? today : this.calendar.timeAt(day + 1, clock);
  }
}
