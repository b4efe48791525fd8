import { TimeWeighted } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';
import type { WardPhase, Woman } from '../women/woman.ts';

type Need = ModelInputs['data']['staff']['midwifeNeed'];

/**
 * The midwives on duty of one labour ward against the women who need them.
 *
 * Posts are anonymous here. Women in active labour without a midwife of their team want one ward midwife each; women in
 * latent labour and recovery take up part of one. What is left for active labour after those is shared out: when it does
 * not suffice, some women in active labour have no midwife to themselves, and their minutes count as not one-to-one.
 */
export class LabourWard {
  /** Women in active labour, with a midwife of their own (of the ward or of a team), over time. */
  readonly active: TimeWeighted;
  readonly oneToOne: TimeWeighted;
  /** Ward midwives that would be needed, over time. */
  readonly need: TimeWeighted;

  private readonly needOf: Need;
  private onDuty = 0;
  private readonly women = { none: 0, latent: 0, activeFirstStage: 0, secondStage: 0, recovery: 0 };
  private withTeamMidwife = 0;

  constructor(now: number, need: Need) {
    this.needOf = need;
    this.active = new TimeWeighted(now);
    this.oneToOne = new TimeWeighted(now);
    this.need = new TimeWeighted(now);
  }

  setMidwivesOnDuty(now: number, midwives: number): void {
    this.onDuty = midwives;
    this.update(now);
  }

  /** A woman enters a phase of labour here, with or without a midwife of her team. */
  enter(now: number, phase: WardPhase, hasTeamMidwife: boolean): void {
    if (hasTeamMidwife) this.withTeamMidwife += isActive(phase) ? 1 : 0;
    else this.women[phase]++;
    this.update(now);
  }

  /** She leaves it; both arguments as they were when she entered. */
  leave(now: number, phase: WardPhase, hasTeamMidwife: boolean): void {
    if (hasTeamMidwife) this.withTeamMidwife -= isActive(phase) ? 1 : 0;
    else this.women[phase]--;
    this.update(now);
  }

  resetStatistics(now: number): void {
    this.active.reset(now);
    this.oneToOne.reset(now);
    this.need.reset(now);
  }

  private update(now: number): void {
    const { women, needOf } = this;
    const active = women.activeFirstStage + women.secondStage;
    const others = women.latent * needOf.latent + women.recovery * needOf.recovery;
    const wanted = women.activeFirstStage * needOf.activeFirstStage + women.secondStage * needOf.secondStage;
    const left = Math.max(0, this.onDuty - others);
    const served = wanted <= left ? active : (active * left) / wanted;
    this.active.set(now, active + this.withTeamMidwife);
    this.oneToOne.set(now, served + this.withTeamMidwife);
    this.need.set(now, others + wanted);
  }
}

export function isActive(phase: WardPhase): boolean {
  return phase === 'activeFirstStage' || phase === 'secondStage';
}

/** Moves a woman from one phase to another, or to another ward's care, keeping the wards' counts. */
export function changePhase(wards: readonly LabourWard[], now: number, woman: Woman, phase: WardPhase): void {
  const ward = wards[woman.site];
  if (woman.phase !== 'none') ward?.leave(now, woman.phase, woman.midwifePresent);
  woman.phase = phase;
  if (phase !== 'none') ward?.enter(now, phase, woman.midwifePresent);
}
