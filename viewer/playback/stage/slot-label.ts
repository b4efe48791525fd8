import { number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import type { Slot } from './wards.ts';
import type { WardKind } from './zoom.ts';

/** What a slot is, and who is in it, in words. @param index its place in the ward, from 0 */
export function slotLabel(ward: WardKind, index: number, { state, woman, starred }: Slot): string {
  const { stage } = texts();
  const parts = [stage.states[state]];
  if (woman >= 0) parts.push(stage.womanInSentence(String(woman)));
  if (starred) parts.push(stage.withTeamMidwife);
  const label = ward === 'labour' ? stage.roomLabel : ward === 'postnatal' ? stage.bedLabel : stage.placeLabel;
  return label(number(index + 1), parts.join(', '));
}
