import { group } from 'd3';
import { addDays } from '../../../scenarios/schema/dated-changes.ts';
import type { Scenario } from '../../../scenarios/schema/index.ts';
import { interventionsIn, type JsonObject, type PlanDocument } from '../plan-document.ts';
import { monthLater } from './care-models.ts';
import { isDate, isMapping, type Planned } from './planned.ts';

/** An intervention on the time axis. */
export interface Bar {
  /** Of the written interventions. */
  index: number;
  written: JsonObject;
  start: string;
  /** Its last day, or the start of the last district of a roll-out; for good, if it is left out. */
  end: string | undefined;
  isRollOut: boolean;
  /** Districts that have a row of their own: those of teams, with the day on which each starts. */
  stages: { district: string; start: string }[];
}

/** What of a bar is moved. */
export type BarPart = 'whole' | 'start' | 'end';

const dayMilliseconds = 86_400_000;
const daysPerMonth = 365.25 / 12;
const longestRollOut = 60;

/** The interventions of a plan that have a start that can be drawn. */
export function barsOf(document: PlanDocument, planned: readonly Planned[]): Bar[] {
  const plannedBy = group(planned, ({ index }) => index);
  return interventionsIn(document).flatMap((written, index): Bar[] => {
    if (!isMapping(written) || !isDate(written['start'])) return [];
    const { start, end } = written;
    const stages = (plannedBy.get(index) ?? []).flatMap(({ intervention }) =>
      intervention.model === 'continuity-teams'
        ? Object.keys(intervention.teams).map((district) => ({ district, start: intervention.start }))
        : [],
    );
    const isRollOut = written['model'] === 'roll-out';
    const last = isRollOut ? stages.at(-1)?.start : isDate(end) ? end : undefined;
    return [{ index, written, start, end: last, isRollOut, stages }];
  });
}

/** Days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMilliseconds);
}

/**
 * A bar moved, or one edge of it, by whole days. The start stays within the horizon, the end after the start. Districts of
 * a roll-out start on the first of a month: it moves to the nearest one, its decision with it, and its end by whole months.
 *
 * @param openEnd where the end of a bar that has none is taken from when it is moved
 */
export function movedBar(
  { written, start, end, isRollOut }: Bar,
  part: BarPart,
  days: number,
  { horizon }: Pick<Scenario, 'horizon'>,
  openEnd: string,
): JsonObject {
  if (isRollOut) return movedRollOut(written, start, part, days, horizon.end);
  const within = (date: string, last: string) => (date > last ? last : date);
  if (part === 'end') {
    const moved = addDays(end ?? openEnd, days);
    return { ...written, end: moved < start ? start : moved };
  }
  const last = part === 'start' && end !== undefined && end < horizon.end ? end : horizon.end;
  const moved = within(addDays(start, days), last);
  if (part === 'start' || end === undefined) return { ...written, start: moved };
  return { ...written, start: moved, end: addDays(end, daysBetween(start, moved)) };
}

function movedRollOut(written: JsonObject, start: string, part: BarPart, days: number, last: string): JsonObject {
  const months = Number(written['months']);
  const room = (from: string) =>
    Math.max(1, Math.min(longestRollOut, Math.floor(daysBetween(from, last) / daysPerMonth)));
  if (part === 'end') {
    return { ...written, months: Math.max(1, Math.min(room(start), months + Math.round(days / daysPerMonth))) };
  }
  const target = addDays(start, days);
  const [before, after] = [monthLater(target, 0), monthLater(target, 1)];
  const nearest = daysBetween(before, target) <= daysBetween(target, after) ? before : after;
  const moved = nearest > last ? monthLater(last, 0) : nearest;
  const { decided } = written;
  return {
    ...written,
    start: moved,
    months: part === 'whole' ? Math.min(months, room(moved)) : Math.max(1, months - monthsBetween(start, moved)),
    ...(isDate(decided) ? { decided: addDays(decided, daysBetween(start, moved)) } : {}),
  };
}

function monthsBetween(from: string, to: string): number {
  const [a, b] = [from, to].map((date) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)));
  return b! - a!;
}

/** Days by which an arrow key moves a bar: a week, or a day with shift; a roll-out by a month. */
export function keyStep({ isRollOut }: Bar, withShift: boolean): number {
  if (isRollOut) return 31;
  return withShift ? 1 : 7;
}

/** A roll-out with one of its districts moved to another place in the order. */
export function reordered(written: JsonObject, from: number, to: number): JsonObject {
  const { order } = written;
  if (!Array.isArray(order) || to < 0 || to >= order.length) return written;
  const district = order[from] as string;
  return { ...written, order: order.toSpliced(from, 1).toSpliced(to, 0, district) as string[] };
}

/** First and last day of the time axis: whole months around the horizon and around every bar, five years of them at most on each side. */
export function axisOf(bars: readonly Bar[], { horizon }: Pick<Scenario, 'horizon'>): { from: string; to: string } {
  const most = 60;
  const dates = bars.flatMap(({ start, end, stages }) => [
    start,
    ...(end === undefined ? [] : [end]),
    ...stages.map((stage) => stage.start),
  ]);
  const first = [horizon.start, ...dates].sort()[0]!;
  const last = [horizon.end, ...dates].sort().at(-1)!;
  const [earliest, latest] = [monthLater(horizon.start, -most), monthLater(horizon.end, most)];
  return {
    from: first < earliest ? earliest : monthLater(first, -1),
    to: last > latest ? latest : monthLater(last, 2),
  };
}
