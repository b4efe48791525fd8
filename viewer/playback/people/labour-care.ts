import type { Playback } from '../../../sim-core/maternity/record/columns.ts';
import { TraceState } from '../../../sim-core/maternity/trace-states.ts';
import type { PathwayEvent } from './pathway.ts';
import type { RecordingIndex } from './recording-index.ts';

/** Who a woman in active labour has with her: a midwife of her own, one whom she shares, or none. */
export type Care = 'own' | 'shared' | 'alone';

/** A stretch of active labour with one kind of care. Minutes of the clock. */
export interface CareStretch {
  care: Care;
  /** Number of the ward midwife, or −1 when she has none, or has a midwife of her team. */
  midwife: number;
  from: number;
  to: number;
}

/**
 * How a woman was cared for through active labour, as far as the pairs of women and midwives tell: short breaks of a midwife,
 * when another covers for her, are not in the trace.
 */
export function careOf(
  { trace }: Pick<Playback, 'trace'>,
  { pairings }: Pick<RecordingIndex, 'pairings'>,
  woman: number,
  events: readonly PathwayEvent[],
  end: number,
): CareStretch[] {
  const from = events.find(({ state }) => state === TraceState.activeLabour)?.time;
  if (from === undefined || trace.time.length === 0) return [];
  // In theatre she's no longer in the ward's care.
  const ends = events.find(
    ({ state, time }) => (state === TraceState.birth || state === TraceState.theatre) && time >= from,
  );
  const to = ends?.time ?? end;
  const withTeam = teamPresence(events, to);
  const mine = pairings.ofWoman(woman);
  const others = mine.flatMap(({ midwife }) => pairings.ofMidwife(midwife).filter((pair) => pair.woman !== woman));
  // On the way between two sites no ward has her in its care.
  const underWay = journeysOf(events, to);
  const bounds = [from, to, ...[...withTeam, ...underWay].flatMap((span) => [span.from, span.to])];
  for (const pair of [...mine, ...others]) bounds.push(pair.from, pair.to);
  const instants = [...new Set(bounds.filter((time) => time >= from && time <= to))].sort((a, b) => a - b);
  const stretches: CareStretch[] = [];
  for (let index = 0; index + 1 < instants.length; index++) {
    const start = instants[index]!;
    const stop = instants[index + 1]!;
    if (underWay.some((journey) => journey.from <= start && journey.to >= stop)) continue;
    const holds = (span: { from: number; to: number }): boolean => span.from <= start && span.to >= stop;
    const pair = mine.find(holds);
    const isTeam = withTeam.some(holds);
    const isShared = pair !== undefined && others.some((other) => other.midwife === pair.midwife && holds(other));
    const care: Care = isTeam ? 'own' : pair === undefined ? 'alone' : isShared ? 'shared' : 'own';
    const midwife = isTeam ? -1 : (pair?.midwife ?? -1);
    const before = stretches.at(-1);
    if (before && before.care === care && before.midwife === midwife && before.to === start) before.to = stop;
    else stretches.push({ care, midwife, from: start, to: stop });
  }
  return stretches;
}

function journeysOf(events: readonly PathwayEvent[], end: number): { from: number; to: number }[] {
  return events.flatMap(({ time, state }, row) => {
    if (state !== TraceState.diverted) return [];
    const arrival = events.slice(row).find((event) => event.state === TraceState.triage);
    return [{ from: time, to: arrival?.time ?? end }];
  });
}

function teamPresence(events: readonly PathwayEvent[], end: number): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = [];
  for (const { time, state } of events) {
    if (state === TraceState.midwifeArrived) spans.push({ from: time, to: end });
    else if (state === TraceState.midwifeLeft && spans.length > 0) spans.at(-1)!.to = Math.min(spans.at(-1)!.to, time);
  }
  return spans;
}
