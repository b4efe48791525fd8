import { CarePhase, phaseOfKind } from '../contacts/contact-kinds.ts';
import type { ContactLog } from '../contacts/contact-log.ts';
import { Acquaintance } from '../places/labour-ward-assignment.ts';
import type { Workforce } from '../staff/workforce.ts';
import type { Woman } from '../women/woman.ts';

/**
 * How well a woman knows the midwives who work both on a ward and in a health station: her own, or one she had a contact
 * with in pregnancy.
 * @returns undefined when nobody works in both
 */
export function acquaintanceOnWard(
  { units, people, peopleOf }: Workforce,
  log: ContactLog,
): ((woman: Woman, midwife: number) => Acquaintance) | undefined {
  const combined = units.filter(({ kind }) => kind === 'combinedPosition').flatMap(({ index }) => peopleOf[index]!);
  if (combined.length === 0) return undefined;
  const isCombined = new Uint8Array(people.length);
  for (const { number } of combined) isCombined[number] = 1;
  return (woman, midwife) => {
    if (isCombined[midwife] !== 1) return Acquaintance.none;
    if (woman.namedMidwife === midwife) return Acquaintance.named;
    for (let contact = log.lastOf(woman.number); contact >= 0; contact = log.previous.at(contact)) {
      if (log.provider.at(contact) === midwife && phaseOfKind[log.kind.at(contact)] === CarePhase.pregnancy) {
        return Acquaintance.metInPregnancy;
      }
    }
    return Acquaintance.none;
  };
}
