import { category, cumulativeShares } from '../../kernel/index.ts';
import type { ModelInputs } from '../model-inputs.ts';
import { BirthMode } from '../trace-states.ts';
import type { Fate, Onset } from './fate.ts';

type Clinical = ModelInputs['data']['clinical'];

export type Parity = 'nulliparous' | 'multiparous';
export type Risk = Fate['risk'];
/** A Robson-like group of women of one parity. */
export type ObstetricGroup = Clinical['groups'][Parity][string];

/** The groups of one parity, to be drawn from by their shares. */
export class GroupTable {
  private readonly keys: string[];
  private readonly groups: ObstetricGroup[];
  private readonly cumulative: number[];

  constructor(groups: Record<string, ObstetricGroup>) {
    this.keys = Object.keys(groups);
    this.groups = Object.values(groups);
    this.cumulative = cumulativeShares(this.groups.map(({ share }) => share));
  }

  /** Index of a group. */
  draw(u: number): number {
    return category(u, this.cumulative);
  }

  key(index: number): string {
    return this.keys[index]!;
  }

  group(index: number): ObstetricGroup {
    return this.groups[index]!;
  }

  /** Share of births before term among women with so many children in all groups. */
  pretermShare(plurality: ObstetricGroup['plurality']): number {
    const alike = this.groups.filter((group) => group.plurality === plurality);
    const all = alike.reduce((sum, { share }) => sum + share, 0);
    return alike.reduce((sum, { share, preterm }) => sum + share * preterm, 0) / all;
  }

  /**
   * A number that draws one of the groups in which women with so many children give birth before term, or at term, each
   * as often as they do.
   * @param u uniform
   */
  numberGiven(plurality: ObstetricGroup['plurality'], preterm: boolean, u: number): number {
    const weights = this.groups.map((group) =>
      group.plurality === plurality ? group.share * (preterm ? group.preterm : 1 - group.preterm) : 0,
    );
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const index = category(u, cumulativeShares(weights.map((weight) => weight / sum)));
    return ((this.cumulative[index - 1] ?? 0) + this.cumulative[index]!) / 2;
  }
}

export function drawOnset(group: ObstetricGroup, u: number): Onset {
  if (u < group.plannedCaesarean) return 'planned caesarean';
  return u < group.plannedCaesarean + (1 - group.plannedCaesarean) * group.induced ? 'induced' : 'spontaneous';
}

/**
 * Risk by obstetric group, preterm birth, age and illness in pregnancy, whichever is highest.
 * @param u against the shares of illness
 */
export function riskOf(group: ObstetricGroup, preterm: boolean, age: number, u: number, risk: Clinical['risk']): Risk {
  if (group.risk === 'high' || preterm || u < risk.illness.high) return 'high';
  const medium = group.risk === 'medium' || age >= risk.mediumFromAge || u < risk.illness.high + risk.illness.medium;
  return medium ? 'medium' : 'low';
}

export function isCaesarean(mode: BirthMode): boolean {
  return mode === BirthMode.plannedCaesarean || mode === BirthMode.acuteCaesarean;
}
