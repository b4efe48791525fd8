import { firstRowFrom } from '../../../sim-core/kernel/trace-log.ts';
import { workingTimeRules } from '../../../sim-core/maternity/staff/working-time-rules.ts';
import { TraceState } from '../../../sim-core/maternity/trace-states.ts';
import { number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import type { HappeningKind } from '../happenings.ts';
import type { Recording } from '../recording.ts';

type EventName = keyof ReturnType<typeof texts>['playback']['events'];

const eventNames = new Map(Object.entries(TraceState).map(([name, state]) => [state as number, name]));

/** Events whose place is no site. */
const withoutSite = new Set<number>([
  TraceState.birthElsewhere,
  TraceState.midwifeCalled,
  TraceState.midwifeArrived,
  TraceState.midwifeLeft,
  TraceState.onCall,
  TraceState.shiftBegins,
  TraceState.shiftEnds,
]);

/** What a row of the trace is about, with its site: «får fødestue, Ullevål». */
export function eventText(recording: Recording, row: number): string {
  const { playback } = texts();
  const { state, place } = recording.playback.trace;
  const what = playback.events[eventNames.get(state[row]!) as EventName];
  const site = withoutSite.has(state[row]!) ? undefined : siteName(recording, place[row]!);
  return site === undefined ? what : playback.eventAt(what, site);
}

/** What happens at an instant that the clock was sent to. */
export function happeningText(recording: Recording, kind: HappeningKind, time: number): string {
  const { playback } = texts();
  const subjects = recording.index.happenings[kind].at(time);
  const subject = subjects[0]!;
  switch (kind) {
    case 'birth':
      return playback.birthAt(siteName(recording, recording.stateAt(time).site[subject]!) ?? '');
    case 'breach': {
      if (subjects.length > 1) return playback.severalBreaches(number(subjects.length));
      return playback.breaches[workingTimeRules[recording.playback.breaches.rule[subject]!]!];
    }
    case 'oneToOne': {
      const gap = recording.index.gaps.find(({ woman, start }) => woman === subject && start === time)!;
      return playback.oneToOneAt(siteName(recording, gap.site) ?? '', number(gap.end - gap.start));
    }
    case 'diversion': {
      const { entity, state, place, other, time: times } = recording.playback.trace;
      let row = firstRowFrom(times, time);
      while (entity[row] !== subject || state[row] !== TraceState.diverted) row++;
      return playback.diversionFrom(siteName(recording, place[row]!) ?? '', siteName(recording, other[row]!) ?? '');
    }
  }
}

function siteName({ layout, inputs }: Recording, site: number): string | undefined {
  const placed = layout.sites[site];
  return placed && inputs.data.sites[placed.id]!.name;
}
