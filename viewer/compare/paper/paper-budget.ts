import { html, type TemplateResult } from 'lit-html';
import { planVerdict, type BudgetFigure, type PlanVerdict } from '../../../sim-core/results/verdict.ts';
import { budgetFormat, differenceText, subjectName, verdictText } from '../../../sim-core/results/verdict-text.ts';
import { verdictWords } from '../../../sim-core/results/verdict-words.ts';
import { number } from '../../language/format.ts';
import { language, texts } from '../../language/language.ts';
import { unbroken } from '../../language/typography.ts';
import type { Figures } from '../../run/session.ts';

/** Whether the plan keeps within the means there are: the answer, and a line for everyone who has a budget. */
export function paperBudget({ comparison, a, b }: Figures): TemplateResult {
  const { paper, compare } = texts();
  const verdict = planVerdict({ inputs: comparison.a, result: a }, { inputs: comparison.b, result: b });
  return html`
    <p class="paper-answer" data-budget=${verdict.budget.all}>${unbroken(summaryOf(verdict), language())}</p>
    <table class="paper-table">
      <thead>
        <tr>
          <th scope="col">${paper.whose}</th>
          <th scope="col">${compare.unit}</th>
          <th scope="col" class="figure">${paper.before}</th>
          <th scope="col" class="figure">${paper.after}</th>
          <th scope="col" class="figure">${paper.differenceWithInterval}</th>
          <th scope="col">${paper.holds}</th>
        </tr>
      </thead>
      <tbody>
        ${[...verdict.kroner, ...verdict.posts].filter(({ answer }) => answer !== undefined).map(lineOf)}
      </tbody>
    </table>
  `;
}

function summaryOf(verdict: PlanVerdict): string {
  return verdictText(verdict, language()).summary;
}

function lineOf(figure: BudgetFigure): TemplateResult {
  const { today, plan, difference, answer, subject } = figure;
  const { factor, decimals, levelDecimals, unit } = budgetFormat(figure, language());
  const words = verdictWords[language()];
  const name = subjectName(figure, language());
  return html`<tr>
    <th scope="row">${name.charAt(0).toLocaleUpperCase() + name.slice(1)}</th>
    <td>${subject.kind === 'kroner' ? words.million : unit}</td>
    <td class="figure">${number(today.mean * factor, levelDecimals)}</td>
    <td class="figure">${number(plan.mean * factor, levelDecimals)}</td>
    <td class="figure">${unbroken(differenceText(difference, factor, decimals, language()), language())}</td>
    <td data-answer=${answer!.judgement}>${words.budget[answer!.judgement]}</td>
  </tr>`;
}
