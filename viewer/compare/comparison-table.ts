import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { missing, number } from '../language/format.ts';
import { localised, texts } from '../language/language.ts';
import type { ComparisonRow, Estimate } from './figures.ts';
import { intervalText, meanText, scaleOf, type Scale } from './values.ts';
import { verdictView } from './verdict-view.ts';

const columns = 6;

type Group = [first: ComparisonRow, ...others: ComparisonRow[]];

/** Tables of indicators. The name of each opens what it means and where it can be held against. */
export class ComparisonTable {
  private readonly open = new Set<string>();
  private readonly onToggle: () => void;

  /** @param onToggle called when a line has been opened or closed and the table must be drawn anew. */
  constructor(onToggle: () => void) {
    this.onToggle = onToggle;
  }

  /** One table. @param title what it is called for those who cannot see what stands above it */
  view(rows: ComparisonRow[], title: string, nameA: string, nameB: string): TemplateResult {
    const { compare } = texts();
    return html`
      <div class="wide-table" role="region" tabindex="0" aria-label=${compare.tableRegion(title)}>
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
          ${repeat(
            byIndicator(rows),
            ([{ key }]) => key,
            (group) => this.indicator(group),
          )}
        </table>
      </div>
    `;
  }

  /** An indicator in one line, or, when it is given by group, a line for each below its name. */
  private indicator(rows: Group): TemplateResult {
    const [first] = rows;
    const scale = scaleOf(rows);
    const isOpen = this.open.has(first.key);
    const id = `about-${first.key.replace(/[^\w-]/g, '-')}`;
    const name = html`<button
      class="disclosure"
      type="button"
      aria-expanded=${isOpen ? 'true' : 'false'}
      aria-controls=${id}
      @click=${() => this.toggle(first.key)}
    >
      <span>${localised(first.indicator.name)}</span>
    </button>`;
    const unitBelow = html`<span class="unit-below small quiet">${scale.unit}</span>`;
    const about = html`<tr class="about" id=${id} ?hidden=${!isOpen}>
      <td colspan=${columns}>${isOpen ? aboutView(rows, scale) : nothing}</td>
    </tr>`;
    return first.group === undefined
      ? html`<tbody>
          <tr>
            <th scope="row">${name} ${unitBelow}</th>
            ${cells(first, scale)}
          </tr>
          ${about}
        </tbody>`
      : html`<tbody>
          <tr>
            <th scope="rowgroup" colspan=${columns}>${name}</th>
          </tr>
          ${about}
          ${rows.map(
            (row) =>
              html`<tr class="group-line">
                <th scope="row">${localised(row.group ?? row.indicator.name)} ${unitBelow}</th>
                ${cells(row, scale)}
              </tr>`,
          )}
        </tbody>`;
  }

  private toggle(key: string): void {
    if (!this.open.delete(key)) this.open.add(key);
    this.onToggle();
  }
}

/** Name of an indicator, with the group it belongs to. */
export function rowName({ indicator, group }: ComparisonRow): string {
  return group ? `${localised(indicator.name)}, ${localised(group)}` : localised(indicator.name);
}

function cells(row: ComparisonRow, scale: Scale): TemplateResult {
  return html`
    <td class="unit small quiet">${scale.unit}</td>
    ${estimateCell(row.a, scale)} ${estimateCell(row.b, scale)} ${estimateCell(row.difference, scale, true)}
    <td>${row.difference.n > 0 ? verdictView(row.verdict) : missing}</td>
  `;
}

function estimateCell(estimate: Estimate, scale: Scale, isDifference = false): TemplateResult {
  return html`<td class="figure">
    ${meanText(estimate, scale, isDifference)}
    <span class="interval">${intervalText(estimate, scale, isDifference)}</span>
  </td>`;
}

function aboutView(rows: Group, scale: Scale): TemplateResult {
  const { compare } = texts();
  const { definition, denominator } = rows[0].indicator;
  const published = rows.filter((row) => row.published !== undefined);
  return html`<dl class="about-list small">
    ${aboutLine(compare.definition, localised(definition))} ${aboutLine(compare.denominator, localised(denominator))}
    ${
      published.length > 0
        ? published.map((row) => publishedView(row, scale))
        : aboutLine(compare.published, compare.notPublished)
    }
  </dl>`;
}

function publishedView({ published, group }: ComparisonRow, { factor, decimals }: Scale): TemplateResult {
  if (published === undefined) return html``;
  const { compare } = texts();
  const value = number(published.value * factor, decimals);
  const tolerance = number(published.tolerance * factor, decimals);
  const title = group ? `${compare.published}, ${localised(group)}` : compare.published;
  return html`${aboutLine(title, compare.publishedValue(value, tolerance))}
    <div>
      <dt>${compare.source}</dt>
      <dd class="source">${published.source}</dd>
    </div>`;
}

function aboutLine(term: string, text: string): TemplateResult {
  return html`<div>
    <dt>${term}</dt>
    <dd>${text}</dd>
  </div>`;
}

/** Rows of the same indicator that follow each other. */
function byIndicator(rows: readonly ComparisonRow[]): Group[] {
  const groups: Group[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last !== undefined && row.group !== undefined && last[0].indicator === row.indicator) last.push(row);
    else groups.push([row]);
  }
  return groups;
}
