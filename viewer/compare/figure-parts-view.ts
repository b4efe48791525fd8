import { html, nothing, type TemplateResult } from 'lit-html';
import { number } from '../language/format.ts';
import { texts } from '../language/language.ts';
import type { ComparisonTable } from './comparison-table.ts';
import { clearDifferences, figureParts, type FigurePart } from './figure-parts.ts';
import type { ComparisonRow } from './figures.ts';

/** The figures that are not headlines: a part of the service at a time, to be opened, and its groups within it. */
export class FigurePartsView {
  /** Names of what is open; what is shut is not drawn. */
  private readonly open = new Set<string>();
  private readonly table: ComparisonTable;
  private readonly onToggle: () => void;

  /** @param onToggle called when a part has been opened or shut and must be drawn anew. */
  constructor(table: ComparisonTable, onToggle: () => void) {
    this.table = table;
    this.onToggle = onToggle;
  }

  view(rows: readonly ComparisonRow[], nameA: string, nameB: string): TemplateResult {
    return html`<div class="figure-parts">${figureParts(rows).map((part) => this.part(part, nameA, nameB))}</div>`;
  }

  private part({ phase, whole, byGroup, all }: FigurePart, nameA: string, nameB: string): TemplateResult {
    const { compare } = texts();
    const title = compare.phases[phase];
    const groups = byGroup.map(({ by, rows }) =>
      this.foldable(`${phase}/${by}`, html`<h5>${compare.groupings[by]}</h5>`, rows, () =>
        this.table.view(rows, `${title}: ${compare.groupings[by]}`, nameA, nameB),
      ),
    );
    return this.foldable(
      phase,
      html`<h4>${title}</h4>`,
      all,
      () => html`${whole.length > 0 ? this.table.view(whole, title, nameA, nameB) : nothing} ${groups}`,
    );
  }

  private foldable(
    name: string,
    heading: TemplateResult,
    rows: ComparisonRow[],
    content: () => TemplateResult,
  ): TemplateResult {
    const isOpen = this.open.has(name);
    const toggled = (event: Event) => {
      const { open } = event.target as HTMLDetailsElement;
      if (open === this.open.has(name)) return;
      if (open) this.open.add(name);
      else this.open.delete(name);
      this.onToggle();
    };
    return html`<details class="figure-part" ?open=${isOpen} @toggle=${toggled}>
      <summary>
        ${heading}
        <span class="small quiet">
          ${texts().compare.phaseSummary(number(rows.length), number(clearDifferences(rows)))}
        </span>
      </summary>
      ${isOpen ? content() : nothing}
    </details>`;
  }
}
