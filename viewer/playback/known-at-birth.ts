import { CarePhase, phaseOfKind } from '../../sim-core/maternity/contacts/contact-kinds.ts';
import type { Playback } from '../../sim-core/maternity/record/columns.ts';
import type { Slices } from './slices.ts';

/**
 * Whether each woman knew the midwife who was with her when the child was born, by woman: she was her own, of her team, or
 * had met her in pregnancy.
 *
 * @param teamOf index of the team that a person belongs to, or −1, by person
 */
export async function knownAtBirth(
  { women, contacts }: Pick<Playback, 'women' | 'contacts'>,
  teamOf: ArrayLike<number>,
  slices: Slices,
): Promise<Uint8Array> {
  const { bornWith, namedMidwife, team } = women;
  const known = new Uint8Array(bornWith.length);
  for (let woman = 0; woman < known.length; woman++) {
    const midwife = bornWith[woman]!;
    if (midwife < 0) continue;
    const isOfTeam = team[woman]! >= 0 && teamOf[midwife] === team[woman];
    if (midwife === namedMidwife[woman] || isOfTeam) known[woman] = 1;
  }
  for (let contact = 0; contact < contacts.woman.length; contact++) {
    const woman = contacts.woman[contact]!;
    const isInPregnancy = phaseOfKind[contacts.kind[contact]!] === CarePhase.pregnancy;
    if (isInPregnancy && bornWith[woman]! >= 0 && contacts.provider[contact] === bornWith[woman]) known[woman] = 1;
    if (contact % 1024 === 0 && slices.isSpent) await slices.rest();
  }
  return known;
}
