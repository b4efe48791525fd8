export const fewestReplications = 1;
export const mostReplications = 200;
export const usualReplications = 20;
export const usualSeed = '1';
/** The most characters that a seed may have, without spaces at its ends. */
export const longestSeed = 60;

/** What stands in the form, as it was typed. Scenarios are given as in `choices.ts`. */
export interface Settings {
  scenarioA: string;
  scenarioB: string;
  replications: string;
  untilPrecise: boolean;
  seed: string;
}

export type Fault = 'same scenario' | 'unchanged plan' | 'unsound plan' | 'other period' | 'replications' | 'seed';

/** What must be known of a scenario before it can be run. */
export interface ScenarioFacts {
  /** The time that it is about, in words that are the same for the same time; undefined until it is known. */
  period: string | undefined;
  /** True of a plan that still is what it starts from, and the scenario that this is. */
  unchangedFrom?: string | undefined;
  /** True of a plan that cannot be run as it stands. */
  unsound?: boolean;
}

/** What keeps the settings from being run, if anything. */
export function faultsOf(settings: Settings, facts: (scenario: string) => ScenarioFacts): Fault[] {
  const { scenarioA, scenarioB, replications, untilPrecise, seed } = settings;
  const [a, b] = [facts(scenarioA), facts(scenarioB)];
  const faults: Fault[] = [];
  if (scenarioA === scenarioB) faults.push('same scenario');
  else if (a.unsound === true || b.unsound === true) faults.push('unsound plan');
  else if (b.unchangedFrom === scenarioA || a.unchangedFrom === scenarioB) faults.push('unchanged plan');
  else if (a.period !== undefined && b.period !== undefined && a.period !== b.period) faults.push('other period');
  if (!untilPrecise && replicationsOf(replications) === undefined) faults.push('replications');
  const { length } = seed.trim();
  if (length === 0 || length > longestSeed) faults.push('seed');
  return faults;
}

/** The number of replications that was typed, or undefined if it is not one that can be run. */
export function replicationsOf(typed: string): number | undefined {
  const replications = /^\s*\d+\s*$/.test(typed) ? Number(typed) : NaN;
  return replications >= fewestReplications && replications <= mostReplications ? replications : undefined;
}
