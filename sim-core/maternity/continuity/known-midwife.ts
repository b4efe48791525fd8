import { CarePhase, phaseOfKind } from '../contacts/contact-kinds.ts';
import type { ContactLog } from '../contacts/contact-log.ts';
import type { Midwives } from './midwives.ts';

/** How well a woman knows the midwife who is with her when the child is born; the first that holds, from the highest. */
export const KnownMidwife = {
  /** Never met in pregnancy, or no midwife is there. */
  none: 0,
  /** Somebody she had a contact with in pregnancy. */
  metBefore: 1,
  /** A midwife of the woman's own continuity team. */
  team: 2,
  /** Her own, named midwife. */
  named: 3,
} as const;
export type KnownMidwife = (typeof KnownMidwife)[keyof typeof KnownMidwife];

/** What the measures of continuity need to know of a woman who has given birth. */
export interface ContinuitySubject {
  readonly number: number;
  /** Person numbers, or −1. */
  readonly namedMidwife: number;
  readonly bornWith: number;
  readonly team: { readonly index: number } | undefined;
}

/** How a woman knows the midwife at the birth. Contacts in the latent phase of labour count as pregnancy. */
export function knownMidwifeAtBirth(
  { number, namedMidwife, bornWith, team }: ContinuitySubject,
  log: ContactLog,
  midwives: Midwives,
): KnownMidwife {
  if (bornWith < 0) return KnownMidwife.none;
  if (bornWith === namedMidwife) return KnownMidwife.named;
  if (team !== undefined && midwives.team[bornWith] === team.index) return KnownMidwife.team;
  for (let contact = log.lastOf(number); contact >= 0; contact = log.previous.at(contact)) {
    if (log.provider.at(contact) === bornWith && phaseOfKind[log.kind.at(contact)] === CarePhase.pregnancy) {
      return KnownMidwife.metBefore;
    }
  }
  return KnownMidwife.none;
}
