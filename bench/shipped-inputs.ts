import { loadScenario, modelInputs, type ModelInputs } from '../scenarios/schema/index.ts';
import { nodeScenarioFiles } from '../scenarios/schema/node-files.ts';

/** The inputs of a scenario in scenarios/. */
export function shippedInputs(name: string): ModelInputs {
  return modelInputs(loadScenario(name, nodeScenarioFiles()));
}

/** The plans that are held against today's service in the README. */
export const comparedPlans = [
  'stockholm-ahus-sektor',
  'min-jordmor-ahus-sektor',
  'kombinasjon-nordre-aker',
  'tidlig-hjemreise-ostensjo',
  'stockholm-hele-oslo',
];
