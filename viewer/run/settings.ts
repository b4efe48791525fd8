export const fewestReplications = 1;
export const mostReplications = 200;
export const usualReplications = 20;
export const usualSeed = '1';

/** What stands in the form, as it was typed. */
export interface Settings {
  scenarioA: string;
  scenarioB: string;
  replications: string;
  seed: string;
}

export type Fault = 'same scenario' | 'other period' | 'replications' | 'seed';

/**
 * What keeps the settings from being run, if anything.
 * @param period the time that a scenario is about, in words that are the same for the same time
 */
export function faultsOf(settings: Settings, period: (scenario: string) => string): Fault[] {
  const faults: Fault[] = [];
  if (settings.scenarioA === settings.scenarioB) faults.push('same scenario');
  else if (period(settings.scenarioA) !== period(settings.scenarioB)) faults.push('other period');
  if (replicationsOf(settings.replications) === undefined) faults.push('replications');
  if (settings.seed.trim() === '') faults.push('seed');
  return faults;
}

/** The number of replications that was typed, or undefined if it is not one that can be run. */
export function replicationsOf(typed: string): number | undefined {
  const replications = /^\s*\d+\s*$/.test(typed) ? Number(typed) : NaN;
  return replications >= fewestReplications && replications <= mostReplications ? replications : undefined;
}
