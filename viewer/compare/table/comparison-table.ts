import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import { missing, number, percent } from '../../language/format.ts';
import { language, localised, texts } from '../../language/language.ts';
import type { Figures } from '../../run/session.ts';
import { relative, type ComparisonRow, type Estimate } from '../figures.ts';
import { rowName } from '../row-name.ts';
import { intervalText, meanText, scaleOf, type Scale } from '../values.ts';
import { verdictView } from '../verdict-view.ts';
import { aboutView } from './about-indicator.ts';
import { chosenRows, usualChoice, type SortKey, type TableChoice } from './table-choice.ts';
import { filtersView } from './table-filters.ts';

const columns = 7;
/** Lines that are drawn at first, and how many more each time they are asked for. */
const linesAtATime = 40;

/** Every indicator in one table that can be searched, narrowed and sorted. The name of each opens what it means. */
export class ComparisonTable {
  private readonly open = new Set<string>();
  private readonly onChange: () => void;
  private choice: TableChoice = usualChoice;
  private lines = linesAtATime;

  /** @param onChange called when the table must be drawn anew. */
  constructor(onChange: () => void) {
    this.onChange = onChange;
  }

  view(rows: readonly ComparisonRow[], figures: Figures): TemplateResult {
    const { compare } = texts();
    const chosen = chosenRows(rows, this.choice, rowName, language());
    const shown = chosen.slice(0, this.lines);
    const [nameA, nameB] = [figures.comparison.a.name, figures.comparison.b.name].map(localised) as [string, string];
    return html`
      ${filtersView(rows, this.choice, (choice) => this.choose(choice))}
      <p class="small quiet table-count" role="status">
        ${compare.shownOf(number(shown.length), number(chosen.length), number(rows.length))}
      </p>
      <div class="wide-table" role="region" tabindex="0" aria-label=${compare.tableRegion(compare.table)}>
        <table class="ds-table comparison-table" data-color="neutral">
          <thead>
            <tr>
              ${this.header('name', compare.indicator)}
              <th scope="col" class="unit">${compare.unit}</th>
              <th scope="col" class="figure">${nameA}</th>
              <th scope="col" class="figure">${nameB}</th>
              ${this.header('difference', compare.difference, true)} ${this.header('relative', compare.relative, true)}
              ${this.header('clearness', compare.verdict)}
            </tr>
          </thead>
          ${repeat(
            shown,
            ({ key }) => key,
            (row) => this.line(row, figures),
          )}
        </table>
      </div>
      ${chosen.length === 0 ? html`<p class="ds-paragraph table-empty">${compare.noneFound}</p>` : nothing}
      ${
        chosen.length > shown.length
          ? html`<button
              class="ds-button more-lines"
              data-variant="secondary"
              type="button"
              @click=${() => this.more()}
            >
              ${compare.moreLines(number(Math.min(linesAtATime, chosen.length - shown.length)))}
            </button>`
          : nothing
      }
    `;
  }

  private choose(choice: TableChoice): void {
    this.choice = choice;
    this.lines = linesAtATime;
    this.onChange();
  }

  private more(): void {
    this.lines += linesAtATime;
    this.onChange();
  }

  /** The name of a column that lines can be sorted by: as they stand, one way, the other way, and back. */
  private header(sort: SortKey, name: string, isFigure = false): TemplateResult {
    const { sort: current, descending } = this.choice;
    const direction = current === sort ? (descending ? 'descending' : 'ascending') : 'none';
    // Of figures the largest are wanted first, of names those that come first in the alphabet.
    const first = sort !== 'name';
    const press = () => {
      if (current !== sort) this.choose({ ...this.choice, sort, descending: first });
      else if (descending === first) this.choose({ ...this.choice, descending: !first });
      else this.choose({ ...this.choice, sort: 'order', descending: false });
    };
    return html`<th scope="col" class=${isFigure ? 'figure' : ''} aria-sort=${direction}>
      <button type="button" class="sort-button" data-sort=${sort} @click=${press}>${name}</button>
    </th>`;
  }

  private line(row: ComparisonRow, figures: Figures): TemplateResult {
    const scale = scaleOf([row]);
    const isOpen = this.open.has(row.key);
    const id = `about-${row.key.replace(/[^\w-]/g, '-')}`;
    return html`<tbody data-key=${row.key}>
      <tr>
        <th scope="row">
          <button
            class="disclosure"
            type="button"
            aria-expanded=${isOpen ? 'true' : 'false'}
            aria-controls=${id}
            @click=${() => this.toggle(row.key)}
          >
            <span
              >${localised(row.indicator.name)}${
                row.group ? html`<span class="line-group">${localised(row.group)}</span>` : nothing
              }</span
            >
          </button>
          <span class="unit-below small quiet">${scale.unit}</span>
        </th>
        <td class="unit small quiet">${scale.unit}</td>
        ${estimateCell(row.a, scale)} ${estimateCell(row.b, scale)} ${estimateCell(row.difference, scale, true)}
        <td class="figure">${relativeText(row)}</td>
        <td>${row.difference.n > 0 ? verdictView(row.verdict) : missing}</td>
      </tr>
      <tr class="about" id=${id} ?hidden=${!isOpen}>
        <td colspan=${columns}>${isOpen ? aboutView(row, scale, figures) : nothing}</td>
      </tr>
    </tbody>`;
  }

  private toggle(key: string): void {
    if (!this.open.delete(key)) this.open.add(key);
    this.onChange();
  }
}

function estimateCell(estimate: Estimate, scale: Scale, isDifference = false): TemplateResult {
  return html`<td class="figure">
    ${meanText(estimate, scale, isDifference)}
    <span class="interval">${intervalText(estimate, scale, isDifference)}</span>
  </td>`;
}

/** A difference in per cent of the first scenario; of what grows from nothing there is none. */
function relativeText(row: ComparisonRow): string {
  const mean = relative(row)?.mean ?? NaN;
  return Math.abs(mean) === Infinity ? texts().compare.fromZero : percent(mean, 1, 'exceptZero');
}
