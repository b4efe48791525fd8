import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { Indicator } from '../../sim-core/maternity/indicators/indicator.ts';
import { missing, number } from '../language/format.ts';
import { localised, texts } from '../language/language.ts';
import type { ComparisonRow, Estimate } from './figures.ts';
import { intervalText, meanText, scaleOf, type Scale } from './values.ts';
import { verdictView } from './verdict-view.ts';

const columns = 6;

/** The table of all indicators, by phase. The name of each opens what it means and where it can be held against. */
export class ComparisonTable {
  private readonly open = new Set<string>();
  private readonly onToggle: () => void;

  /** @param onToggle called when a line has been opened or closed and the table must be drawn anew. */
  constructor(onToggle: () => void) {
    this.onToggle = onToggle;
  }

  view(rows: ComparisonRow[], nameA: string, nameB: string): TemplateResult {
    const { compare } = texts();
    const phases = [...new Set(rows.map(({ indicator }) => indicator.phase))];
    return html`
      <div class="wide-table" role="region" tabindex="0" aria-label=${compare.tableRegion}>
        <table class="ds-table comparison-table" data-color="neutral">
          <thead>
            <tr>
              <th scope="col">${compare.indicator}</th>
              <th scope="col" class="unit">${compare.unit}</th>
              <th scope="col" class="figure">${nameA}</th>
              <th scope="col" class="figure">${nameB}</th>
              <th scope="col" class="figure">${compare.difference}</th>
              <th scope="col">${compare.verdict}</th>
            </tr>
          </thead>
          ${phases.map((phase) => this.group(phase, rows))}
        </table>
      </div>
    `;
  }

  private group(phase: Indicator['phase'], rows: ComparisonRow[]): TemplateResult {
    const inPhase = rows.filter(({ indicator }) => indicator.phase === phase);
    return html`<tbody>
      <tr>
        <th scope="rowgroup" colspan=${columns} class="phase">${texts().compare.phases[phase]}</th>
      </tr>
      ${repeat(
        inPhase,
        ({ key }) => key,
        (row) => this.line(row),
      )}
    </tbody>`;
  }

  private line(row: ComparisonRow): TemplateResult {
    const isOpen = this.open.has(row.key);
    const scale = scaleOf(row);
    const id = `about-${row.key.replace(/[^\w-]/g, '-')}`;
    return html`
      <tr class=${isOpen ? 'is-open' : nothing}>
        <th scope="row">
          <button
            class="disclosure"
            type="button"
            aria-expanded=${isOpen ? 'true' : 'false'}
            aria-controls=${id}
            @click=${() => this.toggle(row.key)}
          >
            <span>${rowName(row)}</span>
          </button>
          <span class="unit-below small quiet">${scale.unit}</span>
        </th>
        <td class="unit small quiet">${scale.unit}</td>
        ${estimateCell(row.a, scale)} ${estimateCell(row.b, scale)} ${estimateCell(row.difference, scale, true)}
        <td>${row.difference.n > 0 ? verdictView(row.verdict) : missing}</td>
      </tr>
      <tr class="about" id=${id} ?hidden=${!isOpen}>
        <td colspan=${columns}>${isOpen ? aboutView(row, scale) : nothing}</td>
      </tr>
    `;
  }

  private toggle(key: string): void {
    if (!this.open.delete(key)) this.open.add(key);
    this.onToggle();
  }
}

/** Name of an indicator, with the site or payer it belongs to. */
export function rowName({ indicator, group }: ComparisonRow): string {
  return group ? `${localised(indicator.name)}, ${localised(group)}` : localised(indicator.name);
}

function estimateCell(estimate: Estimate, scale: Scale, isDifference = false): TemplateResult {
  return html`<td class="figure">
    ${meanText(estimate, scale, isDifference)}
    <span class="interval">${intervalText(estimate, scale, isDifference)}</span>
  </td>`;
}

function aboutView({ indicator, published }: ComparisonRow, { factor, decimals }: Scale): TemplateResult {
  const { compare } = texts();
  const { definition, denominator } = indicator;
  return html`<dl class="about-list small">
    <div>
      <dt>${compare.definition}</dt>
      <dd>${localised(definition)}</dd>
    </div>
    <div>
      <dt>${compare.denominator}</dt>
      <dd>${localised(denominator)}</dd>
    </div>
    <div>
      <dt>${compare.published}</dt>
      <dd>
        ${
          published
            ? compare.publishedValue(
                number(published.value * factor, decimals),
                number(published.tolerance * factor, decimals),
              )
            : compare.notPublished
        }
      </dd>
    </div>
    ${
      published
        ? html`<div>
            <dt>${compare.source}</dt>
            <dd class="source">${published.source}</dd>
          </div>`
        : nothing
    }
  </dl>`;
}
