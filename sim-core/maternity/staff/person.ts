/** Who a person is by training. Obstetricians, paediatricians and theatre teams are posts, not people. */
export const professions = ['midwife', 'healthNurse', 'assistant'] as const;
export type Profession = (typeof professions)[number];

/** What a person can do beside the work of her profession. */
export const skills = ['ultrasound', 'outpatientInduction'] as const;
export type Skill = (typeof skills)[number];

/** What one payer bears of the cost of a person. */
export interface CostShare {
  /** A key of `economy.payers`. */
  readonly payer: string;
  readonly share: number;
}

/** Who bears the cost of the people of a plan between them; undefined where their employer does. */
export function costSharesOf(plan: { costShares?: Record<string, number> | undefined }): CostShare[] | undefined {
  const shares = Object.entries(plan.costShares ?? {}).map(([payer, share]) => ({ payer, share }));
  return shares.length > 0 ? shares : undefined;
}

/** One person who works in the service. Does not change during a run. */
export interface Person {
  /** 0, 1, 2, … over the whole service; her number in the trace and in the contact log. */
  readonly number: number;
  readonly profession: Profession;
  /** Who employs and pays her: a key of `economy.payers`. */
  readonly employer: string;
  /** Who bears her cost, with shares that sum to 1; her employer, if it is left out. */
  readonly costShares?: readonly CostShare[];
  /** Index of the unit whose roster she is on. */
  readonly unit: number;
  /** Units beside her own where she may take shifts, by index. */
  readonly otherUnits: readonly number[];
  /** Share of a full-time position, above 0 and at most 1. */
  readonly position: number;
  readonly skills: readonly Skill[];
  /** First day of her employment and the day after its last, as numbers of calendar days; ±Infinity if open. */
  readonly fromDay: number;
  readonly toDay: number;
  /** Spans of days between them on which she is not employed, in order, such as while her post is moved; none, if left out. */
  readonly gaps?: readonly { readonly fromDay: number; readonly toDay: number }[];
}
