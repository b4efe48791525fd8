import { checkSum, kinds, type Report } from './data-checks.ts';
import { unknownName } from './problems.ts';
import type { Scenario } from './scenario.ts';

/** Checks who bears a cost between them: that all are payers, and that their shares sum to 1. */
export function checkCostShares(
  costShares: Record<string, number> | undefined,
  { payers }: Scenario['data']['economy'],
  own: Report,
): void {
  if (costShares === undefined) return;
  const known = Object.keys(payers);
  for (const payer of Object.keys(costShares)) {
    if (!known.includes(payer)) own(['costShares', payer], unknownName(kinds.payer, payer, known), 'key');
  }
  checkSum(['costShares'], Object.values(costShares), own);
}
