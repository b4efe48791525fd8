import type { RotaDraft } from './rota-draft.ts';
import { ShiftCode } from './unit.ts';

/** Day and evening shifts from Monday to Friday. */
export interface WeekPattern {
  /** Shift code of each weekday. */
  readonly codes: readonly number[];
  /** Bit of each weekday that is worked. */
  readonly mask: number;
  readonly shifts: number;
  readonly hours: number;
  /** Weekday × 2, and 1 more for an evening, of each shift. */
  readonly slots: readonly number[];
}

/** All patterns of a week whose shifts may follow each other, those with fewest shifts first. */
export function weekPatterns(draft: RotaDraft, days: boolean, evenings: boolean): WeekPattern[] {
  const choices: number[] = [ShiftCode.off];
  if (days) choices.push(ShiftCode.day);
  if (evenings) choices.push(ShiftCode.evening);
  let weeks: number[][] = [[]];
  for (let day = 0; day < 5; day++) {
    weeks = weeks.flatMap((week) =>
      choices.filter((shift) => day === 0 || draft.mayFollow(week[day - 1]!, shift)).map((shift) => [...week, shift]),
    );
  }
  return weeks
    .map((codes): WeekPattern => {
      const worked = codes.flatMap((shift, day) => (shift === ShiftCode.off ? [] : [{ shift, day }]));
      return {
        codes,
        mask: worked.reduce((mask, { day }) => mask | (1 << day), 0),
        shifts: worked.length,
        hours: worked.reduce((sum, { shift }) => sum + draft.lengths[shift]!, 0),
        slots: worked.map(({ shift, day }) => day * 2 + shift - 1),
      };
    })
    .sort((a, b) => a.shifts - b.shifts);
}
