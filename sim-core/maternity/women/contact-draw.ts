import type { Fate } from './fate.ts';

/** What a contact draw decides; each has its own uniform numbers. Only add at the end. */
export const ContactDraw = {
  providerOfVisit: 0,
  dayOfVisit: 1,
  clockOfVisit: 2,
  durationOfVisit: 3,
  noShow: 4,
  latentPhaseContacts: 5,
  latentPhaseTime: 6,
  extraConsultations: 7,
  returnToWard: 8,
  returnToWardTime: 9,
  sixWeekCheck: 10,
  healthNurseDay: 11,
  extraHomeVisit: 12,
  supportConsultation: 13,
  travel: 14,
  earlyDischargeHour: 15,
  earlyDischargeReadmission: 16,
  videoInstead: 17,
  assistantVisit: 18,
  extraSupport: 19,
  doula: 20,
  teamWish: 21,
  latentPhaseAtHome: 22,
  pretermEffect: 23,
  caesareanEffect: 24,
  instrumentalEffect: 25,
  epiduralEffect: 26,
} as const;
export type ContactDraw = (typeof ContactDraw)[keyof typeof ContactDraw];

const twoToThe32 = 4_294_967_296;

/**
 * A uniform number in (0, 1) for contact `index` of a woman and one purpose: the same in every scenario whatever other
 * contacts she has. Mixes seed, purpose and index with the finaliser of MurmurHash3 (A. Appleby), twice.
 */
export function contactDraw(fate: Fate, purpose: ContactDraw, index = 0): number {
  const mixed = mix(mix(fate.contactSeed ^ Math.imul(purpose + 1, 0x9e3779b1)) ^ Math.imul(index + 1, 0x85ebca77));
  return ((mixed >>> 0) + 0.5) / twoToThe32;
}

function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
