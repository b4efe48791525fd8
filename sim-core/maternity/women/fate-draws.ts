import type { RandomStream } from '../../kernel/index.ts';

/**
 * One uniform number for each decision in a woman's fate. The first part comes from her origin's stream of fates, the
 * second from its stream of circumstances; the order within each is part of the model's random streams.
 */
export const Draw = {
  parity: 0,
  group: 1,
  onset: 2,
  caesareanInLabour: 3,
  instrumental: 4,
  gestationBand: 5,
  gestation: 6,
  placeOfBirth: 7,
  weekday: 8,
  window: 9,
  clock: 10,
  ripening: 11,
  latent: 12,
  firstStage: 13,
  secondStage: 14,
  recovery: 15,
  theatre: 16,
  stayTail: 17,
  stay: 18,
  dischargeClock: 19,
  homeVisit: 20,
  homeVisitDay: 21,
  homeVisitClock: 22,

  age: 23,
  condition: 24,
  immigrant: 25,
  interpreter: 26,
  newlyArrived: 27,
  fearOfBirth: 28,
  violence: 29,
  substanceUse: 30,
  mentalIllness: 31,
  epidural: 32,
  ripeningPlace: 33,
  assessment: 34,
  uncomplicated: 35,
  neonatalAdmission: 36,
  neonatalStay: 37,
  newbornReadmission: 38,
  newbornReadmissionAfter: 39,
  newbornReadmissionStay: 40,
  maternalReadmission: 41,
  maternalReadmissionAfter: 42,
  maternalReadmissionStay: 43,
  earlyDischarge: 44,
  healthNurseVisit: 45,
  contactSeed: 46,
  regionalUnit: 47,
  loss: 48,
} as const;

/** The draws from the stream of fates come first; the others were added later, in a stream of their own. */
const circumstancesFrom = Draw.age;

/** The uniform numbers of a woman, by `Draw`. Every number is between 0 and 1, both excluded. */
export type DrawVector = Float64Array;

export function emptyDraws(): DrawVector {
  return new Float64Array(Object.keys(Draw).length);
}

/** Fills the vector: always the same number of draws from each stream, whatever they will be used for. */
export function fillDraws(draws: DrawVector, fates: RandomStream, circumstances: RandomStream): void {
  for (let index = 0; index < circumstancesFrom; index++) draws[index] = fates.next();
  for (let index = circumstancesFrom; index < draws.length; index++) draws[index] = circumstances.next();
}
