import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadScenario, modelInputs } from '../../scenarios/schema/index.ts';
import { nodeScenarioFiles } from '../../scenarios/schema/node-files.ts';
import { runReplication } from '../../sim-core/maternity/run-replication.ts';
import { openStage, visit, type TestStage } from './page.ts';

const seed = 'same bits';
const replications = 2;
const scenarios = ['dagens', 'min-jordmor-ahus-sektor'].map((name) =>
  modelInputs(loadScenario(name, nodeScenarioFiles())),
);

describe('the same seed in Node and Chromium', () => {
  let stage: TestStage;
  beforeAll(async () => {
    stage = await openStage('test/browser/same-bits');
  });
  afterAll(() => stage.close());

  it('gives the same bits of every indicator and the same traces, with 1, 2 and 4 workers', async () => {
    const inNode = scenarios.map((inputs) =>
      Array.from({ length: replications }, (_, replication) => runReplication(inputs, seed, replication, false)),
    );
    const { page } = await visit(stage);
    for (const workers of [1, 2, 4]) {
      const inChromium = await page.evaluate(([inputs, name, n, size]) => window.runInWorkers(inputs, name, n, size), [
        scenarios,
        seed,
        replications,
        workers,
      ] as const);
      inNode.forEach((results, index) => {
        const fromChromium = inChromium[index]!;
        expect(fromChromium.traceHashes).toEqual(results.map(({ traceHash }) => traceHash));
        for (const key of Object.keys(results[0]!.indicators)) {
          // Exact equality of doubles: NaN where the denominator is zero, and every other value to the last bit.
          expect(fromChromium.indicators[key], key).toEqual(results.map(({ indicators }) => indicators[key]));
        }
      });
    }
    await page.context().close();
  });
});
