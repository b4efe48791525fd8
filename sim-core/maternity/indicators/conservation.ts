import { Standing } from '../women/woman.ts';
import type { Indicator } from './indicator.ts';
import type { MeasuredService } from './measured-service.ts';

const sinceStart = {
  nb: 'Alle kvinner siden klokken startet, oppvarmingstiden medregnet.',
  en: 'All women since the clock started, the warm-up included.',
};
const about = { phase: 'births', unit: 'women', direction: 'none', denominator: { nb: 'ingen', en: 'none' } } as const;

/** Nobody vanishes: every woman who has registered has given birth, was lost to follow-up or is still pregnant. */
export const conservationIndicators: Indicator<MeasuredService>[] = [
  {
    ...about,
    id: 'registrations',
    name: { nb: 'Registrerte gravide', en: 'Registered pregnant women' },
    definition: sinceStart,
    value: ({ observations }) => observations.registeredWomen.length,
  },
  {
    ...about,
    id: 'registeredGaveBirth',
    name: { nb: 'Registrerte som har født', en: 'Registered women who have given birth' },
    definition: sinceStart,
    value: ({ observations }) => observations.womenWhoGaveBirth.length,
  },
  {
    ...about,
    id: 'registeredLost',
    name: { nb: 'Registrerte som falt fra før fødselen', en: 'Registered women lost to follow-up before birth' },
    definition: sinceStart,
    value: ({ observations }) => observations.womenLost.length,
  },
  {
    ...about,
    id: 'stillPregnant',
    name: { nb: 'Registrerte som fortsatt er gravide', en: 'Registered women who are still pregnant' },
    definition: sinceStart,
    value: stillPregnant,
  },
  {
    ...about,
    id: 'unaccountedFor',
    name: { nb: 'Kvinner regnskapet ikke gjør rede for', en: 'Women not accounted for' },
    definition: {
      nb: 'Registrerte minus de som har født, falt fra eller fortsatt er gravide. Alltid 0.',
      en: 'Registered minus those who have given birth, were lost or are still pregnant. Always 0.',
    },
    value: (service) => {
      const { registeredWomen, womenWhoGaveBirth, womenLost } = service.observations;
      return registeredWomen.length - womenWhoGaveBirth.length - womenLost.length - stillPregnant(service);
    },
  },
];

/** Counted over all women of the run by where they stand, not over the list of those who registered. */
function stillPregnant({ women, simulation: { now } }: MeasuredService): number {
  let count = 0;
  for (const { standing, fate } of women) if (standing === Standing.pregnant && fate.registersAt <= now) count++;
  return count;
}
