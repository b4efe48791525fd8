import { originIds, siteIds, teamLabels, type ModelInputs } from '../../sim-core/maternity/model-inputs.ts';
import { unitsOf } from '../../sim-core/maternity/staff/units.ts';
import type { PlaceKind } from './open-places.ts';

/** A site as the picture shows it: where its slots begin, and places of which the number stands still. */
export interface SiteLayout {
  id: string;
  roomStart: number;
  rooms: number;
  bedStart: number;
  beds: number;
  theatres: number;
  /** The most that can ever be open. */
  hotelBeds: number;
}

/** The fixed furniture of a playback: how many rooms and beds a site can ever have, and where its slots begin. */
export interface PlaybackLayout {
  sites: SiteLayout[];
  rooms: number;
  beds: number;
  teams: { originIndex: number; number: number; midwifeStart: number; midwives: number }[];
  midwives: number;
  /** Per unit: index of the site whose labour-ward midwives it is made up of, or −1. */
  labourWardOfUnit: number[];
  /** Per unit: index of the continuity team that it is, or −1. */
  teamOfUnit: number[];
}

/**
 * Slots for every room and bed that is ever open: those of the site plus every increase that an intervention brings.
 * Closing rooms never adds slots, since a woman who is in a room when it closes stays in it.
 */
export function playbackLayout(inputs: ModelInputs): PlaybackLayout {
  let rooms = 0;
  let beds = 0;
  const sites = siteIds(inputs).map((id) => {
    const site = inputs.data.sites[id]!;
    const placed = {
      id,
      roomStart: rooms,
      rooms: site.labourRooms + increase(inputs, id, 'labourRooms'),
      bedStart: beds,
      beds: site.postnatalBeds + increase(inputs, id, 'postnatalBeds'),
      theatres: site.theatres,
      hotelBeds: site.hotelBeds + increase(inputs, id, 'hotelBeds'),
    };
    rooms += placed.rooms;
    beds += placed.beds;
    return placed;
  });
  let midwives = 0;
  const origins = originIds(inputs);
  const teams = teamLabels(inputs).map(({ originId, number, midwives: size }) => {
    const placed = { originIndex: origins.indexOf(originId), number, midwifeStart: midwives, midwives: size };
    midwives += size;
    return placed;
  });
  const units = unitsOf(inputs);
  const labourWardOfUnit = units.map(({ kind, profession, site }) =>
    kind === 'labourWard' && profession === 'midwife' ? site : -1,
  );
  const teamOfUnit = units.map(({ team }) => team);
  return { sites, rooms, beds, teams, midwives, labourWardOfUnit, teamOfUnit };
}

function increase(inputs: ModelInputs, siteId: string, what: PlaceKind): number {
  return inputs.interventions.reduce(
    (sum, intervention) =>
      intervention.model === 'capacity' && intervention.site === siteId
        ? sum + Math.max(0, intervention[what] ?? 0)
        : sum,
    0,
  );
}
