import type { WardMidwife } from './labour-ward-midwife.ts';
import { CareState, type WardStay } from './labour-ward-stay.ts';

/**
 * How many more midwives would give every woman in active labour one of her own: one for each who has nobody, and one for
 * each midwife with women in active labour and others, or more if several of hers are in active labour.
 */
export function midwivesLacking(midwives: readonly WardMidwife[], stays: readonly WardStay[]): number {
  let lacking = 0;
  let sharing = false;
  for (let index = 0; index < stays.length; index++) {
    const { state } = stays[index]!;
    if (state === CareState.alone) lacking++;
    else if (state === CareState.shared) sharing = true;
  }
  if (!sharing) return lacking;
  for (let index = 0; index < midwives.length; index++) {
    const midwife = midwives[index]!;
    const { commitments } = midwife;
    if (!midwife.isPresent || commitments < 2) continue;
    let active = activeWomen(midwife);
    for (const colleague of midwife.covers) active += activeWomen(colleague);
    lacking += Math.min(active, commitments - 1);
  }
  return lacking;
}

function activeWomen({ women }: WardMidwife): number {
  let active = 0;
  for (let index = 0; index < women.length; index++) if (women[index]!.isActive) active++;
  return active;
}
