import type { EarlyDischargeTerms } from '../pathway/early-discharge-terms.ts';
import type { AttendingMidwife, ContinuityTeam } from '../teams/continuity-team.ts';
import type { DrawVector } from './fate-draws.ts';
import type { Fate } from './fate.ts';

/** What a woman needs from the midwives of a labour ward at the moment. */
export type WardPhase = 'none' | 'latent' | 'activeFirstStage' | 'secondStage' | 'recovery';

/** Where she stands in the whole pathway: every registered woman is in exactly one of these. */
export const Standing = { pregnant: 0, lostToFollowUp: 1, gaveBirth: 2, followUpEnded: 3 } as const;
export type Standing = (typeof Standing)[keyof typeof Standing];

/** How active labour was cared for, in minutes, and by how many. */
export class LabourCare {
  /** The ward midwife who has her, by person number; −1 for nobody. */
  midwife = -1;
  /** The midwife comes from outside the ward (her team), and has nobody else. */
  byTeam = false;
  ownMinutes = 0;
  sharedMinutes = 0;
  aloneMinutes = 0;
  handovers = 0;
}

/** A woman on her way through the service. */
export class Woman {
  /** 0, 1, 2, … in order of registration; her number in the trace. */
  readonly number: number;
  readonly origin: number;
  /** Made anew only where effects of continuity are assumed. */
  fate: Fate;
  /** What her fate was made of; kept only where it may be made anew. */
  readonly draws: DrawVector | undefined;
  /** Her number in the streams of her origin, which no scenario changes; see `WomenColumns.birthNumber`. */
  readonly birthNumber: number;

  standing: Standing = Standing.pregnant;
  /** The district midwife, or the team's, who is her own in pregnancy: a person number, or −1. */
  namedMidwife = -1;
  team: ContinuityTeam | undefined;
  /** The team midwife who has been called to her, and whether she has arrived. */
  attending: AttendingMidwife | undefined;
  midwifePresent = false;
  inLabour = false;
  /** Index of the site where she is; −1 when she is at home or on the way. */
  site = -1;
  phase: WardPhase = 'none';
  readonly care = new LabourCare();
  bornAt = NaN;
  /** Who was with her when the child was born: a person number, or −1. */
  bornWith = -1;
  birthSite = -1;
  hasPostnatalBed = false;
  leavesAt = NaN;
  /** On what terms she leaves early, with her home visits booked; undefined if she stays as usual. */
  earlyDischarge: EarlyDischargeTerms | undefined;
  dischargedAt = NaN;
  /** The midwife of the postnatal ward who has her this shift, or −1. */
  postnatalMidwife = -1;

  constructor(number: number, origin: number, fate: Fate, draws?: DrawVector, birthNumber = number) {
    this.number = number;
    this.origin = origin;
    this.fate = fate;
    this.draws = draws;
    this.birthNumber = birthNumber;
  }
}
