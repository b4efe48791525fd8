import { rowsUntil } from '../../../sim-core/kernel/trace-log.ts';
import { Journey } from '../journeys.ts';
import type { MapPlan, Point } from './projection.ts';
import type { Recording } from '../recording.ts';
import { underWay } from './easing.ts';
import { homeOf } from './homes.ts';
import type { MarkKind } from './mark-shapes.ts';

/** A woman under way at the instant that is shown. */
interface Movement {
  kind: Extract<MarkKind, 'in' | 'home' | 'between'>;
  woman: number;
  at: Point;
  /** Index of the site that she goes to or comes from. */
  site: number;
}

/** At high speed a journey would last less than a frame; it is then drawn out to this many seconds of the wall clock. */
const shortestSeconds = 0.7;
/** No journey lasts longer than this, unless it is drawn out. */
const longestMinutes = 120;

/**
 * Every woman who is under way at an instant. Arrivals are known beforehand from the trace, so that a woman is on the road
 * in the minutes before she comes.
 *
 * @param speed simulated minutes per second
 * @param calm without motion: she is at one end of her way or at the other
 */
export function movementsAt(
  recording: Recording,
  plan: MapPlan,
  time: number,
  speed: number,
  calm: boolean,
): Movement[] {
  const { inputs, originIds, layout, playback, journeys } = recording;
  const { trace, women } = playback;
  const shortest = speed * shortestSeconds;
  const window = Math.max(longestMinutes, shortest);
  const movements: Movement[] = [];
  const end = rowsUntil(trace.time, time + window);

  for (let row = rowsUntil(trace.time, time - window); row < end; row++) {
    const journey = journeys[row]!;
    if (journey === Journey.none || journey === Journey.midwifeVisit || journey === Journey.healthNurseVisit) continue;
    const woman = trace.entity[row]!;
    const at = trace.time[row]!;
    const origin = women.origin[woman]!;
    const home = homeOf(woman, plan.origins[origin]!);
    const site = trace.place[row]!;
    const place = plan.sites[site]!.at;
    const travel = inputs.data.origins[originIds[origin]!]!.journey[layout.sites[site]!.id] ?? 0;

    /** Adds a journey that begins at `start` if she is under way now. */
    const add = (kind: Movement['kind'], from: Point, to: Point, start: number, minutes: number, toSite: number) => {
      const passed = (time - start) / minutes;
      if (passed >= 0 && passed <= 1)
        movements.push({ kind, woman, site: toSite, at: underWay(from, to, passed, calm) });
    };
    const minutes = Math.max(travel, shortest);
    if (journey === Journey.home) add('home', place, home, at, minutes, site);
    else if (journey === Journey.in) add('in', home, place, at - minutes, minutes, site);
    else {
      const other = trace.other[row]!;
      const transfer = Math.max(transferMinutes(recording, site, other), shortest);
      const fromHome = journey === Journey.inElsewhere;
      add(fromHome ? 'in' : 'between', fromHome ? home : place, plan.sites[other]!.at, at, transfer, other);
    }
  }
  return movements;
}

function transferMinutes({ inputs, layout }: Recording, from: number, to: number): number {
  const target = layout.sites[to]!.id;
  return inputs.data.sites[layout.sites[from]!.id]!.diversion.find(({ site }) => site === target)?.journey ?? 0;
}
