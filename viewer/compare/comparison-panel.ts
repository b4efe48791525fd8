import { html, nothing, render, type TemplateResult } from 'lit-html';
import { shownView } from '../frame/views.ts';
import { date, number } from '../language/format.ts';
import { localised, onLanguage, texts } from '../language/language.ts';
import { session, type Figures } from '../run/session.ts';
import { budgetView } from './budget-view.ts';
import { chartsView } from './charts/charts-view.ts';
import { DifferencePlot } from './difference-plot.ts';
import { exportView } from './export/export-view.ts';
import { pictureButtons, sourceLine } from './export/picture-buttons.ts';
import type { ComparisonRow } from './figures.ts';
import { pause, rowsInSlices } from './in-slices.ts';
import { statementsView } from './statements.ts';
import { ComparisonTable } from './table/comparison-table.ts';

/** Milliseconds between two drawings while a run is going. */
const betweenDrawings = 500;

/** How figures stand to what was asked last: its own, or those of an earlier run. */
type Age = 'latest' | 'until new ones come' | 'since none came';

/** The comparison: the answer in words, the differences drawn, all figures in a table, and the patterns behind them. */
export class ComparisonPanel extends HTMLElement {
  private readonly table = new ComparisonTable(() => this.show());
  private readonly plot = new DifferencePlot();
  /** What is drawn: figures, and the lines that were worked out from them. */
  private shown: { figures: Figures; rows: ComparisonRow[] } | undefined;
  /** How many of the parts are drawn: the answer, the table, and what lies behind it. */
  private parts = 1;
  /** What the page says of how these figures stand to what was asked last. */
  private age: Age = 'latest';
  private isUpdating = false;
  private lastDrawing = -Infinity;

  connectedCallback(): void {
    session.addEventListener('change', () => {
      if (ageOfFigures() !== this.age) this.show();
      void this.update();
    });
    shownView.addEventListener('change', () => void this.update());
    onLanguage(() => this.show());
  }

  /** Draws the latest figures, a moment later if others have just been drawn, and not while another screen is shown. */
  private async update(): Promise<void> {
    if (this.isUpdating) return;
    this.isUpdating = true;
    // What is read meanwhile may be of one replication and its table of another.
    if (this.isBehind()) this.ariaBusy = 'true';
    try {
      while (this.isBehind()) {
        const wait = session.status.kind === 'running' ? this.lastDrawing + betweenDrawings - performance.now() : 0;
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        const { figures } = session;
        const rows = figures && (await rowsInSlices(figures, () => session.figures === figures || this.isRunning()));
        if (figures === undefined || rows === undefined) continue;
        await pause();
        this.shown = { figures, rows };
        this.show();
        // The first time everything is made; the parts further down come one after the other.
        while (this.parts < 3) {
          await pause();
          this.parts++;
          this.show();
        }
        this.lastDrawing = performance.now();
      }
      if (session.figures === undefined) this.show();
    } finally {
      this.isUpdating = false;
      this.ariaBusy = null;
    }
  }

  private isBehind(): boolean {
    const { figures } = session;
    return figures !== undefined && figures !== this.shown?.figures && shownView.shown === 'compare';
  }

  /** While a run is going newer figures come all the time: those that are being worked out are good enough to show. */
  private isRunning(): boolean {
    return session.status.kind === 'running' && session.figures?.comparison !== undefined;
  }

  private show(): void {
    const { compare } = texts();
    this.age = ageOfFigures();
    this.classList.toggle('is-older', this.age !== 'latest');
    render(
      this.shown && session.figures
        ? this.content(this.shown.figures, this.shown.rows)
        : html`
            <h2 class="ds-heading">${compare.heading}</h2>
            <p class="ds-paragraph lead">${compare.waiting}</p>
          `,
      this,
    );
  }

  private content(figures: Figures, rows: ComparisonRow[]): TemplateResult {
    const { compare } = texts();
    const { a, b } = figures.comparison;
    const headline = rows.filter(({ indicator }) => indicator.headline);
    this.plot.update(headline, localised(a.name));
    return html`
      ${olderView(this.age, figures)}
      <h2 class="ds-heading">${compare.basis(localised(a.name), localised(b.name))}</h2>
      ${factsView(figures)}
      ${figures.replications < 2 ? html`<p class="ds-alert" data-color="info">${compare.oneReplication}</p>` : nothing}
      <h3 class="ds-heading">${compare.inWords(localised(b.name))}</h3>
      ${statementsView(headline, figures.comparison)}
      <h3 class="ds-heading">${compare.budget}</h3>
      ${budgetView(figures)}
      <h3 class="ds-heading">${compare.plot}</h3>
      <p class="ds-paragraph small quiet measure">${compare.plotHelp}</p>
      ${this.plot.element}
      ${pictureButtons(compare.plot, [compare.plotAxis(localised(a.name)), sourceLine(figures)], () =>
        this.plot.element.querySelector('svg'),
      )}
      <h3 class="ds-heading">${compare.table}</h3>
      <p class="ds-paragraph small quiet measure">${compare.tableHelp}</p>
      ${this.parts > 1 ? this.table.view(rows, figures) : nothing}
      ${this.parts > 2 ? html`${chartsView(figures)} ${exportView(rows, figures)}` : nothing}
    `;
  }
}

function ageOfFigures(): Age {
  if (!session.figuresAreOlder) return 'latest';
  return session.status.kind === 'running' ? 'until new ones come' : 'since none came';
}

/** Says that these figures do not answer what was asked last, where they do not. */
function olderView(age: Age, { comparison }: Figures): TemplateResult | typeof nothing {
  if (age === 'latest') return nothing;
  const { compare } = texts();
  const basis = compare.basis(localised(comparison.a.name), localised(comparison.b.name));
  const asked = session.current?.b.name;
  return html`<p class="ds-alert older-figures" data-color="warning">
    ${
      age === 'until new ones come' && asked !== undefined
        ? compare.olderWhileRunning(localised(asked), basis)
        : compare.olderSinceNone(basis)
    }
  </p>`;
}

function factsView({ comparison, replications }: Figures): TemplateResult {
  const { compare } = texts();
  const { start, end } = comparison.a.horizon;
  const facts = [
    [compare.factReplications, number(replications)],
    [compare.factSeed, comparison.seed],
    [compare.factPeriod, compare.factPeriodValue(date(start), date(end))],
  ];
  return html`<div class="compare-top">
    <dl class="facts small" aria-label=${compare.facts}>
      ${facts.map(
        ([term, value]) =>
          html`<div>
            <dt class="quiet">${term}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    <button
      class="ds-button print-button"
      data-variant="secondary"
      type="button"
      title=${compare.printHelp}
      @click=${() => window.print()}
    >
      ${compare.print}
    </button>
  </div>`;
}

customElements.define('comparison-panel', ComparisonPanel);
