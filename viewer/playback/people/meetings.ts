import { CarePhase, phaseOfKind } from '../../../sim-core/maternity/contacts/contact-kinds.ts';
import { unitsOf } from '../../../sim-core/maternity/staff/units.ts';
import { professions } from '../../../sim-core/maternity/staff/person.ts';
import type { PathwayContact } from './pathway.ts';
import type { Recorded } from './recorded.ts';
import type { RecordingIndex } from './recording-index.ts';
import { rowsOfKey } from './row-index.ts';

/** How a woman knew the person of a contact when it began. `other`: not a person of the model, such as her general practitioner. */
export const acquaintances = ['named', 'team', 'metBefore', 'new', 'other'] as const;
export type Acquaintance = (typeof acquaintances)[number];

/** One person or provider she met. */
export interface Met {
  /** Number of a person, a `Provider`, or hired staff. */
  provider: number;
  relation: 'named' | 'team' | 'other';
  isMidwife: boolean;
  meetings: number;
  /** Minutes of the clock. */
  first: number;
  last: number;
  /** Was with her when the child was born. */
  atBirth: boolean;
  /** Had met her in pregnancy, is of her team or her own midwife; only of who was with her at the birth. */
  knownAtBirth: boolean;
}

/** Who of the people are midwives, and of which team (index, or −1). */
interface Staff {
  isMidwife: Uint8Array;
  team: Int16Array;
}

const staffOf = new WeakMap<object, Staff>();
const midwife = professions.indexOf('midwife');

/** Midwives and teams by number of the person. */
export function midwivesOf({ inputs, playback }: Recorded): Staff {
  let staff = staffOf.get(playback);
  if (staff === undefined) {
    const units = unitsOf(inputs);
    staff = {
      isMidwife: Uint8Array.from(playback.people.profession, (profession) => (profession === midwife ? 1 : 0)),
      team: Int16Array.from(playback.people.unit, (unit) => units[unit]?.team ?? -1),
    };
    staffOf.set(playback, staff);
  }
  return staff;
}

/** How well she knew who was with her when the child was born; the first that holds, from the left. */
export type KnownAtBirth = 'named' | 'team' | 'metBefore' | 'unknown';

/** As the indicators of known midwives count it: contacts in the latent phase are of pregnancy, those in labour are not. */
export function knownAtBirth(recorded: Recorded, { contactsOfWoman }: RecordingIndex, woman: number): KnownAtBirth {
  const { women, contacts } = recorded.playback;
  const bornWith = women.bornWith[woman]!;
  if (bornWith < 0) return 'unknown';
  if (bornWith === women.namedMidwife[woman]) return 'named';
  const team = women.team[woman]!;
  if (team >= 0 && midwivesOf(recorded).team[bornWith] === team) return 'team';
  for (const row of rowsOfKey(contactsOfWoman, woman)) {
    if (contacts.provider[row] === bornWith && phaseOfKind[contacts.kind[row]!] === CarePhase.pregnancy) {
      return 'metBefore';
    }
  }
  return 'unknown';
}

/** Number of different midwives, who are people of the model, that she has had contacts with. */
export function midwivesMet(recorded: Recorded, { contactsOfWoman }: RecordingIndex, woman: number): number {
  const { contacts } = recorded.playback;
  const { isMidwife } = midwivesOf(recorded);
  const met = new Set<number>();
  for (const row of rowsOfKey(contactsOfWoman, woman)) {
    const provider = contacts.provider[row]!;
    if (provider >= 0 && isMidwife[provider] === 1) met.add(provider);
  }
  return met.size;
}

/** How she knew the person of each of her contacts, in the same order. @param contacts in order of their start */
export function acquaintancesOf(
  recorded: Recorded,
  woman: number,
  contacts: readonly PathwayContact[],
): Acquaintance[] {
  const { women } = recorded.playback;
  const staff = midwivesOf(recorded);
  const met = new Set<number>();
  return contacts.map(({ provider }) => {
    const isNew = !met.has(provider);
    met.add(provider);
    if (provider < 0) return 'other';
    const relation = relationOf(women.namedMidwife[woman]!, women.team[woman]!, staff, provider);
    return relation === 'other' ? (isNew ? 'new' : 'metBefore') : relation;
  });
}

/** Whom she met, in the order in which she met them. @param contacts in order of their start */
export function whomSheMet(
  recorded: Recorded,
  index: RecordingIndex,
  woman: number,
  contacts: readonly PathwayContact[],
): Met[] {
  const { women } = recorded.playback;
  const staff = midwivesOf(recorded);
  const bornWith = women.bornWith[woman]!;
  const isKnown = knownAtBirth(recorded, index, woman) !== 'unknown';
  const list = new Map<number, Met>();
  for (const { provider, start } of contacts) {
    const met = list.get(provider);
    if (met) {
      met.meetings++;
      met.last = start;
      continue;
    }
    list.set(provider, {
      provider,
      relation: relationOf(women.namedMidwife[woman]!, women.team[woman]!, staff, provider),
      isMidwife: provider >= 0 && staff.isMidwife[provider] === 1,
      meetings: 1,
      first: start,
      last: start,
      atBirth: provider >= 0 && provider === bornWith,
      knownAtBirth: provider >= 0 && provider === bornWith && isKnown,
    });
  }
  return [...list.values()];
}

function relationOf(named: number, team: number, staff: Staff, provider: number): Met['relation'] {
  if (provider < 0) return 'other';
  if (provider === named) return 'named';
  return team >= 0 && staff.team[provider] === team ? 'team' : 'other';
}
