import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runReplication } from '../../sim-core/maternity/run-replication.ts';
import { shippedInputs } from '../support/scenarios.ts';
import type { ExampleFigures } from '../../viewer/example/example-figures.ts';

const example = JSON.parse(
  readFileSync(new URL('../../viewer/example/example-figures.json', import.meta.url), 'utf8'),
) as ExampleFigures;

test('the example that comes with the page is what the model gives, to the last bit; if not, `npm run example`', () => {
  for (const { scenario, traceHashes, indicators } of [example.a, example.b]) {
    for (const replication of [0, example.replications - 1]) {
      const result = runReplication(shippedInputs(scenario), example.seed, replication, false);
      expect(result.traceHash).toBe(traceHashes[replication]);
      for (const [key, value] of Object.entries(result.indicators)) {
        expect(indicators[key]?.[replication], key).toBe(Number.isNaN(value) ? null : value);
      }
    }
  }
});
