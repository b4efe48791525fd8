import type { Recording } from '../recording.ts';
import { sameWoman } from '../same-woman.ts';
import { scene } from '../scene.ts';
import { playbackSelection, type Side } from '../selection.ts';
import { nobody } from '../state.ts';

/** The woman of a side who is to be lit because she is chosen, in this plan or in the other; `nobody` if none is. */
export function litWoman(side: Side, recording: Recording): number {
  const { selected } = playbackSelection;
  if (selected?.kind !== 'woman') return nobody;
  if (selected.side === side) return selected.woman;
  const chosenIn = scene.recordings[selected.side];
  return (chosenIn && sameWoman(chosenIn, recording, selected.woman)) ?? nobody;
}

/** The person of a side who is chosen, or `nobody`. */
export function litPerson(side: Side): number {
  const { selected } = playbackSelection;
  return selected?.kind === 'midwife' && selected.side === side ? selected.person : nobody;
}
