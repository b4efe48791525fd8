import { html, type TemplateResult } from 'lit-html';
import type { BaseData } from '../../../scenarios/schema/index.ts';
import type { Path } from '../../../scenarios/schema/problems.ts';
import { number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { changesOf, type PlanChange } from '../files/changes.ts';
import type { LongList } from '../long-list.ts';
import { withValueAt } from '../plan-document.ts';
import { planSelection } from '../plan-selection.ts';
import { plan } from '../plan.ts';
import { changeSentence } from './change-sentence.ts';
import { withoutFigure } from './figure-override.ts';

/**
 * Every change of the plan in a sentence, with a button that opens it and one that takes it away.
 *
 * @param list which of very many changes are drawn
 */
export function changesList(
  data: BaseData | undefined,
  list: LongList,
  openFigure: (path: Path) => void,
): TemplateResult {
  const { form } = texts();
  const changes = changesOf(plan.document, plan.base);
  return html`<div class="form-changes">
    <h2 class="ds-heading" id="plan-changes-heading" tabindex="-1">${form.changes(number(changes.length))}</h2>
    ${
      changes.length === 0
        ? html`<p class="quiet">${form.noChanges}</p>`
        : html`<ul>
              ${list.rows(changes, planSelection.intervention).map(({ row }) => changeView(row, data, openFigure))}
            </ul>
            ${list.moreView(changes.length)}`
    }
  </div>`;
}

function changeView(change: PlanChange, data: BaseData | undefined, openFigure: (path: Path) => void): TemplateResult {
  const { form } = texts();
  const { path } = change;
  const index = path[0] === 'interventions' ? Number(path[1]) : undefined;
  const sentence = changeSentence(change, data);
  const isOpen = index !== undefined && index === planSelection.intervention;
  const open = () => (index === undefined ? openFigure(path.slice(1)) : planSelection.openIntervention(index));
  return html`<li aria-current=${isOpen ? 'true' : 'false'}>
    <span>${sentence}</span>
    <span class="form-buttons">
      <button
        class="ds-button"
        type="button"
        data-variant="tertiary"
        data-size="sm"
        aria-label=${form.openChange(sentence)}
        @click=${open}
      >
        ${form.open}
      </button>
      <button
        class="ds-button"
        type="button"
        data-variant="tertiary"
        data-size="sm"
        aria-label=${form.removeChange(sentence)}
        @click=${() => removeChange(path, data)}
      >
        ${form.remove}
      </button>
    </span>
  </li>`;
}

function removeChange(path: Path, data: BaseData | undefined): void {
  if (path[0] === 'interventions') {
    const open = planSelection.intervention;
    const index = Number(path[1]);
    if (open !== undefined && open >= index) planSelection.openIntervention(open === index ? undefined : open - 1);
    plan.edit((document) => withValueAt(document, path, undefined));
  } else if (data !== undefined) {
    plan.edit((document) => withoutFigure(document, data, path.slice(1)));
  }
}
