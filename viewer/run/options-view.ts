import { group } from 'd3';
import { html, nothing, type TemplateResult } from 'lit-html';
import type { ScenarioHeading } from '../../scenarios/schema/index.ts';
import { language, localised, texts } from '../language/language.ts';
import { inOrder } from '../plan/files/in-order.ts';
import { savedPlans } from '../plan/saved-plans.ts';
import { editedPlan, nameOf, savedChoice } from './choices.ts';
import { periodName } from './period.ts';

/** Everything that can be compared: the plan being edited, the planner's own, and those that come with the page by period. */
export function optionsView(headings: readonly ScenarioHeading[], chosen: string): unknown {
  const { run } = texts();
  const option = (value: string, text: string): TemplateResult =>
    html`<option value=${value} ?selected=${value === chosen}>${text}</option>`;
  const saved = savedPlans.list();
  const edited = nameOf(editedPlan);
  const isKnown =
    chosen === editedPlan ||
    headings.some(({ id }) => id === chosen) ||
    saved.some(({ id }) => savedChoice(id) === chosen);
  return html`
    ${isKnown ? nothing : option(chosen, headings.length === 0 ? run.loading : run.notFound)}
    ${option(editedPlan, run.editedPlan(edited ? localised(edited) : ''))}
    ${
      saved.length === 0
        ? nothing
        : html`<optgroup label=${run.ownPlans}>${saved.map(({ id, name }) => option(savedChoice(id), name))}</optgroup>`
    }
    ${[...group(headings, ({ horizon }) => periodName(horizon))].map(
      ([period, scenarios]) =>
        html`<optgroup label=${period}>
          ${inOrder(scenarios, language()).map(({ id, name }) => option(id, localised(name)))}
        </optgroup>`,
    )}
  `;
}
