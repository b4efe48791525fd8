import { html, nothing, type TemplateResult } from 'lit-html';
import { localised, texts } from '../../language/language.ts';
import type { ComparisonRow } from '../figures.ts';
import { groupingsOf, groupsOfRows, phasesOf, type TableChoice } from './table-choice.ts';

/** The fields that narrow the table. */
export function filtersView(
  rows: readonly ComparisonRow[],
  choice: TableChoice,
  onChoice: (choice: TableChoice) => void,
): TemplateResult {
  const { compare } = texts();
  const { filters } = compare;
  const groups = groupsOfRows(rows, choice.grouping);
  return html`<div class="table-filters" role="group" aria-label=${filters.heading}>
    <div class="field">
      <label class="ds-label" for="table-search">${filters.search}</label>
      <input
        class="ds-input"
        id="table-search"
        type="search"
        autocomplete="off"
        spellcheck="false"
        .value=${choice.search}
        @input=${(event: Event) => onChoice(searching(choice, (event.target as HTMLInputElement).value))}
      />
    </div>
    ${select(
      'table-part',
      filters.part,
      choice.part,
      [
        ['headline', filters.headline],
        ['all', filters.allParts],
        ...phasesOf(rows).map((phase) => [phase, compare.phases[phase]] as const),
      ],
      (part) => onChoice({ ...choice, part }),
    )}
    ${select(
      'table-grouping',
      filters.grouping,
      choice.grouping,
      [
        ['any', filters.anyGrouping],
        ['none', filters.noGrouping],
        ...groupingsOf(rows).map((grouping) => [grouping, compare.groupings[grouping]] as const),
      ],
      (grouping) => onChoice({ ...choice, ...wide(choice), grouping, group: '' }),
    )}
    ${
      groups.size > 0
        ? select(
            'table-group',
            filters.group,
            choice.group,
            [
              ['', filters.allGroups],
              ...[...groups].map(([id, { group }]) => [id, group ? localised(group) : id] as const),
            ],
            (group) => onChoice({ ...choice, group }),
          )
        : nothing
    }
    <label class="table-clear">
      <input
        type="checkbox"
        id="table-only-clear"
        .checked=${choice.onlyClear}
        @change=${(event: Event) => onChoice({ ...choice, onlyClear: (event.target as HTMLInputElement).checked })}
      />
      ${filters.onlyClear}
    </label>
  </div>`;
}

/** A search looks among all figures: whoever types a name does not know which part it stands in. */
function searching(choice: TableChoice, search: string): TableChoice {
  return { ...choice, ...(search.trim() === '' ? {} : wide(choice)), search };
}

/** Headlines are over all women and places: whoever asks for others asks for all parts. */
function wide({ part }: TableChoice): { part: TableChoice['part'] } {
  return { part: part === 'headline' ? 'all' : part };
}

function select<Value extends string>(
  id: string,
  label: string,
  chosen: Value,
  options: readonly (readonly [Value, string])[],
  onChoice: (value: Value) => void,
): TemplateResult {
  return html`<div class="field">
    <label class="ds-label" for=${id}>${label}</label>
    <select
      class="ds-input"
      id=${id}
      .value=${chosen}
      @change=${(event: Event) => onChoice((event.target as HTMLSelectElement).value as Value)}
    >
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
    </select>
  </div>`;
}
