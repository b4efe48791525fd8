import { html, nothing, type TemplateResult } from 'lit-html';
import type { ModelInputs } from '../../../sim-core/maternity/model-inputs.ts';
import { date, number } from '../../language/format.ts';
import { localised, texts } from '../../language/language.ts';
import { modelName } from '../form/names.ts';
import { typedText } from '../form/typed-text.ts';
import { interventionsIn, type JsonObject, type PlanDocument } from '../plan-document.ts';
import type { Balance } from './balance.ts';
import type { MoveFault } from './move-posts.ts';
import { placeName } from './place-names.ts';
import { keyOf, type PlaceOfWork } from './place-of-work.ts';

/** What stands in the form, as it was typed. */
export interface MoveDraft {
  from: string;
  to: string;
  posts: string;
  start: string;
}

export type DraftFault = MoveFault | { kind: 'count' | 'place' | 'start' } | { kind: 'period'; end: string };

/** A place that posts can be moved from or to, with its name and the group that it stands in. */
export interface Choice {
  place: PlaceOfWork;
  key: string;
  name: string;
  group: string;
}

/** Every place that posts can be moved from or to: wards, stations, and the teams and combined positions of the plan. */
export function choicesOf({ data }: ModelInputs, { places }: Balance, document: PlanDocument): Choice[] {
  const { posts } = texts();
  const units = places.map(({ place }): Choice => {
    const group =
      place.kind === 'station'
        ? posts.stations
        : localised(data.economy.payers[data.sites[place.site]!.hospital]!.name);
    const profession = place.profession === 'midwife' ? '' : `: ${posts.professions[place.profession].toLowerCase()}`;
    return { place, key: keyOf(place), name: placeName(place, data) + profession, group };
  });
  const formed = interventionsIn(document).flatMap((written, intervention): Choice[] => {
    const { model, teams, districts } = (written ?? {}) as JsonObject;
    if (model !== 'continuity-teams' && model !== 'combined-positions') return [];
    const named = Object.keys(model === 'continuity-teams' ? (teams ?? {}) : (districts ?? {}));
    const names = named.map((id) => data.origins[id]?.name ?? id).join(', ');
    const place: PlaceOfWork = { kind: 'formed', intervention };
    return [{ place, key: keyOf(place), name: posts.teamsOf(modelName(model), names), group: posts.formed }];
  });
  return [...units, ...formed];
}

/** The form that moves posts. */
export function moveForm(
  draft: MoveDraft,
  choices: readonly Choice[],
  fault: DraftFault | undefined,
  handlers: { onChange: (changes: Partial<MoveDraft>) => void; onMove: () => void },
): TemplateResult {
  const { posts } = texts();
  const submit = (event: Event) => {
    event.preventDefault();
    handlers.onMove();
  };
  const faultsAt = faultPlace(fault);
  const describe = (field: keyof MoveDraft): string => (faultsAt === field ? 'posts-fault' : '');
  const invalid = (field: keyof MoveDraft): string => (faultsAt === field ? 'true' : 'false');
  const placeField = (field: 'from' | 'to', label: string): TemplateResult => html`
    <div class="field posts-place">
      <label class="ds-label" for="posts-${field}">${label}</label>
      <select
        class="ds-input"
        id="posts-${field}"
        aria-invalid=${invalid(field)}
        aria-describedby=${describe(field)}
        @change=${(event: Event) => handlers.onChange({ [field]: (event.target as HTMLSelectElement).value })}
      >
        <option value="" ?selected=${draft[field] === ''}>${posts.choose}</option>
        ${[...new Set(choices.map(({ group }) => group))].map(
          (group) =>
            html`<optgroup label=${group}>
              ${choices
                .filter((choice) => choice.group === group)
                .map(({ key, name }) => html`<option value=${key} ?selected=${key === draft[field]}>${name}</option>`)}
            </optgroup>`,
        )}
      </select>
    </div>
  `;
  const textField = (field: 'posts' | 'start', label: string, type: string): TemplateResult => html`
    <div class="field">
      <label class="ds-label" for="posts-${field}">${label}</label>
      <input
        class="ds-input"
        id="posts-${field}"
        type=${type}
        inputmode=${type === 'text' ? 'decimal' : nothing}
        autocomplete="off"
        aria-invalid=${invalid(field)}
        aria-describedby=${describe(field)}
        @input=${(event: Event) => handlers.onChange({ [field]: (event.target as HTMLInputElement).value })}
        ${typedText(draft[field], (typed) => typed === draft[field])}
      />
    </div>
  `;
  return html`
    <form class="posts-move" novalidate @submit=${submit}>
      ${placeField('from', posts.from)} ${placeField('to', posts.to)} ${textField('posts', posts.count, 'text')}
      ${textField('start', posts.start, 'date')}
      <button class="ds-button" type="submit">${posts.move}</button>
      <div id="posts-fault" class="posts-fault">
        ${fault ? html`<p class="ds-validation-message" data-field="validation">${faultText(fault)}</p>` : nothing}
      </div>
    </form>
  `;
}

function faultPlace(fault: DraftFault | undefined): keyof MoveDraft | undefined {
  switch (fault?.kind) {
    case 'count':
    case 'too few':
    case 'too many':
    case 'not taken':
      return 'posts';
    case 'place':
      return 'from';
    case 'same place':
    case 'other profession':
    case 'between teams':
      return 'to';
    case 'start':
    case 'period':
      return 'start';
    default:
      return undefined;
  }
}

function faultText(fault: DraftFault): string {
  const { posts } = texts();
  switch (fault.kind) {
    case 'count':
    case 'too few':
      return posts.countFault;
    case 'place':
      return posts.placeFault;
    case 'start':
      return posts.startFault;
    case 'period':
      return posts.periodFault(date(fault.end));
    case 'same place':
      return posts.samePlace;
    case 'other profession':
      return posts.otherProfession;
    case 'between teams':
      return posts.betweenTeams;
    case 'too many':
      return posts.tooMany(number(fault.most, 1));
    case 'not taken':
      return posts.notTaken(number(fault.most, 1));
  }
}
