import type { ScenarioHeading } from '../../../scenarios/schema/index.ts';
import { isToday } from '../usual-scenarios.ts';

/** By name in the alphabetical order of a language (æ, ø and å last in bokmål), today's service before all others. */
export function inOrder(scenarios: readonly ScenarioHeading[], language: 'nb' | 'en'): ScenarioHeading[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return scenarios.toSorted(
    (a, b) => Number(isToday(b.id)) - Number(isToday(a.id)) || compare(a.name[language], b.name[language]),
  );
}
