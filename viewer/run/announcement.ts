import { number } from '../language/format.ts';
import { texts } from '../language/language.ts';
import type { RunStatus } from './session.ts';

/** Replications between two announcements while nobody knows how many there will be. */
const announceEvery = 20;

/**
 * What a screen reader is told about the run. While it lasts only every quarter is announced, since each change of this
 * text interrupts the listener.
 */
export function announcement(status: RunStatus): string {
  const { run } = texts();
  switch (status.kind) {
    case 'idle':
      return run.idle;
    case 'running':
      return runningAnnouncement(status);
    case 'done':
      return doneText(status);
    case 'cancelled':
      return cancelledText(status);
    case 'failed':
      // The alert itself is read out.
      return '';
    case 'shown':
      return '';
  }
}

function runningAnnouncement({ finished, planned }: Extract<RunStatus, { kind: 'running' }>): string {
  const { run } = texts();
  if (planned === undefined) {
    const told = finished - (finished % announceEvery);
    return told === 0 ? run.preparing : run.progressUntilPrecise(number(told));
  }
  const quarter = Math.floor((4 * finished) / planned) / 4;
  return quarter === 0 ? run.preparing : run.progress(number(quarter * planned), number(planned));
}

/** How a run ended that was not stopped, and why then. */
export function doneText({ replications, seconds, stopped }: Extract<RunStatus, { kind: 'done' }>): string {
  const { run } = texts();
  const [count, time] = [number(replications), number(seconds)];
  if (stopped === 'precise enough') return run.donePrecise(count, time);
  return stopped === 'replication limit reached' ? run.doneAtLimit(count, time) : run.done(count, time);
}

/** What a run that was stopped has left behind. */
export function cancelledText({ finished, planned }: Extract<RunStatus, { kind: 'cancelled' }>): string {
  const { run } = texts();
  if (finished === 0) return run.cancelledEmpty;
  return planned === undefined
    ? run.cancelledUntilPrecise(number(finished))
    : run.cancelled(number(finished), number(planned));
}
