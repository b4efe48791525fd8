import { clockMinutes, type Calendar } from '../calendar.ts';
import type { EventHandle } from '../event-queue.ts';
import type { Simulation } from '../simulation.ts';

/**
 * Arrivals as series of instants that never go back: each generator below makes one, an array of instants is one, and
 * `scheduleArrivals` or a process takes one in.
 *
 * ```ts
 * const calls = arrivalTimes((after) => nextPoissonArrival(stream, after, 2));
 * scheduleArrivals(simulation, calls, () => simulation.start('customer', customer()));
 *
 * function* buses(): ProcessBody {
 *   for (const instant of inBatches(timetable([480, 510, 540]), () => poissonCount(sizes.next(), 20))) {
 *     yield simulation.delay(Math.max(0, instant - simulation.now));
 *     simulation.start('passenger', passenger());
 *   }
 * }
 * ```
 */

/**
 * The arrivals from `from` up to, not including, `until`, one after the other; without end when `until` is not given.
 * @param next time of the arrival after a given one, e.g. `(after) => rate.next(stream, after)`; Infinity: no more
 */
export function* arrivalTimes(next: (after: number) => number, from = 0, until = Infinity): Generator<number, void> {
  for (let time = next(from); time < until; time = next(time)) yield time;
}

/** Arrivals at given instants. @throws RangeError at one that is NaN, infinite or before the one before */
export function* timetable(instants: Iterable<number>): Generator<number, void> {
  let before = -Infinity;
  for (const instant of instants) {
    if (!(instant >= before && Math.abs(instant) < Infinity)) {
      throw new RangeError(`A timetable can't have ${instant} after ${before}: instants are finite and never go back`);
    }
    before = instant;
    yield instant;
  }
}

/**
 * Arrivals at the same clock times of every day on which `isOn`, from an instant on and without end. Clock times are
 * civil: see `Calendar.timeAt` for the nights when the clock is changed.
 * @param clockTimes "hh:mm", in order
 * @param isOn whether there are arrivals on a day, by its number, e.g. `(day) => calendar.isWorkingDay(day)`
 */
export function* dailyTimetable(
  calendar: Calendar,
  clockTimes: readonly string[],
  isOn: (day: number) => boolean = () => true,
  from = 0,
): Generator<number, void> {
  const clocks = clockTimes.map(clockMinutes);
  if (clocks.some((clock, index) => index > 0 && clock < clocks[index - 1]!)) {
    throw new RangeError(`The clock times ${clockTimes.join(', ')} are not in order`);
  }
  if (clocks.length === 0) return;
  for (let day = calendar.dayOf(from); ; day++) {
    if (!isOn(day)) continue;
    for (const clock of clocks) {
      const instant = calendar.timeAt(day, clock);
      if (instant >= from) yield instant;
    }
  }
}

/**
 * Every arrival as a batch: its instant comes as many times as `drawSize` says; not at all when that is 0.
 * @throws RangeError when a size is not a whole number, zero or more
 */
export function* inBatches(instants: Iterable<number>, drawSize: () => number): Generator<number, void> {
  for (const instant of instants) {
    const size = drawSize();
    if (!(Number.isInteger(size) && size >= 0)) throw new RangeError(`A batch of ${size} is not possible`);
    for (let member = 0; member < size; member++) yield instant;
  }
}

/**
 * Calls `arrive` at each instant of a series, exactly then; those of one instant come right after each other. Only the
 * next instant is pending and known, so a series may be endless. Returns a function that ends the arrivals.
 * @param priority of the events, as for `Simulation.schedule`
 * @throws SimulationError at an instant that lies in the past or is NaN
 */
export function scheduleArrivals(
  simulation: Simulation,
  instants: Iterable<number>,
  arrive: () => void,
  priority = 0,
): () => void {
  const series = instants[Symbol.iterator]();
  let next = series.next();
  let stopped = false;
  let pending: EventHandle | undefined;
  const scheduleNext = () => {
    if (!next.done && next.value !== Infinity) pending = simulation.scheduleAt(next.value, arrivals, 0, priority);
  };
  const arrivals = () => {
    while (!next.done && next.value === simulation.now) {
      arrive();
      if (stopped) return;
      next = series.next();
    }
    scheduleNext();
  };
  scheduleNext();
  return () => {
    stopped = true;
    if (pending !== undefined) simulation.cancel(pending);
  };
}
