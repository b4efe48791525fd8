import { en } from '../language/en.ts';
import { nb } from '../language/nb.ts';
import type { PlanDocument } from './plan-document.ts';
import { usualScenario } from './usual-scenarios.ts';

/** A plan that changes nothing yet. @param today the scenario that it starts from, without interventions of its own */
export function newPlan(today: string = usualScenario): PlanDocument {
  return {
    schemaVersion: 1,
    extends: today,
    name: { nb: nb.plan.newName, en: en.plan.newName },
    description: { nb: nb.plan.newDescription, en: en.plan.newDescription },
    interventions: [],
  };
}
