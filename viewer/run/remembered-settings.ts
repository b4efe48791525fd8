import { usualScenario, examplePlan } from '../plan/usual-scenarios.ts';
import { usualReplications, usualSeed, type Settings } from './settings.ts';

const storageKey = 'fodesim.run';

const usual: Settings = {
  scenarioA: usualScenario,
  scenarioB: examplePlan,
  replications: String(usualReplications),
  untilPrecise: false,
  seed: usualSeed,
};

/** What stood in the form on the last visit, or what usually does. */
export function rememberedSettings(): Settings {
  try {
    const remembered = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Record<keyof Settings, unknown>>;
    const text = (key: 'scenarioA' | 'scenarioB' | 'replications' | 'seed'): string => {
      const value = remembered[key];
      return typeof value === 'string' ? value : usual[key];
    };
    return {
      scenarioA: text('scenarioA'),
      scenarioB: text('scenarioB'),
      replications: text('replications'),
      untilPrecise: remembered.untilPrecise === true,
      seed: text('seed'),
    };
  } catch {
    return usual;
  }
}

/** Keeps what stands in the form for the next visit. */
export function rememberSettings(settings: Settings): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(settings));
  } catch {
    // Storage may be forbidden by the browser's settings; the choice then lasts for this visit only.
  }
}
