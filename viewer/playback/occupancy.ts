import type { Calendar } from '../../sim-core/kernel/calendar.ts';
import type { TraceColumns } from '../../sim-core/kernel/trace.ts';
import type { PlaybackLayout } from './layout.ts';
import { Seeker } from './seeker.ts';
import { Place, type PlaybackState } from './state.ts';

/** Women in labour rooms, all sites together, during one day. */
export interface DayOccupancy {
  /** Minute of the clock at which the day begins. */
  midnight: number;
  mean: number;
  lowest: number;
  highest: number;
}

/** A playback that has been read through once: ready to be sought, and with its year at a glance. */
export interface IndexedPlayback {
  seeker: Seeker;
  days: DayOccupancy[];
}

/** Reads a playback through: makes the checkpoints and follows the labour rooms day by day from `from` to `to`. */
export function indexPlayback(
  layout: PlaybackLayout,
  women: number,
  trace: TraceColumns,
  calendar: Calendar,
  { from, to }: { from: number; to: number },
): IndexedPlayback {
  const days: DayOccupancy[] = [];
  let day = calendar.dayOf(from);
  let known = 0;
  let last = from;
  let womanMinutes = 0;
  let lowest = 0;
  let highest = 0;
  const closeDay = () => {
    const midnight = calendar.midnight(day);
    days.push({ midnight, mean: womanMinutes / calendar.lengthOf(day), lowest, highest });
    womanMinutes = 0;
    lowest = highest = known;
    day++;
  };
  /** The number known so far has held until `time`. */
  const lapse = (time: number) => {
    while (calendar.midnight(day + 1) <= time && calendar.midnight(day + 1) <= to) {
      womanMinutes += known * (calendar.midnight(day + 1) - last);
      last = calendar.midnight(day + 1);
      closeDay();
    }
    womanMinutes += known * Math.max(0, time - last);
    last = Math.max(last, time);
  };
  const seeker = new Seeker(layout, women, trace, (state, time) => {
    if (time < from) {
      known = lowest = highest = inRooms(state, layout.sites.length);
      return;
    }
    if (time > to) return;
    lapse(time);
    known = inRooms(state, layout.sites.length);
    lowest = Math.min(lowest, known);
    highest = Math.max(highest, known);
  });
  lapse(to);
  return { seeker, days };
}

function inRooms(state: PlaybackState, sites: number): number {
  let women = 0;
  for (let site = 0; site < sites; site++) women += state.womenIn(site, Place.labourRoom);
  return women;
}
