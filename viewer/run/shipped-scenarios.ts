import { config } from 'zod';
import {
  loadScenario,
  modelInputs,
  scenarioFilesFromRecord,
  scenarioHeadings,
  type ScenarioHeading,
} from '../../scenarios/schema/index.ts';
import type { ModelInputs } from '../../sim-core/maternity/model-inputs.ts';

// The page forbids code made from text, which zod would otherwise use to speed up its checks.
config({ jitless: true });

/** The scenario that others are held against unless the planner chooses otherwise, and the one that is held first. */
export const usualScenarioA = 'dagens';
export const usualScenarioB = 'min-jordmor-ahus-sektor';

/** Scenarios of the service as it is today, for one horizon or another: held against them, a plan is held against today. */
const todaysScenarios = new Set([usualScenarioA, 'dagens-til-2028']);

/** Whether a scenario is the service as it is today. */
export function isToday(id: string): boolean {
  return todaysScenarios.has(id);
}

const files = scenarioFilesFromRecord(
  import.meta.glob<string>('../../scenarios/**/*.yaml', { query: '?raw', import: 'default', eager: true }),
);
const loaded = new Map<string, ModelInputs>();

/** What every scenario that comes with the page is called, the usual first one first. @throws ScenarioError */
export function shippedHeadings(): ScenarioHeading[] {
  return scenarioHeadings(files).toSorted((a, b) => Number(b.id === usualScenarioA) - Number(a.id === usualScenarioA));
}

/** By name in the alphabetical order of a language (æ, ø and å last in bokmål), today's service before all others. */
export function inOrder(scenarios: readonly ScenarioHeading[], language: 'nb' | 'en'): ScenarioHeading[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return scenarios.toSorted(
    (a, b) => Number(isToday(b.id)) - Number(isToday(a.id)) || compare(a.name[language], b.name[language]),
  );
}

/**
 * A scenario that comes with the page, checked with everything it rests on the first time it is asked for: to check all of
 * them at once would keep the page from opening for seconds.
 * @throws ScenarioError when it is unsound
 */
export function shippedScenario(id: string): ModelInputs {
  let inputs = loaded.get(id);
  if (inputs === undefined) loaded.set(id, (inputs = modelInputs(loadScenario(id, files))));
  return inputs;
}
