import { html, type TemplateResult } from 'lit-html';
import { texts } from '../../language/language.ts';
import { plan } from '../plan.ts';
import { changesOf } from './changes.ts';
import { changeText } from './changes-text.ts';

/** Everything in which the plan differs from today, with today's figure beside each new one. */
export function changesView(): TemplateResult {
  const changes = changesOf(plan.document, plan.base);
  if (changes.length === 0) return html`<p class="quiet">${texts().plan.noChanges}</p>`;
  return html`
    <ol class="plan-bar-changes">
      ${changes.map((change) => {
        const { what, says } = changeText(change, plan.base?.data);
        return html`<li><strong>${what}</strong> <span>${says}</span></li>`;
      })}
    </ol>
  `;
}
