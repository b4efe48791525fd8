import type { BirthMode } from '../trace-states.ts';

/** How labour begins. */
export type Onset = 'spontaneous' | 'induced' | 'planned caesarean';

/** Groups that the national plan names as needing more than the common programme; bits of `Fate.vulnerability`. */
export const Vulnerability = {
  fearOfBirth: 1,
  violence: 2,
  substanceUse: 4,
  mentalIllness: 8,
  newlyArrived: 16,
} as const;

/** Where an induction ripens: in an antenatal bed, in the labour room itself, or at home. */
export type RipeningPlace = 'antenatalBed' | 'labourRoom' | 'home';

/** An admission some time after birth; `stay` is 0 when there is none. */
export interface LaterAdmission {
  /** Minutes from birth. */
  after: number;
  /** Minutes; 0 for none. */
  stay: number;
}

/**
 * What will happen to a woman as far as it does not depend on the service: drawn once, from streams that no scenario
 * touches, so that the same woman has the same labour in every scenario. Durations are in minutes.
 */
export interface Fate {
  // Who she is.
  nulliparous: boolean;
  /** Whole years at birth. */
  age: number;
  plurality: 1 | 2;
  /** Key of her obstetric (Robson-like) group in the base data. */
  group: string;
  risk: 'low' | 'medium' | 'high';
  needsInterpreter: boolean;
  /** Bits of `Vulnerability`; 0 for none. */
  vulnerability: number;
  epidural: boolean;

  // The birth.
  onset: Onset;
  mode: BirthMode;
  /** Index of the site where she is to give birth, or −1 for a place outside the model. */
  intendedSite: number;
  /** When she registers for antenatal care, in minutes of the clock; may lie before its start. */
  registersAt: number;
  /** When she is due, as it is reckoned at registration. Plans are made by it; nobody knows `beginsAt` beforehand. */
  dueAt: number;
  /** When her labour begins, her induction starts or her caesarean is planned. */
  beginsAt: number;
  /** Days of gestation when labour begins, the induction starts or the caesarean is planned. */
  gestation: number;
  /** When she is lost to follow-up before birth (moved away, pregnancy lost); NaN if she is not. */
  lostAt: number;
  ripening: number;
  ripeningPlace: RipeningPlace;
  /** Assessment in the reception on arrival in labour. */
  assessment: number;
  latentInRoom: number;
  activeFirstStage: number;
  secondStage: number;
  /** From birth until she can leave the labour room, or, after a caesarean, the recovery unit. */
  recovery: number;
  theatre: number;
  /** Vaginal, term, one child, without bleeding, large tear or neonatal admission: may go home early if she wishes. */
  uncomplicated: boolean;

  // After birth.
  /** From birth until she and the child are ready to go home. */
  stay: number;
  /** Clock time (minutes) at which she would leave on the day of her discharge. */
  dischargeClock: number;
  /** Stay of the child in neonatal care from birth on; 0 for none. */
  neonatalStay: number;
  newbornReadmission: LaterAdmission;
  maternalReadmission: LaterAdmission;
  /** Uniform number that decides whether she accepts early discharge where it is offered. */
  earlyDischargeDraw: number;
  /** Uniform numbers against the share of women visited at home by midwife and by health nurse. */
  homeVisitDraw: number;
  healthNurseVisitDraw: number;
  /** Days from discharge to the midwife's visit, and its clock time as wished for. */
  homeVisitAfterDays: number;
  homeVisitClock: number;

  /** Seed of the uniform numbers of her contacts, see `contactDraw`: 32 bits. */
  contactSeed: number;
}
