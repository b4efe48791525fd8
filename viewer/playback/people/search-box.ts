import { html, nothing, type TemplateResult } from 'lit-html';
import { localised, texts } from '../../language/language.ts';
import { number } from '../../language/format.ts';
import { switchOf } from '../../switch.ts';
import type { Recording } from '../recording.ts';
import type { Side } from '../selection.ts';
import { listNames, type ListName } from './lists-view.ts';
import { providerName, unitName } from './names.ts';
import type { Recorded } from './recorded.ts';
import { inline, small } from './tables.ts';

/** What was searched for and what came of it. */
export interface Search {
  kind: 'woman' | 'midwife';
  /** Said below the field; empty when there is nothing to say. */
  message: string;
  /** People of units whose name was typed. */
  hits: readonly number[];
}

const mostHits = 60;

/** What a search finds: one to open, or what to say. @param text a number, or, for those who work there, a part of a unit's name */
export function searched(
  recorded: Recorded,
  kind: Search['kind'],
  text: string,
): { open: number } | { open?: undefined; search: Search } {
  const { search, table } = texts().people;
  const wanted = text.trim();
  const { women, people } = recorded.playback;
  const last = (kind === 'woman' ? women.origin : people.unit).length - 1;
  const isNumber = /^\d+$/.test(wanted);
  if (isNumber && Number(wanted) <= last) return { open: Number(wanted) };
  const none = (message: string): { search: Search } => ({ search: { kind, message, hits: [] } });
  if (kind === 'woman' || isNumber || wanted === '')
    return none(search.range((kind === 'woman' ? table.woman : table.person).toLowerCase(), String(last)));
  const hits: number[] = [];
  for (let person = 0; person <= last; person++) {
    if (unitName(recorded, people.unit[person]!).toLowerCase().includes(wanted.toLowerCase())) hits.push(person);
  }
  if (hits.length === 0) return none(search.none);
  return { search: { kind, message: search.unitHits(number(hits.length)), hits: hits.slice(0, mostHits) } };
}

/** Where to begin: whose plan, a field for a number or a unit, and the lists. */
export function searchBox(
  recordings: Partial<Record<Side, Recording>>,
  side: Side,
  search: Search,
  on: {
    side: (side: Side) => void;
    kind: (kind: Search['kind']) => void;
    submit: (text: string) => void;
    person: (person: number) => void;
    list: (list: ListName) => void;
  },
): TemplateResult {
  const { people } = texts();
  const recording = recordings[side];
  const sides = (['a', 'b'] as const).flatMap((one) => {
    const of = recordings[one];
    return of ? [{ value: one, text: localised(of.inputs.name) }] : [];
  });
  return html`
    <form
      class="details-search"
      role="search"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        on.submit(document.querySelector<HTMLInputElement>('#details-number')?.value ?? '');
      }}
    >
      ${
        sides.length > 1
          ? switchOf<Side>({
              name: 'details-side',
              label: people.plan,
              options: sides,
              chosen: side,
              onChoice: on.side,
            })
          : nothing
      }
      <div class="field" data-size="sm">
        <label class="ds-label" for="details-kind">${people.search.label}</label>
        <select
          class="ds-input"
          id="details-kind"
          .value=${search.kind}
          @change=${(event: Event) => on.kind((event.target as HTMLSelectElement).value === 'woman' ? 'woman' : 'midwife')}
        >
          <option value="woman" ?selected=${search.kind === 'woman'}>${people.search.woman}</option>
          <option value="midwife" ?selected=${search.kind === 'midwife'}>${people.search.midwife}</option>
        </select>
      </div>
      <div class="field" data-size="sm">
        <label class="ds-label" for="details-number">${people.search.field}</label>
        <input class="ds-input" id="details-number" autocomplete="off" aria-describedby="details-message" />
      </div>
      <button class="ds-button" data-size="sm" type="submit">${people.search.submit}</button>
    </form>
    <p class="small" id="details-message" role="status">${search.message}</p>
    ${
      recording && search.hits.length > 0
        ? html`<ul class="details-hits">
            ${search.hits.map(
              (person) =>
                html`<li>
                  ${inline(providerName(recording, person), () => on.person(person))}
                  <span class="small quiet">${unitName(recording, recording.playback.people.unit[person]!)}</span>
                </li>`,
            )}
          </ul>`
        : nothing
    }
    <div class="details-buttons" role="group" aria-label=${people.lists.heading}>
      ${listNames.map((list) => small(people.lists[list], () => on.list(list)))}
    </div>
  `;
}
