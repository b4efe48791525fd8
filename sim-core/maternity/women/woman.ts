import type { BirthMode } from '../trace-states.ts';
import type { AttendingMidwife, ContinuityTeam } from '../teams/continuity-team.ts';

/** How labour begins. */
export type Onset = 'spontaneous' | 'induced' | 'planned caesarean';

/** What a woman needs from the midwives of a labour ward at the moment. */
export type WardPhase = 'none' | 'latent' | 'activeFirstStage' | 'secondStage' | 'recovery';

/**
 * What will happen to a woman as far as it does not depend on the service: drawn once, from streams that no scenario
 * touches, so that the same woman has the same labour in every scenario. Durations are in minutes.
 */
export interface Fate {
  nulliparous: boolean;
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
  ripening: number;
  latentInRoom: number;
  activeFirstStage: number;
  secondStage: number;
  recovery: number;
  theatre: number;
  /** From birth until she and the child are ready to go home. */
  stay: number;
  /** Clock time at which she would leave on the day of her discharge. */
  dischargeClock: number;
  /** Uniform number that decides whether she is visited at home, against the share of her district or team. */
  homeVisitDraw: number;
  /** Days from discharge to the visit, and its clock time. */
  homeVisitAfterDays: number;
  homeVisitClock: number;
}

/** A woman on her way through the service. */
export class Woman {
  /** 0, 1, 2, … in order of registration; her number in the trace. */
  readonly number: number;
  readonly origin: number;
  readonly fate: Fate;

  team: ContinuityTeam | undefined;
  /** The midwife of the team who is her own, by number within the team. */
  namedMidwife = -1;
  /** The team midwife who has been called to her, and whether she has arrived. */
  attending: AttendingMidwife | undefined;
  midwifePresent = false;
  inLabour = false;
  /** Index of the site where she is; −1 when she is at home or on the way. */
  site = -1;
  phase: WardPhase = 'none';
  bornAt = NaN;
  hasPostnatalBed = false;
  leavesAt = NaN;

  constructor(number: number, origin: number, fate: Fate) {
    this.number = number;
    this.origin = origin;
    this.fate = fate;
  }
}
