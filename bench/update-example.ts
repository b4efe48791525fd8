import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runReplication } from '../sim-core/maternity/run-replication.ts';
import type { ExampleFigures, ExampleScenario } from '../viewer/example/example-figures.ts';
import { examplePlan, usualScenario } from '../viewer/plan/usual-scenarios.ts';
import { usualReplications, usualSeed } from '../viewer/run/settings.ts';
import { shippedInputs } from './shipped-inputs.ts';

/*
 * Runs the finished example anew and writes its figures, in full so that they are the same bits as those of a run on the
 * page: `npm run example`, after every change that moves figures.
 */
const target = fileURLToPath(new URL('../viewer/example/example-figures.json', import.meta.url));
const example: ExampleFigures = {
  seed: usualSeed,
  replications: usualReplications,
  a: run(usualScenario),
  b: run(examplePlan),
};
writeFileSync(target, `${JSON.stringify(example)}\n`);

function run(scenario: string): ExampleScenario {
  const inputs = shippedInputs(scenario);
  const results = Array.from({ length: usualReplications }, (_, replication) =>
    runReplication(inputs, usualSeed, replication, false),
  );
  const keys = Object.keys(results[0]!.indicators);
  return {
    scenario,
    traceHashes: results.map(({ traceHash }) => traceHash),
    indicators: Object.fromEntries(
      keys.map((key) => [key, results.map(({ indicators }) => numberOrNull(indicators[key]!))]),
    ),
  };
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
