import { checker } from './checker/connection.ts';
import { newPlan } from './new-plan.ts';
import { PlanEditor } from './plan-editor.ts';

/** The page's plan. */
export const plan = new PlanEditor(newPlan(), checker);
