import type { Calendar } from '../../kernel/index.ts';
import type { ClockWindow } from '../places/birth-site.ts';

/** When a newborn child may be examined, in minutes of the clock. */
interface ExaminationPeriod {
  /** From this instant on, if it can be done in time. */
  earliest: number;
  /** It is over by this instant. */
  latest: number;
  /** How long it takes. */
  duration: number;
}

/**
 * When a child is examined: as soon as it is old enough, in the hours of examinations and on the ward if it is still there;
 * otherwise it comes back for it, in those hours too. Where that would be too late it is the last time before `latest`,
 * though the child is younger.
 *
 * @param hours in which an examination begins and ends, every day of the week
 * @param bornAt instant of birth @param leavesAt when mother and child leave the ward
 */
export function examinationTime(
  calendar: Calendar,
  hours: ClockWindow,
  { earliest, latest, duration }: ExaminationPeriod,
  bornAt: number,
  leavesAt: number,
): number {
  const onWard = firstExamination(calendar, hours, duration, earliest);
  const time =
    onWard + duration <= leavesAt ? onWard : firstExamination(calendar, hours, duration, Math.max(earliest, leavesAt));
  if (time + duration <= latest) return time;
  return Math.max(
    lastExamination(calendar, hours, duration, latest),
    firstExamination(calendar, hours, duration, bornAt),
  );
}

/** The first instant from `from` on at which an examination can begin. */
export function firstExamination(
  calendar: Calendar,
  { opens, closes }: ClockWindow,
  duration: number,
  from: number,
): number {
  const today = calendar.dayOf(from);
  const time = Math.max(from, calendar.timeAt(today, opens));
  return time + duration <= calendar.timeAt(today, closes) ? time : calendar.timeAt(today + 1, opens);
}

/** The last instant at which an examination can begin that is over by `until`. */
function lastExamination(calendar: Calendar, { opens, closes }: ClockWindow, duration: number, until: number): number {
  const today = calendar.dayOf(until);
  const time = Math.min(until, calendar.timeAt(today, closes)) - duration;
  return time >= calendar.timeAt(today, opens) ? time : calendar.timeAt(today - 1, closes) - duration;
}
