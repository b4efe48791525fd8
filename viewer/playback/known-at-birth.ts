import type { Playback } from '../../sim-core/maternity/record/columns.ts';

/**
 * Whether each woman knew the midwife who was with her when the child was born, by woman, as the indicator counts it: her
 * own named midwife, or one of her team.
 *
 * @param teamOf index of the team that a person belongs to, or −1, by person
 */
export function knownAtBirth({ women }: Pick<Playback, 'women'>, teamOf: ArrayLike<number>): Uint8Array {
  const { bornWith, namedMidwife, team } = women;
  const known = new Uint8Array(bornWith.length);
  for (let woman = 0; woman < known.length; woman++) {
    const midwife = bornWith[woman]!;
    if (midwife < 0) continue;
    const isOfTeam = team[woman]! >= 0 && teamOf[midwife] === team[woman];
    if (midwife === namedMidwife[woman] || isOfTeam) known[woman] = 1;
  }
  return known;
}
