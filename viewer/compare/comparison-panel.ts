import { html, nothing, render, type TemplateResult } from 'lit-html';
import { date, number } from '../language/format.ts';
import { localised, onLanguage, texts } from '../language/language.ts';
import { session, type Figures } from '../run/session.ts';
import { budgetView } from './budget-view.ts';
import { ComparisonTable } from './comparison-table.ts';
import { DifferencePlot } from './difference-plot.ts';
import { FigurePartsView } from './figure-parts-view.ts';
import { comparisonRows, type ComparisonRow } from './figures.ts';
import { statementsView } from './statements.ts';

/** The comparison: first in words, then the headline indicators as a plot and a table, then every other figure. */
export class ComparisonPanel extends HTMLElement {
  private readonly table = new ComparisonTable(() => this.show());
  private readonly parts = new FigurePartsView(this.table, () => this.show());
  private readonly plot = new DifferencePlot();
  private rowsOf: { figures: Figures; rows: ComparisonRow[] } | undefined;

  connectedCallback(): void {
    session.addEventListener('change', () => this.show());
    onLanguage(() => this.show());
  }

  private show(): void {
    const { compare } = texts();
    const { figures } = session;
    render(
      html`
        <h2 class="ds-heading" id="compare-heading">${compare.heading}</h2>
        ${figures ? this.content(figures) : html`<p class="ds-paragraph lead">${compare.waiting}</p>`}
      `,
      this,
    );
  }

  private content(figures: Figures): TemplateResult {
    const { compare } = texts();
    const { a, b } = figures.comparison;
    const rows = this.rows(figures);
    const headline = rows.filter(({ indicator }) => indicator.headline);
    this.plot.update(headline, localised(a.name));
    return html`
      <p class="ds-paragraph lead">${compare.basis(localised(a.name), localised(b.name))}</p>
      ${factsView(figures)}
      ${figures.replications < 2 ? html`<p class="ds-alert" data-color="info">${compare.oneReplication}</p>` : nothing}
      <h3 class="ds-heading">${compare.inWords}</h3>
      ${statementsView(headline, figures.comparison)}
      <h3 class="ds-heading">${compare.budget}</h3>
      ${budgetView(figures)}
      <h3 class="ds-heading">${compare.plot}</h3>
      <p class="ds-paragraph small quiet measure">${compare.plotHelp}</p>
      ${this.plot.element}
      <h3 class="ds-heading">${compare.table}</h3>
      <p class="ds-paragraph small quiet measure">${compare.tableHelp}</p>
      ${this.table.view(headline, compare.table, localised(a.name), localised(b.name))}
      <h3 class="ds-heading">${compare.others}</h3>
      <p class="ds-paragraph small quiet measure">${compare.othersHelp}</p>
      ${this.parts.view(rows, localised(a.name), localised(b.name))}
    `;
  }

  /** The statistics of the latest figures, worked out once however often the page is drawn. */
  private rows(figures: Figures): ComparisonRow[] {
    if (this.rowsOf?.figures !== figures) this.rowsOf = { figures, rows: comparisonRows(figures) };
    return this.rowsOf.rows;
  }
}

function factsView({ comparison, replications }: Figures): TemplateResult {
  const { compare } = texts();
  const { start, end } = comparison.a.horizon;
  const facts = [
    [compare.factReplications, number(replications)],
    [compare.factSeed, comparison.seed],
    [compare.factPeriod, compare.factPeriodValue(date(start), date(end))],
  ];
  return html`<dl class="facts small" aria-label=${compare.facts}>
    ${facts.map(
      ([term, value]) =>
        html`<div>
          <dt class="quiet">${term}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}

customElements.define('comparison-panel', ComparisonPanel);
