import { select } from 'd3';
import { html, nothing, render, type TemplateResult } from 'lit-html';
import { date, number, percent } from '../../language/format.ts';
import { localised, onLanguage, texts } from '../../language/language.ts';
import { plan } from '../../plan/plan.ts';
import { session, type Figures } from '../../run/session.ts';
import { isToday } from '../../plan/usual-scenarios.ts';
import { drawDifferences, marksOf } from '../difference-drawing.ts';
import { program } from '../export/program.ts';
import { comparisonRow, type ComparisonRow } from '../figures.ts';
import { headlineKeys } from '../headline-keys.ts';
import { rowName } from '../row-name.ts';
import { sentencesOf } from '../statements.ts';
import { intervalText, meanText, scaleOf } from '../values.ts';
import { verdictText } from '../verdict-view.ts';
import { countFigures } from './assumptions.ts';
import { paperBudget } from './paper-budget.ts';
import { planInShort } from './plan-in-short.ts';

/** Width of the drawing in its own units; on paper it is as wide as the text. */
const drawingWidth = 760;
const drawingRow = 27;

/** The answer as a case for a board: two pages of A4 that are seen only when they are printed. */
export class BoardPaper extends HTMLElement {
  private shown: Figures | undefined;

  connectedCallback(): void {
    addEventListener('beforeprint', () => this.show());
    matchMedia('print').addEventListener('change', ({ matches }) => {
      if (matches) this.show();
    });
    session.addEventListener('change', () => {
      // While a run is going the paper waits: it is written when it is asked for, or when the figures are final.
      if (session.status.kind !== 'running' && session.figures !== this.shown) this.show();
    });
    onLanguage(() => this.show());
  }

  private show(): void {
    const { figures } = session;
    this.shown = figures;
    this.classList.add('on-paper');
    this.dataset['colorScheme'] = 'light';
    render(figures ? pages(figures) : html`<p class="paper-page">${texts().paper.nothing}</p>`, this);
    const drawing = this.querySelector<SVGSVGElement>('.paper-plot');
    if (figures === undefined || drawing === null) return;
    const svg = select(drawing);
    svg.selectAll('*').remove();
    drawDifferences(svg, marksOf(headlineRows(figures)), drawingWidth, drawingRow);
  }
}

function pages(figures: Figures): TemplateResult {
  const { paper, compare } = texts();
  const { a, b } = figures.comparison;
  const rows = headlineRows(figures);
  const isFromToday = isToday(a.id);
  return html`
    <section class="paper-page">
      ${headView(figures, '1')}
      <h1>${paper.question(localised(b.name))}</h1>
      <p class="paper-lead">${isFromToday ? paper.againstToday : paper.against(localised(a.name))}</p>
      <h2>${paper.planHeading}</h2>
      ${localised(b.description) === localised(b.name) ? nothing : html`<p>${localised(b.description)}</p>`}
      <ul>
        ${planInShort(a, b).map((line) => html`<li>${line}</li>`)}
      </ul>
      <h2>${compare.answer}</h2>
      <ul class="paper-sentences">
        ${sentencesOf(rows, figures.comparison).map(
          ({ row, text }) =>
            html`<li>
              ${text} ${row.difference.n > 0 ? html`<strong>${verdictText(row.verdict)}.</strong>` : nothing}
            </li>`,
        )}
      </ul>
      <h2>${compare.budget}</h2>
      ${paperBudget(figures)}
      ${isFromToday ? nothing : html`<p class="paper-note">${compare.budgetNotToday(localised(a.name))}</p>`}
    </section>
    <section class="paper-page">
      ${headView(figures, '2')}
      <h2>${compare.plot}</h2>
      <div class="difference-plot"><svg class="paper-plot" role="img"></svg></div>
      <p class="paper-note">${compare.plotAxis(localised(a.name))}. ${paper.plotNote}</p>
      <h2>${paper.keyFigures}</h2>
      ${keyTable(rows, localised(a.name), localised(b.name))}
      <h2>${paper.methodHeading}</h2>
      <ul class="paper-method">
        ${methodLines(figures).map((line) => html`<li>${line}</li>`)}
      </ul>
    </section>
  `;
}

function headView({ comparison }: Figures, page: string): TemplateResult {
  const { paper, compare } = texts();
  const { start, end } = comparison.a.horizon;
  return html`<p class="paper-head">
    <span>${paper.kind}</span>
    <span>${compare.factPeriodValue(date(start), date(end))}</span>
    <span>${paper.page(page, '2')}</span>
  </p>`;
}

function keyTable(rows: readonly ComparisonRow[], nameA: string, nameB: string): TemplateResult {
  const { compare, paper } = texts();
  return html`<table class="paper-table">
    <thead>
      <tr>
        <th scope="col">${compare.indicator}</th>
        <th scope="col">${compare.unit}</th>
        <th scope="col" class="figure">${nameA}</th>
        <th scope="col" class="figure">${nameB}</th>
        <th scope="col" class="figure">${paper.differenceWithInterval}</th>
        <th scope="col">${compare.verdict}</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) => {
        const scale = scaleOf([row]);
        const interval = row.difference.interval ? `[${intervalText(row.difference, scale, true)}]` : '';
        return html`<tr>
          <th scope="row">${rowName(row)}</th>
          <td>${scale.unit}</td>
          <td class="figure">${meanText(row.a, scale)}</td>
          <td class="figure">${meanText(row.b, scale)}</td>
          <td class="figure">${meanText(row.difference, scale, true)} ${interval}</td>
          <td>${row.difference.n > 0 ? verdictText(row.verdict) : nothing}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}

function methodLines({ comparison, replications }: Figures): string[] {
  const { paper } = texts();
  const { base } = plan;
  const count = base === undefined ? undefined : countFigures(base.data);
  const sources =
    count === undefined || count.all === 0
      ? paper.sources
      : `${paper.sources} ${paper.assumptions(number(count.assumed), number(count.all), percent(count.assumed / count.all))}`;
  return [
    paper.replications(number(replications), comparison.seed),
    paper.interval,
    paper.sameWomen,
    sources,
    paper.limits,
    paper.made(program, date(today())),
  ];
}

/** The local date, yyyy-mm-dd. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function headlineRows(figures: Figures): ComparisonRow[] {
  return headlineKeys(figures.comparison.a).map((entry) => comparisonRow(entry, figures));
}

customElements.define('board-paper', BoardPaper);
