import type { ActivityMoment } from '../activity.ts';
import type { PlaybackLayout } from '../layout.ts';
import type { PlaceKind } from '../open-places.ts';
import type { Recording } from '../recording.ts';
import { nobody, Place, Stage, type PlaybackState } from '../state.ts';
import type { LabourCare } from './labour-care.ts';
import { bedSlot, roomSlot, withClosed, withoutNeverOpen, type SlotState } from './slot-shapes.ts';
import type { WardKind } from './zoom.ts';

/** One room, bed or place. */
export interface Slot {
  state: SlotState;
  /** Who is in it, or `nobody`. */
  woman: number;
  /** A midwife of her own team is with her. */
  starred: boolean;
}

/** One ward of a hospital at an instant. */
export interface WardPicture {
  ward: WardKind;
  slots: Slot[];
  taken: number;
  open: number;
  /** Women who wait for a place here. */
  queue: number;
}

/** What wards are read from. */
export interface WardSources {
  recording: Pick<Recording, 'layout' | 'mostOpen' | 'placesOpen'>;
  state: PlaybackState;
  care: LabourCare;
  activity: Pick<ActivityMoment, 'reception'>;
  time: number;
}

/** Wards whose places are not told apart in the trace: where their women are, and how many places are open. */
const countedWards = {
  reception: { place: Place.reception, open: 'receptionPlaces' },
  antenatal: { place: Place.antenatalBed, open: 'antenatalBeds' },
  theatre: { place: Place.theatre, open: 'theatres' },
  recovery: { place: Place.recovery, open: 'recoveryPlaces' },
  hotel: { place: Place.hotel, open: 'hotelBeds' },
} satisfies Partial<Record<WardKind, { place: Place; open: PlaceKind | 'theatres' }>>;

/** A ward of a site at an instant, slot by slot. */
export function wardPicture(ward: WardKind, site: number, sources: WardSources): WardPicture {
  const { recording, state } = sources;
  const { roomStart, rooms, bedStart, beds } = recording.layout.sites[site]!;
  const mostOpen = recording.mostOpen[site]!;
  switch (ward) {
    case 'labour':
      return pictureOf(
        ward,
        stretch(rooms, (index) => roomAt(sources, roomStart + index)),
        state.roomsOpen[site]!,
        mostOpen.rooms,
        sources.activity.reception[site]!.waiting,
      );
    case 'postnatal':
      return pictureOf(
        ward,
        stretch(beds, (index) => ({
          state: bedSlot(state, bedStart + index),
          woman: state.bedWoman[bedStart + index]!,
          starred: false,
        })),
        state.bedsOpen[site]!,
        mostOpen.beds,
        waitingForBed(state, site),
      );
    case 'neonatal': {
      const { taken, open } = countsOf(ward, site, sources);
      const slots = stretch(Math.max(taken, open), (index): Slot => ({
        state: index < taken ? 'child' : 'free',
        woman: nobody,
        starred: false,
      }));
      return { ward, slots, taken, open, queue: 0 };
    }
    default:
      return countedWard(ward, site, sources);
  }
}

/** How many places of a ward are taken and open, for wards whose women are not asked for one by one. */
export function countsOf(
  ward: keyof typeof countedWards | 'neonatal',
  site: number,
  sources: WardSources,
): {
  taken: number;
  open: number;
} {
  const { recording, state, time } = sources;
  if (ward === 'neonatal') {
    return { taken: state.cotsTaken[site]!, open: recording.placesOpen(site, 'neonatalCots', time) };
  }
  const { place, open } = countedWards[ward];
  return {
    taken: state.womenIn(site, place),
    open: open === 'theatres' ? recording.layout.sites[site]!.theatres : recording.placesOpen(site, open, time),
  };
}

/** The ward where a woman is, or undefined when she is in none. Whoever is admitted again is known by her bed only. */
export function wardOf(
  state: PlaybackState,
  woman: number,
  { sites }: Pick<PlaybackLayout, 'sites'>,
): { site: number; ward: WardKind } | undefined {
  const wards: Partial<Record<Place, WardKind>> = {
    [Place.reception]: 'reception',
    [Place.antenatalBed]: 'antenatal',
    [Place.labourRoom]: 'labour',
    [Place.theatre]: 'theatre',
    [Place.recovery]: 'recovery',
    [Place.postnatalBed]: 'postnatal',
    [Place.hotel]: 'hotel',
  };
  const ward = wards[state.place[woman] as Place];
  if (ward) return { site: state.site[woman]!, ward };
  const bed = state.bedWoman.indexOf(woman);
  const site = sites.findIndex(({ bedStart, beds }) => bed >= bedStart && bed < bedStart + beds);
  return site < 0 ? undefined : { site, ward: 'postnatal' };
}

/** How a woman in any place but a postnatal bed looks. */
function womanLook({ state, care }: WardSources, woman: number): SlotState {
  switch (state.stage[woman]) {
    case Stage.active:
      return state.place[woman] === Place.theatre ? 'operation' : care.of(woman);
    case Stage.born:
      if (state.place[woman] === Place.theatre) return 'operation';
      return state.place[woman] === Place.hotel ? 'occupied' : 'recovery';
    case Stage.waitingForBed:
      return 'blocked';
    default:
      return state.place[woman] === Place.theatre ? 'operation' : 'latent';
  }
}

function roomAt({ state, care }: WardSources, room: number): Slot {
  const woman = state.roomWoman[room]!;
  const look = roomSlot(state, care, room);
  const starred = woman !== nobody && look !== 'cleaning' && state.isAttended(woman);
  return { state: look, woman: look === 'cleaning' ? nobody : woman, starred };
}

function countedWard(ward: keyof typeof countedWards, site: number, sources: WardSources): WardPicture {
  const { state } = sources;
  const { place } = countedWards[ward];
  const { open } = countsOf(ward, site, sources);
  const women: number[] = [];
  for (let woman = 0; woman < state.place.length; woman++) {
    if (state.place[woman] === place && state.site[woman] === site) women.push(woman);
  }
  const slots = stretch(Math.max(open, women.length), (index): Slot => {
    const woman = women[index];
    if (woman === undefined) return { state: 'free', woman: nobody, starred: false };
    return { state: womanLook(sources, woman), woman, starred: state.isAttended(woman) };
  });
  return { ward, slots, taken: women.length, open, queue: Math.max(0, women.length - open) };
}

/** Women who are ready for the postnatal ward of a site, but have no bed there. */
export function waitingForBed({ stage, site }: PlaybackState, siteIndex: number): number {
  let waiting = 0;
  for (let woman = 0; woman < stage.length; woman++) {
    if (stage[woman] === Stage.waitingForBed && site[woman] === siteIndex) waiting++;
  }
  return waiting;
}

function pictureOf(ward: WardKind, all: Slot[], open: number, mostOpen: number, queue: number): WardPicture {
  const looks = withClosed(
    all.map(({ state }) => state),
    open,
  );
  const slots = withoutNeverOpen(
    all.map((slot, index) => ({ ...slot, state: looks[index]! })),
    mostOpen,
  );
  const taken = slots.filter(({ state }) => state !== 'free' && state !== 'closed').length;
  return { ward, slots, taken, open, queue };
}

function stretch(length: number, at: (index: number) => Slot): Slot[] {
  return Array.from({ length }, (_, index) => at(index));
}
