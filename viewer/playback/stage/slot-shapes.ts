import type { Dictionary } from '../../language/dictionary.ts';
import type { LabourCare } from './labour-care.ts';
import { nobody, Stage, type PlaybackState } from '../state.ts';

/** What a room or bed looks like. */
export type SlotState = keyof Dictionary['stage']['states'];

/** The symbol on each kind of slot, in a square from −8 to 8. `solid` is filled, `line` is drawn. */
export const slotShapes: Record<SlotState, { solid?: string; line?: string }> = {
  free: {},
  latent: { line: circle(0, 0, 4) },
  own: { solid: circle(0, 0, 5) },
  shared: { solid: 'M0,-5.5A5.5,5.5 0 0,1 0,5.5Z', line: circle(0, 0, 5.5) },
  alone: { solid: 'M-1.6,-6.5H1.6L1,2H-1Z' + circle(0, 5, 1.6) },
  operation: { solid: 'M-1.8,-6.5H1.8V-1.8H6.5V1.8H1.8V6.5H-1.8V1.8H-6.5V-1.8H-1.8Z' },
  recovery: { solid: circle(0, -2.5, 3.8) + 'M-6,3.5H6V6H-6Z' },
  blocked: { solid: 'M-5,-5H-1.5V5H-5ZM1.5,-5H5V5H1.5Z' },
  cleaning: { line: 'M-7,-1L-1,-7M-7,7L7,-7M1,7L7,1' },
  closed: { line: 'M-5,-5L5,5M-5,5L5,-5' },
  occupied: { solid: circle(-1.6, -1, 4) + circle(4, 3.2, 2.4) },
  child: { solid: 'M-6,1H6A6,6 0 0,1 -6,1Z' + circle(0, -3, 2.6) },
  readmitted: { line: 'M5,-1.5A5.2,5.2 0 1,0 4.2,3.2M5.5,-6V-1.5H1' },
};

/** A five-pointed star: a midwife of the woman's own team is with her. */
export const teamStar = star(6, 2.6);

/** Look of a labour room at an instant. `room` is its index in the state. */
export function roomSlot(state: PlaybackState, care: LabourCare, room: number): SlotState {
  const woman = state.roomWoman[room]!;
  if (woman === nobody) return 'free';
  if (state.roomCleaning[room]) return 'cleaning';
  switch (state.stage[woman]) {
    case Stage.active:
      return care.of(woman);
    case Stage.born:
      return 'recovery';
    case Stage.waitingForBed:
      return 'blocked';
    default:
      return 'latent';
  }
}

/** Look of a postnatal bed at an instant. `bed` is its index in the state. */
export function bedSlot(state: PlaybackState, bed: number): SlotState {
  if (state.bedWoman[bed] === nobody) return 'free';
  return state.bedReadmitted[bed] ? 'readmitted' : 'occupied';
}

/**
 * Looks of the rooms or beds of a site in slot order. Those that are closed are the free ones with the highest numbers,
 * as many as are not open.
 */
export function withClosed(slots: SlotState[], open: number): SlotState[] {
  let closed = slots.length - open;
  return slots.reduceRight<SlotState[]>((looks, slot) => {
    const isClosed = slot === 'free' && closed > 0;
    if (isClosed) closed--;
    looks.unshift(isClosed ? 'closed' : slot);
    return looks;
  }, []);
}

/**
 * Without the closed ones with the highest numbers, as far as there are more slots than are ever open in the horizon. Slots
 * that are in use are kept, whatever their number.
 */
export function withoutNeverOpen<Slot extends { state: SlotState }>(slots: readonly Slot[], mostOpen: number): Slot[] {
  let surplus = slots.length - mostOpen;
  return slots.reduceRight<Slot[]>((kept, slot) => {
    if (slot.state === 'closed' && surplus > 0) surplus--;
    else kept.unshift(slot);
    return kept;
  }, []);
}

/** Outline of a circle. */
export function circle(x: number, y: number, radius: number): string {
  return `M${x - radius},${y}a${radius},${radius} 0 1,0 ${2 * radius},0a${radius},${radius} 0 1,0 ${-2 * radius},0Z`;
}

/** Outline of a five-pointed star that stands on two points. */
export function star(outer: number, inner: number): string {
  const corners = Array.from({ length: 10 }, (_, index) => {
    const radius = index % 2 === 0 ? outer : inner;
    const angle = (index * Math.PI) / 5 - Math.PI / 2;
    return `${(radius * Math.cos(angle)).toFixed(2)},${(radius * Math.sin(angle)).toFixed(2)}`;
  });
  return `M${corners.join('L')}Z`;
}
