import { html, nothing, type TemplateResult } from 'lit-html';
import { number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';

/** A column of a table; figures stand to the right. */
export interface Column {
  head: string;
  isFigure?: boolean;
}

export type Cell = TemplateResult | string | typeof nothing;

/** Whom the details show a part of a long list, and how to show another. */
export interface Pages {
  page: number;
  show: (page: number) => void;
}

const rowsOnPage = 25;

/** A table in a region that scrolls by itself. The first cell of each row is its heading. @param title what it is called */
export function tableOf(title: string, columns: readonly Column[], rows: readonly (readonly Cell[])[]): TemplateResult {
  const { people } = texts();
  const place = (column: number): string => (columns[column]?.isFigure ? 'figure' : '');
  return html`
    <div class="wide-table" role="region" tabindex="0" aria-label=${people.table.region(title)}>
      <table class="ds-table details-table" data-color="neutral" data-size="sm">
        <caption class="ds-sr-only">
          ${title}
        </caption>
        <thead>
          <tr>
            ${columns.map(({ head }, at) => html`<th scope="col" class=${place(at)}>${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (cells) =>
              html`<tr>
                ${cells.map((cell, at) =>
                  at === 0
                    ? html`<th scope="row" class=${place(at)}>${cell}</th>`
                    : html`<td class=${place(at)}>${cell}</td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}

/** A table of many rows, a page at a time; the rows of other pages are not made. */
export function pagedTable<Row>(
  title: string,
  columns: readonly Column[],
  rows: readonly Row[],
  cellsOf: (row: Row) => Cell[],
  { page, show }: Pages,
): TemplateResult {
  const { lists } = texts().people;
  if (rows.length === 0) return html`<p class="quiet">${lists.none}</p>`;
  const pages = Math.ceil(rows.length / rowsOnPage);
  const shown = Math.min(page, pages - 1);
  const part = rows.slice(shown * rowsOnPage, (shown + 1) * rowsOnPage).map(cellsOf);
  return html`
    ${tableOf(title, columns, part)}
    ${
      pages === 1
        ? nothing
        : html`<div class="details-pages">
            ${small(lists.previous, () => show(shown - 1), shown === 0)}
            <span class="small">${lists.page(number(shown + 1), number(pages))}</span>
            ${small(lists.next, () => show(shown + 1), shown === pages - 1)}
          </div>`
    }
  `;
}

/** A small button beside or below a table. */
export function small(text: string, onClick: () => void, isDisabled = false): TemplateResult {
  return html`<button
    class="ds-button"
    data-variant="secondary"
    data-size="sm"
    type="button"
    ?disabled=${isDisabled}
    @click=${onClick}
  >
    ${text}
  </button>`;
}

/** A button that looks like a link, within a line of text or a table. @param label what it does, where the text alone doesn't say */
export function inline(text: string, onClick: () => void, label?: string): TemplateResult {
  return html`<button class="details-link" type="button" aria-label=${label ?? nothing} @click=${onClick}>
    ${text}
  </button>`;
}

/** Terms and what they are, side by side. */
export function factsOf(facts: readonly (readonly [string, Cell])[]): TemplateResult {
  return html`<dl class="details-facts">
    ${facts.map(
      ([term, value]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;
}
