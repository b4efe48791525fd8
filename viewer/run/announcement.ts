import { number } from '../language/format.ts';
import { texts } from '../language/language.ts';
import type { RunStatus } from './session.ts';

/**
 * What a screen reader is told about the run. While it lasts only every quarter is announced, since each change of this
 * text interrupts the listener.
 */
export function announcement(status: RunStatus): string {
  const { run } = texts();
  switch (status.kind) {
    case 'idle':
      return run.idle;
    case 'running': {
      const quarter = Math.floor((4 * status.finished) / status.planned) / 4;
      return quarter === 0 ? run.preparing : run.progress(number(quarter * status.planned), number(status.planned));
    }
    case 'done':
      return run.done(number(status.replications), number(status.seconds));
    case 'cancelled':
      return cancelledText(status);
    case 'failed':
      // The alert itself is read out.
      return '';
  }
}

/** What a cancelled run has left behind. */
export function cancelledText({ finished, planned }: { finished: number; planned: number }): string {
  const { run } = texts();
  return finished === 0 ? run.cancelledEmpty : run.cancelled(number(finished), number(planned));
}
