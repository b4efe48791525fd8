import { poissonCount } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';
import { contactDraw, ContactDraw } from '../women/contact-draw.ts';
import type { Fate } from '../women/fate.ts';

const minutesPerDay = 1440;
/** Share of each contact's part of the days that is left free before the next, so that they don't meet. */
const gap = 0.2;

/**
 * When a woman comes to the reception in the latent phase and goes home again: a Poisson number of times in the last days
 * before her labour, each in its own part of them; never before a planned caesarean.
 */
export function latentPhaseTimes(
  fate: Fate,
  { contacts, withinDays, duration }: ModelInputs['data']['programme']['latentPhase'],
): number[] {
  if (fate.onset === 'planned caesarean') return [];
  const drawn = poissonCount(contactDraw(fate, ContactDraw.latentPhaseContacts), contacts);
  // As many as there is room for: each needs its length twice over.
  const window = withinDays * minutesPerDay;
  const count = Math.min(drawn, Math.floor((window * gap) / duration));
  const times: number[] = [];
  for (let index = 0; index < count; index++) {
    const within = (1 - gap) * contactDraw(fate, ContactDraw.latentPhaseTime, index);
    times.push(fate.beginsAt - window + ((index + within) / count) * window);
  }
  return times;
}

/**
 * Whether a midwife on call is to come home to her instead, for one of these times.
 * @param draw which of her contacts it is @param share of all such contacts
 */
export function wantsTeamAtHome(fate: Fate, draw: number, share: number): boolean {
  return contactDraw(fate, ContactDraw.latentPhaseAtHome, draw) < share;
}
