import type { ScenarioResult } from '../../sim-core/experiment/experiment.ts';
import { checker } from '../plan/checker/connection.ts';
import type { Figures } from '../run/session.ts';
import type { ExampleFigures, ExampleScenario } from './example-figures.ts';
import exampleAddress from './example-figures.json?url';

/** The finished example that comes with the page, for those who have not run anything yet; undefined if it can't be read. */
export async function exampleRun(): Promise<Figures | undefined> {
  const answer = await fetch(exampleAddress);
  const example = (await answer.json()) as ExampleFigures;
  const [a, b] = await Promise.all([checker().shipped(example.a.scenario), checker().shipped(example.b.scenario)]);
  if (a.kind !== 'sound' || b.kind !== 'sound') return undefined;
  const { seed, replications } = example;
  return {
    comparison: { a: a.inputs, b: b.inputs, seed, replications },
    a: resultOf(example.a, example),
    b: resultOf(example.b, example),
    replications,
  };
}

function resultOf(
  { scenario, traceHashes, indicators }: ExampleScenario,
  { seed, replications }: ExampleFigures,
): ScenarioResult {
  const values = Object.entries(indicators).map(([key, of]) => [key, of.map((value) => value ?? NaN)] as const);
  return { scenario, seed, replications, traceHashes, indicators: Object.fromEntries(values) };
}
