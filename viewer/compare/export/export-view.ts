import { html, type TemplateResult } from 'lit-html';
import { language, texts } from '../../language/language.ts';
import type { Figures } from '../../run/session.ts';
import type { ComparisonRow } from '../figures.ts';
import { csvFormats, csvText, type CsvCell } from './csv.ts';
import { download } from './download.ts';
import { indicatorTable, replicationTable } from './indicator-tables.ts';

/** Buttons that hand all figures over as files. */
export function exportView(rows: readonly ComparisonRow[], figures: Figures): TemplateResult {
  const { compare } = texts();
  const save = (name: string, table: CsvCell[][]) => {
    const text = csvText(table, csvFormats[language()]);
    download(`${name}.csv`, new Blob([text], { type: 'text/csv;charset=utf-8' }));
  };
  return html`
    <h3 class="ds-heading">${compare.export}</h3>
    <p class="ds-paragraph small quiet measure">${compare.exportHelp}</p>
    <div class="export-buttons">
      <button
        class="ds-button"
        data-variant="secondary"
        type="button"
        data-export="indicators"
        @click=${() => save(compare.file.indicators, indicatorTable(rows, figures))}
      >
        ${compare.exportIndicators}
      </button>
      <button
        class="ds-button"
        data-variant="secondary"
        type="button"
        data-export="replications"
        @click=${() => save(compare.file.replicationValues, replicationTable(rows, figures))}
      >
        ${compare.exportReplications}
      </button>
    </div>
  `;
}
