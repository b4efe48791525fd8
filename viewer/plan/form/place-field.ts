import { html, type TemplateResult } from 'lit-html';
import type { BaseData } from '../../../scenarios/schema/index.ts';
import type { Path } from '../../../scenarios/schema/problems.ts';
import { texts } from '../../language/language.ts';
import type { JsonObject } from '../plan-document.ts';
import { fieldId, type FieldContext } from './field-context.ts';
import { problemsView, type Field } from './field-frame.ts';
import { namesFrom, optionName } from './names.ts';

/** Where posts are: a unit of a site, or the health station of a district. */
type Place = { site: string; unit: string } | { district: string };

/** One choice of where the posts of a row are. @param keys what the row can say: a row without districts offers none */
export function placeField(context: FieldContext, path: Path, keys: readonly string[]): TemplateResult {
  const { form } = texts();
  const row = (context.read(path) ?? {}) as JsonObject;
  const id = fieldId([...path, 'site']);
  const places = new Map(
    placesIn(context.data)
      .filter((place) => 'site' in place || keys.includes('district'))
      .map((place) => [codeOf(place), placeName(place, context.data)]),
  );
  const chosen = codeOfRow(row);
  if (chosen !== '' && !places.has(chosen)) places.set(chosen, chosen);
  const problems = [
    ...['site', 'unit', 'district'].flatMap((key) => context.problems.take([...path, key])),
    ...context.problems.take(path, false),
  ];
  const choose = (event: Event) => {
    const code = (event.target as HTMLSelectElement).value;
    if (code === chosen) return;
    const [kind, place = '', unit = ''] = code.split('/');
    const others = Object.fromEntries(
      Object.entries(row).filter(([key]) => key !== 'site' && key !== 'unit' && key !== 'district'),
    );
    const named = code === '' ? {} : kind === 'district' ? { district: place } : { site: place, unit };
    context.write(path, { ...named, ...others });
  };
  const field: Field = { path, key: 'site', schema: { type: 'string', pattern: '' }, required: true };
  return html`<div class="field form-field">
    <label class="ds-label" for=${id}>${form.whereFrom}</label>
    <select
      class="ds-input"
      id=${id}
      aria-describedby="${id}-problem"
      aria-invalid=${problems.length > 0 ? 'true' : 'false'}
      @change=${choose}
    >
      <option value="" .selected=${chosen === ''}>${form.choose}</option>
      ${[...places].map(([code, name]) => html`<option value=${code} .selected=${code === chosen}>${name}</option>`)}
    </select>
    <div id="${id}-problem">${problemsView(context, field, problems)}</div>
  </div>`;
}

/** Where there are posts: units of sites that have staff, and every district. */
function placesIn(data: BaseData): Place[] {
  const sites = Object.entries(data.staff.sites).flatMap(([site, units]) =>
    Object.keys(units)
      .filter((unit) => unit !== 'leadership')
      .map((unit): Place => ({ site, unit })),
  );
  return [...sites, ...Object.keys(data.staff.districts).map((district): Place => ({ district }))];
}

function placeName(place: Place, data: BaseData): string {
  const { form } = texts();
  if ('district' in place) {
    return form.districtPlace(namesFrom('origins', data).get(place.district) ?? place.district);
  }
  return form.sitePlace(namesFrom('sites', data).get(place.site) ?? place.site, optionName(place.unit));
}

function codeOf(place: Place): string {
  return 'district' in place ? `district/${place.district}` : `site/${place.site}/${place.unit}`;
}

/** A row that names no unit of a site means its labour ward. */
function codeOfRow({ site, unit, district }: JsonObject): string {
  if (typeof district === 'string') return `district/${district}`;
  return typeof site === 'string' ? `site/${site}/${typeof unit === 'string' ? unit : 'labourWard'}` : '';
}
