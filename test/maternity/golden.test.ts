import { expect, it } from 'vitest';
import { runReplication } from '../../sim-core/maternity/run-replication.ts';
import { shippedInputs } from '../support/scenarios.ts';

const seed = '1';
const shown = ['oneToOne', 'stay', 'netCostTotal'];

/**
 * The same numbers to the last bit in every runtime. A change of model or base data changes them on purpose; write them
 * anew with `npx vitest run test/maternity/golden.test.ts -u` and say why in the commit.
 */
it('replication 0 of the shipped scenarios gives the committed bits', async () => {
  const golden = ['dagens', 'min-jordmor-ahus-sektor'].map((scenario) => {
    const { traceHash, indicators } = runReplication(shippedInputs(scenario), seed, 0, false);
    return { scenario, seed, traceHash, indicators: Object.fromEntries(shown.map((id) => [id, indicators[id]])) };
  });
  await expect(`${JSON.stringify(golden, undefined, 2)}\n`).toMatchFileSnapshot('../support/golden.json');
});
