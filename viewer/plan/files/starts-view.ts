import { group } from 'd3';
import { html, type TemplateResult } from 'lit-html';
import type { ScenarioHeading } from '../../../scenarios/schema/index.ts';
import { language, localised, texts } from '../../language/language.ts';
import { periodName } from '../../run/period.ts';
import { inOrder } from './in-order.ts';
import { shippedStarts } from './shipped-starts.ts';

/** The scenarios that come with the page by period, each with what it is about. */
export function startsView(onChoice: (id: string) => void): TemplateResult {
  const { plan: words } = texts();
  const { headings, failure } = shippedStarts;
  if (failure !== undefined) return html`<p role="alert">${words.startsUnread(failure)}</p>`;
  if (headings === undefined) return html`<p class="quiet">${words.reading}</p>`;
  return html`
    <p class="small quiet">${words.startFromHelp}</p>
    <div class="plan-starts">
      ${[...group(headings, ({ horizon }) => periodName(horizon))].map(
        ([period, scenarios]) => html`
          <h2 class="ds-heading">${period}</h2>
          <ul>
            ${inOrder(scenarios, language()).map((heading) => startView(heading, onChoice))}
          </ul>
        `,
      )}
    </div>
  `;
}

function startView({ id, name, description }: ScenarioHeading, onChoice: (id: string) => void): TemplateResult {
  return html`
    <li>
      <button class="plan-start" type="button" aria-describedby="start-${id}" @click=${() => onChoice(id)}>
        ${localised(name)}
      </button>
      <p class="small quiet" id="start-${id}">${localised(description)}</p>
    </li>
  `;
}
