import { rowsUntil } from '../../sim-core/kernel/trace-log.ts';
import { Journey } from './journeys.ts';
import type { MapPlan, Point } from './projection.ts';
import type { Recording } from './recording.ts';

export type MovementKind = 'in' | 'home' | 'between' | 'visit' | 'nurseVisit';

/** Someone under way, or at home with the midwife or health nurse, at the instant that is shown. */
export interface Movement {
  kind: MovementKind;
  at: Point;
}

const homeVisitMinutes = 60;
/** At high speed a journey would last less than a frame; it is then drawn out to this many seconds of the wall clock. */
const shortestSeconds = 0.7;
/** No journey or visit lasts longer than this, unless it is drawn out. */
const longestMinutes = 120;

/**
 * Everyone who is under way at an instant. Arrivals are known beforehand from the trace, so that a woman is on the road
 * in the minutes before she comes.
 *
 * @param speed simulated minutes per second
 */
export function movementsAt(recording: Recording, plan: MapPlan, time: number, speed: number): Movement[] {
  const { inputs, originIds, layout, playback, journeys } = recording;
  const { trace, women } = playback;
  const shortest = speed * shortestSeconds;
  const window = Math.max(longestMinutes, shortest);
  const movements: Movement[] = [];
  const end = rowsUntil(trace.time, time + window);

  /** Adds a movement that lasts `minutes` from `start` if it is under way now. */
  const add = (kind: MovementKind, from: Point, to: Point, start: number, minutes: number) => {
    const passed = (time - start) / minutes;
    if (passed < 0 || passed > 1) return;
    movements.push({ kind, at: [from[0] + (to[0] - from[0]) * passed, from[1] + (to[1] - from[1]) * passed] });
  };

  for (let row = rowsUntil(trace.time, time - window); row < end; row++) {
    const journey = journeys[row]!;
    if (journey === Journey.none) continue;
    const woman = trace.entity[row]!;
    const at = trace.time[row]!;
    const origin = women.origin[woman]!;
    const home = homeOf(woman, plan.origins[origin]!);
    if (journey === Journey.midwifeVisit || journey === Journey.healthNurseVisit) {
      const kind = journey === Journey.midwifeVisit ? 'visit' : 'nurseVisit';
      add(kind, home, home, at, Math.max(homeVisitMinutes, shortest));
      continue;
    }
    const site = trace.place[row]!;
    const place = plan.sites[site]!.at;
    const travel = inputs.data.origins[originIds[origin]!]!.journey[layout.sites[site]!.id] ?? 0;
    const minutes = Math.max(travel, shortest);
    if (journey === Journey.home) add('home', place, home, at, minutes);
    else if (journey === Journey.in) add('in', home, place, at - minutes, minutes);
    else {
      const other = trace.other[row]!;
      const transfer = Math.max(transferMinutes(recording, site, other), shortest);
      const comesFromHome = journey === Journey.inElsewhere;
      add(comesFromHome ? 'in' : 'between', comesFromHome ? home : place, plan.sites[other]!.at, at, transfer);
    }
  }
  return movements;
}

function transferMinutes({ inputs, layout }: Recording, from: number, to: number): number {
  const target = layout.sites[to]!.id;
  return inputs.data.sites[layout.sites[from]!.id]!.diversion.find(({ site }) => site === target)?.journey ?? 0;
}

/** A fixed place within the district for each woman, spread evenly by the golden angle. */
function homeOf(woman: number, { at: [x, y], radius }: { at: Point; radius: number }): Point {
  const angle = woman * 2.399963;
  const distance = radius * 0.85 * Math.sqrt(((woman * 7919) % 1000) / 1000);
  return [x + distance * Math.cos(angle), y + distance * Math.sin(angle)];
}
