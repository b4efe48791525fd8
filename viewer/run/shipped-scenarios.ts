import { config } from 'zod';
import { loadScenario, modelInputs, scenarioFilesFromRecord } from '../../scenarios/schema/index.ts';
import type { ModelInputs } from '../../sim-core/maternity/model-inputs.ts';

// The page forbids code made from text, which zod would otherwise use to speed up its checks.
config({ jitless: true });

/** The scenario that others are held against unless the planner chooses otherwise, and the one that is held first. */
export const usualScenarioA = 'dagens';
export const usualScenarioB = 'min-jordmor-ahus-sektor';

/** Every scenario that comes with the page, by identifier, today's service first. Throws if one of them is unsound. */
export function shippedScenarios(): Map<string, ModelInputs> {
  const files = scenarioFilesFromRecord(
    import.meta.glob<string>('../../scenarios/**/*.yaml', { query: '?raw', import: 'default', eager: true }),
  );
  const ids = files
    .scenarioNames()
    .sort((a, b) => Number(b === usualScenarioA) - Number(a === usualScenarioA) || a.localeCompare(b));
  return new Map(ids.map((id) => [id, modelInputs(loadScenario(id, files))]));
}
