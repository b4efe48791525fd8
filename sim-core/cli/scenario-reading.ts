import { loadScenario, modelInputs, type ModelInputs, type Scenario } from '../../scenarios/schema/index.ts';
import { nodeScenarioFiles } from '../../scenarios/schema/node-files.ts';

/**
 * The folder from which the user called: npm runs scripts in the project's folder and says where it was called from.
 */
export function userFolder(): string {
  return process.env.npm_lifecycle_event === 'sim' ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd();
}

/** Loads a scenario by path or name. @throws ScenarioError */
export function readScenario(reference: string): Scenario {
  return loadScenario(reference, nodeScenarioFiles({ workingFolder: userFolder() }));
}

export function readInputs(reference: string): ModelInputs {
  return modelInputs(readScenario(reference));
}
