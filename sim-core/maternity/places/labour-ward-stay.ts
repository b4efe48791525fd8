import type { WardPhase, Woman } from '../women/woman.ts';
import type { CareEvents } from './labour-ward.ts';
import type { WardMidwife } from './labour-ward-midwife.ts';

/** A phase in which a woman is in the care of the ward. */
export type PhaseInCare = Exclude<WardPhase, 'none'>;

/** Who is served first: the lowest. */
export const Rank: Readonly<Record<PhaseInCare, number>> = {
  secondStage: 0,
  activeFirstStage: 1,
  recovery: 2,
  latent: 3,
};

/** A spell so short that nobody has cared for her: two hand-overs at one instant. */
const nobody = -1;
const team = -2;

/** How a woman in active labour is cared for at the moment. */
export const CareState = { notActive: 0, own: 1, shared: 2, alone: 3 } as const;
export type CareState = (typeof CareState)[keyof typeof CareState];

/** A woman in the care of a labour ward: who has her, and the account of it. */
export class WardStay {
  readonly woman: Woman;
  phase: PhaseInCare = 'latent';
  /** Place of her phase in the order of need, lowest first, and whether it is active labour. */
  rank = Rank.latent;
  isActive = false;
  /** When she came into her phase. */
  phaseSince = NaN;
  /** Midwives of the ward that she needs; 0 while a midwife of her team is with her. */
  need = 0;
  midwife: WardMidwife | undefined;
  /** Her phase or her midwife has changed since the books were last kept. */
  hasChanged = true;
  /** What her time has been booked as since `stateSince`. */
  state: CareState = CareState.notActive;

  private stateSince: number;
  /** Who has her by the books, since when, and whether her coming was counted as a hand-over. */
  private booked = nobody;
  private bookedSince: number;
  private countedHandover = false;
  /** Who had her last, for any time at all. */
  private last = nobody;
  private readonly earlier: number[] = [];

  constructor(woman: Woman, now: number) {
    this.woman = woman;
    this.stateSince = now;
    this.bookedSince = now;
  }

  /** She comes into a phase. @param need of a ward midwife, in it */
  enter(phase: PhaseInCare, need: number, now: number): void {
    if (this.phase !== phase || Number.isNaN(this.phaseSince)) this.phaseSince = now;
    this.phase = phase;
    this.rank = Rank[phase];
    this.isActive = this.rank <= Rank.activeFirstStage;
    this.need = need;
    this.hasChanged = true;
  }

  /** Needs a midwife of the ward and has none. */
  get isAlone(): boolean {
    return this.midwife === undefined && !this.woman.midwifePresent;
  }

  /** In active labour, with a midwife who has others too. */
  get isSharing(): boolean {
    const { midwife } = this;
    return this.isActive && midwife !== undefined && midwife.women.length > 1 && midwife.isPresent;
  }

  hadBefore(midwife: number): boolean {
    return this.earlier.includes(midwife);
  }

  /** Gives her to another midwife, or to nobody. The books are kept when all changes of the moment have been made. */
  give(midwife: WardMidwife | undefined): void {
    const { midwife: before } = this;
    if (before !== undefined) {
      before.women.splice(before.women.indexOf(this), 1);
      before.noteChange();
    }
    this.midwife = midwife;
    this.hasChanged = true;
    if (midwife === undefined) return;
    midwife.women.push(this);
    midwife.noteChange();
  }

  /** Whether her books may have to be kept: she, her midwife or who covers for that one has changed. */
  get isAffected(): boolean {
    const { midwife } = this;
    if (this.hasChanged) return true;
    return midwife !== undefined && (midwife.hasChanged || midwife.cover?.hasChanged === true);
  }

  /** Brings the account up to date with who has her now. */
  book(now: number, events: CareEvents): void {
    this.hasChanged = false;
    const state = this.presentState();
    if (state !== this.state) {
      this.bookState(now);
      this.state = state;
    }
    const carer = this.woman.midwifePresent ? team : (this.midwife?.number ?? nobody);
    if (carer !== this.booked) this.bookCarer(carer, now, events);
  }

  /** She leaves the ward's care. */
  close(now: number, events: CareEvents): void {
    this.give(undefined);
    this.bookState(now);
    this.state = CareState.notActive;
    if (this.booked !== nobody) this.bookCarer(nobody, now, events);
  }

  private presentState(): CareState {
    if (!this.isActive) return CareState.notActive;
    if (this.woman.midwifePresent) return CareState.own;
    const carer = this.midwife?.isPresent === false ? this.midwife.cover : this.midwife;
    if (carer === undefined) return CareState.alone;
    return carer.commitments === 1 ? CareState.own : CareState.shared;
  }

  private bookState(now: number): void {
    const { care } = this.woman;
    const minutes = now - this.stateSince;
    this.stateSince = now;
    if (this.state === CareState.own) care.ownMinutes += minutes;
    else if (this.state === CareState.shared) care.sharedMinutes += minutes;
    else if (this.state === CareState.alone) care.aloneMinutes += minutes;
  }

  private bookCarer(carer: number, now: number, events: CareEvents): void {
    const { woman, booked } = this;
    if (booked !== nobody) {
      if (now > this.bookedSince) {
        this.last = booked;
        if (booked !== team) {
          if (!this.earlier.includes(booked)) this.earlier.push(booked);
          events.cared(woman, booked, this.bookedSince, now);
        }
      } else if (this.countedHandover) {
        woman.care.handovers--;
      }
    }
    this.countedHandover = carer !== nobody && this.last !== nobody && carer !== this.last && this.isActive;
    if (this.countedHandover) woman.care.handovers++;
    this.booked = carer;
    this.bookedSince = now;
    const shown = carer === team ? nobody : carer;
    if (shown !== woman.care.midwife) {
      woman.care.midwife = shown;
      events.paired(woman, shown);
    }
  }
}

/** The order in which women are served: by phase, then who has been in it longest, then by number. */
export function byNeed(a: WardStay, b: WardStay): number {
  return a.rank - b.rank || a.phaseSince - b.phaseSince || a.woman.number - b.woman.number;
}
