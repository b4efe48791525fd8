import { html, nothing, type TemplateResult } from 'lit-html';
import { missing } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { modelName } from '../form/names.ts';
import type { PlanDocument } from '../plan-document.ts';
import { plan } from '../plan.ts';
import { stepBetween, type StepDone } from './last-change.ts';

/** The button that undoes or redoes a step, and says which. */
export function stepButton(way: 'undo' | 'redo'): TemplateResult {
  const { plan: words } = texts();
  const { past, future } = plan.history;
  const document = way === 'undo' ? past.at(-1) : future.at(-1);
  const step = document && stepIn(way, document);
  const label = step === undefined ? words[way] : way === 'undo' ? words.undoWhat(step) : words.redoWhat(step);
  return html`<button
    class="ds-button plan-step"
    data-variant="tertiary"
    data-size="sm"
    type="button"
    aria-disabled=${document === undefined ? 'true' : 'false'}
    aria-label=${label}
    title=${step === undefined ? nothing : label}
    @click=${() => (way === 'undo' ? plan.undo() : plan.redo())}
  >
    <span aria-hidden="true">${way === 'undo' ? '↶' : '↷'}</span>
    <span>${label}</span>
  </button>`;
}

/** To undo is to go back from what the plan is; to redo is to go forward to what it was. */
function stepIn(way: 'undo' | 'redo', document: PlanDocument): string {
  return stepText(way === 'undo' ? stepBetween(document, plan.document) : stepBetween(plan.document, document));
}

function stepText(done: StepDone): string {
  const { step } = texts().plan;
  return 'model' in done ? step[done.did](modelName(done.model) || missing) : step[done.did];
}
