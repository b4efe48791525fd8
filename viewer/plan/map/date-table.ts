import { html, nothing, type TemplateResult } from 'lit-html';
import type { Scenario } from '../../../scenarios/schema/index.ts';
import { texts } from '../../language/language.ts';
import type { LongList } from '../long-list.ts';
import { interventionsIn, withValueAt, type Json, type JsonObject, type PlanDocument } from '../plan-document.ts';
import { titleOf } from './change-list.ts';
import { isMapping, textOf } from './planned.ts';

/**
 * The timeline as a table of dates that can be written.
 *
 * @param list which of very many changes are drawn
 * @param write hands over an intervention with another date
 */
export function dateTable(
  document: PlanDocument,
  scenario: Scenario,
  list: LongList,
  write: (index: number, written: Json) => void,
): TemplateResult {
  const { planMap } = texts();
  const changes = interventionsIn(document);
  return html`<details class="ds-paragraph small">
    <summary>${planMap.dates}</summary>
    <div class="wide-table" tabindex="0" role="region" aria-label=${planMap.dates}>
      <table class="ds-table" data-size="sm">
        <thead>
          <tr>
            <th scope="col">${planMap.datesChange}</th>
            <th scope="col">${planMap.datesStart}</th>
            <th scope="col">${planMap.datesEnd}</th>
            <th scope="col">${planMap.datesMonths}</th>
          </tr>
        </thead>
        <tbody>
          ${list
            .rows(changes)
            .map(({ row, index }) => (isMapping(row) ? rowView(row, index, scenario, write) : nothing))}
        </tbody>
      </table>
    </div>
    ${list.moreView(changes.length)}
  </details>`;
}

function rowView(
  written: JsonObject,
  index: number,
  scenario: Scenario,
  write: (index: number, written: Json) => void,
): TemplateResult {
  const { planMap } = texts();
  const { name, places } = titleOf(written, scenario);
  const whole = places === '' ? name : `${name}, ${places}`;
  const isRollOut = written['model'] === 'roll-out';
  const input = (key: string, label: string, type: 'date' | 'number', convert: (text: string) => Json | undefined) =>
    html`<input
      class="ds-input"
      data-size="sm"
      type=${type}
      step="any"
      aria-label=${planMap.ofChange(label, whole)}
      .value=${textOf(written[key])}
      @change=${(event: Event) => {
        const value = convert((event.target as HTMLInputElement).value);
        write(index, withValueAt(written, [key], value));
      }}
    />`;
  const dateOf = (text: string): Json | undefined => (text === '' ? undefined : text);
  return html`<tr>
    <th scope="row">${whole}</th>
    <td>${input('start', planMap.datesStart, 'date', (text) => (text === '' ? written['start'] : text))}</td>
    <td>${isRollOut ? nothing : input('end', planMap.datesEnd, 'date', dateOf)}</td>
    <td>
      ${isRollOut ? input('months', planMap.datesMonths, 'number', (text) => (text === '' ? written['months'] : Number(text))) : nothing}
    </td>
  </tr>`;
}
