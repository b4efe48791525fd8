import { html, nothing, type TemplateResult } from 'lit-html';
import { planVerdict } from '../../sim-core/results/verdict.ts';
import { verdictText } from '../../sim-core/results/verdict-text.ts';
import { language, localised, texts } from '../language/language.ts';
import { unbroken } from '../language/typography.ts';
import type { Figures } from '../run/session.ts';
import { isToday } from '../plan/usual-scenarios.ts';

/** Whether the second scenario keeps within the kroner and the posts of the first: in one sentence, then line by line. */
export function budgetView({ comparison, a, b }: Figures): TemplateResult {
  const { compare } = texts();
  const verdict = planVerdict({ inputs: comparison.a, result: a }, { inputs: comparison.b, result: b });
  const { summary, lines } = verdictText(verdict, language());
  // There is a line for every figure of the service; those of kroner and posts come after them.
  const [care, means] = [lines.slice(0, verdict.figures.length), lines.slice(verdict.figures.length)];
  return html`
    <p class="budget-summary" data-budget=${verdict.budget.all}>${sentences(summary)}</p>
    ${
      isToday(comparison.a.id)
        ? nothing
        : html`<p class="ds-paragraph small quiet measure budget-note">
            ${compare.budgetNotToday(localised(comparison.a.name))}
          </p>`
    }
    <details class="figure-part budget-part">
      <summary>${compare.budgetLines}</summary>
      <div class="budget-lists">${listView(compare.budgetMeans, means)} ${listView(compare.budgetCare, care)}</div>
    </details>
  `;
}

/** The answer itself, then what is better and what is worse, each on a line of its own. */
function sentences(summary: string): TemplateResult[] {
  return summary
    .split(/(?<=\.) (?=\p{Lu})/u)
    .map((sentence) => html`<span class="budget-sentence">${unbroken(sentence, language())} </span>`);
}

function listView(heading: string, lines: readonly string[]): TemplateResult {
  return html`<div>
    <h4>${heading}</h4>
    <ul class="budget-lines small">
      ${lines.map((line) => html`<li>${unbroken(line, language())}</li>`)}
    </ul>
  </div>`;
}
