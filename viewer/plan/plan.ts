import { PlanEditor } from './plan-editor.ts';
import { usualScenario } from './usual-scenarios.ts';

/** The page's plan. */
export const plan = new PlanEditor({
  schemaVersion: 1,
  extends: usualScenario,
  name: { nb: 'Min plan', en: 'My plan' },
  description: { nb: 'Min plan', en: 'My plan' },
  interventions: [],
});
