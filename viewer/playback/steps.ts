import { clockMinutes } from '../../sim-core/kernel/calendar.ts';
import { firstRowFrom, rowsUntil } from '../../sim-core/kernel/trace-log.ts';
import { TraceState } from '../../sim-core/maternity/trace-states.ts';
import type { Recording } from './recording.ts';

/** By what the clock can be moved. */
export const steps = ['event', 'hour', 'shift', 'day'] as const;
export type Step = (typeof steps)[number];
export type Direction = 1 | -1;

const hour = 60;

/** What is left out when the clock goes from event to event: it changes nothing in the picture. */
const unseen = new Set<number>([TraceState.registered, TraceState.lostToFollowUp, TraceState.followUpEnded]);

/** The instant that is a step away, whether or not it lies within the horizon; undefined if there is none. */
export function stepped(recording: Recording, time: number, step: Step, direction: Direction): number | undefined {
  switch (step) {
    case 'event':
      return nextEvent(recording, time, direction)?.time;
    case 'hour':
      return time + direction * hour;
    case 'shift':
      return nextShift(recording, time, direction);
    case 'day':
      return recording.daysLater(time, direction);
  }
}

/** The row of the trace with the next event after an instant, or before it; contacts are not events. */
export function nextEvent(
  { playback }: Recording,
  time: number,
  direction: Direction,
): { time: number; row: number } | undefined {
  const { time: times, state } = playback.trace;
  let row = direction > 0 ? rowsUntil(times, time) : firstRowFrom(times, time) - 1;
  while (row >= 0 && row < times.length) {
    if (state[row]! < TraceState.contact && !unseen.has(state[row]!)) return { time: times[row]!, row };
    row += direction;
  }
  return undefined;
}

/** When the next shift begins, or the one before: of days, evenings and nights by the data of the scenario. */
function nextShift({ inputs, calendar }: Recording, time: number, direction: Direction): number {
  const { day, evening, night } = inputs.data.staff.shifts;
  const today = calendar.dayOf(time);
  const starts = [today - 1, today, today + 1].flatMap((date) =>
    [day, evening, night].map(({ start }) => calendar.timeAt(date, clockMinutes(start))),
  );
  starts.sort((one, other) => one - other);
  return direction > 0 ? starts.find((start) => start > time)! : starts.findLast((start) => start < time)!;
}
