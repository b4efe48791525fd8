import { describe, expect, it } from 'vitest';
import type { BirthSite } from '../../sim-core/maternity/places/birth-site.ts';
import { TraceState } from '../../sim-core/maternity/trace-states.ts';
import { changed, shippedInputs } from '../support/scenarios.ts';
import { tracedService, type TraceRow } from '../support/trace.ts';

/**
 * A year without readmissions, whose beds are not in the trace, and with reception places for all: then a woman has hers
 * from the minute she comes.
 */
const { service, rows } = tracedService(
  changed(shippedInputs('dagens'), ({ data }) => {
    data.clinical.readmission.newborn.share = 0;
    data.clinical.readmission.mother.share = 0;
    for (const site of Object.values(data.sites)) site.receptionPlaces = 1000;
  }),
);
const { from, to } = service.horizon;

/** What she keeps until she has the next place, or leaves. */
const next = [
  TraceState.labourRoom,
  TraceState.diverted,
  TraceState.theatre,
  TraceState.postnatalBed,
  TraceState.discharged,
] as const;

type Place =
  | 'receptionPlaces'
  | 'antenatalBeds'
  | 'labourRooms'
  | 'theatres'
  | 'recoveryPlaces'
  | 'postnatalBeds'
  | 'hotelBeds'
  | 'neonatalCots';

/** With which row she comes into a place, and with which of others she leaves it. */
const stays: Record<Place, { entry: TraceState; exits: readonly TraceState[] }> = {
  receptionPlaces: { entry: TraceState.triage, exits: next },
  antenatalBeds: { entry: TraceState.antenatalBed, exits: next },
  labourRooms: { entry: TraceState.labourRoom, exits: [TraceState.cleaningEnds] },
  theatres: { entry: TraceState.theatre, exits: [TraceState.recovery] },
  recoveryPlaces: { entry: TraceState.recovery, exits: [TraceState.postnatalBed, TraceState.discharged] },
  postnatalBeds: { entry: TraceState.postnatalBed, exits: [TraceState.hotelBed, TraceState.discharged] },
  hotelBeds: { entry: TraceState.hotelBed, exits: [TraceState.discharged] },
  neonatalCots: { entry: TraceState.neonatalAdmission, exits: [TraceState.neonatalDischarge] },
};

/** Women who came within the horizon to each site, and the time spent there within it by all, from rows of the trace. */
function timeSpent(place: Place): { visits: number; minutes: number }[] {
  const { entry, exits } = stays[place];
  const spent = service.sites.map(() => ({ visits: 0, minutes: 0 }));
  const current = new Map<number, { site: number; since: number }>();
  const enter = (woman: number, site: number, since: number): void => {
    if (current.has(woman)) return;
    current.set(woman, { site, since });
    if (since >= from) spent[site]!.visits++;
  };
  const leave = (woman: number, time: number): void => {
    const stay = current.get(woman);
    if (stay === undefined) return;
    spent[stay.site]!.minutes += Math.max(0, time - Math.max(stay.since, from));
    current.delete(woman);
  };
  const moved = new Set<number>();
  for (const row of rows) {
    const { time, entity, state } = row;
    if (entity < 0) continue;
    if (exits.includes(state)) leave(entity, time);
    if (state === TraceState.diverted) {
      moved.add(entity);
      // The room she is moved to is kept for her while she is on the way.
      if (place === 'labourRooms') enter(entity, row.other, time);
    }
    if (state === entry && !isArrivalOfMoved(row, moved)) enter(entity, row.place, time);
  }
  for (const woman of current.keys()) leave(woman, to);
  return spent;
}

/** Who has been moved comes by a row of triage too, but her room is waiting. */
function isArrivalOfMoved({ state, entity }: TraceRow, moved: ReadonlySet<number>): boolean {
  return state === TraceState.triage && moved.has(entity);
}

describe('Little’s law holds at every site: mean in use = visits a minute × minutes each, of', () => {
  it.each(Object.keys(stays) as Place[])('%s', (place) => {
    const spent = timeSpent(place);
    expect(spent.some(({ visits }) => visits > 100)).toBe(true);
    for (const [index, site] of service.sites.entries()) {
      const { visits, minutes } = spent[index]!;
      const mean = meanInUse(site, place);
      expect(mean, site.id).toBeCloseTo(minutes / (to - from), 6);
      expect(mean > 0, site.id).toBe(visits > 0);
    }
  });
});

function meanInUse(site: BirthSite, place: Place): number {
  return site[place].usage.mean(service.simulation.now);
}
