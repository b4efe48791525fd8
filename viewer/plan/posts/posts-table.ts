import { html, nothing, type TemplateResult } from 'lit-html';
import type { ModelInputs } from '../../../sim-core/maternity/model-inputs.ts';
import type { Profession } from '../../../sim-core/maternity/staff/person.ts';
import { number, signed } from '../../language/format.ts';
import { localised, texts } from '../../language/language.ts';
import type { Balance, PlacePosts } from './balance.ts';
import { barOf } from './bar.ts';
import { placeName } from './place-names.ts';

interface Row {
  name: string;
  today: number;
  planned: number;
}

/** Posts of one profession at every place of work, today and in the plan, grouped by employer. */
export function postsTable(inputs: ModelInputs, balance: Balance, profession: Profession): TemplateResult {
  const { posts } = texts();
  const shown = balance.places.filter(({ place }) => place.profession === profession);
  const groups = groupsOf(inputs, balance, shown, profession);
  const most = Math.max(1, ...groups.flatMap(({ rows }) => rows.flatMap(({ today, planned }) => [today, planned])));
  return html`
    <div class="wide-table" role="region" tabindex="0" aria-label=${posts.heading}>
      <table class="ds-table posts-table" data-color="neutral">
        <thead>
          <tr>
            <th scope="col">${posts.unit}</th>
            <th scope="col" class="posts-drawn"><span class="ds-sr-only">${posts.inPlan}</span></th>
            <th scope="col" class="figure">${posts.today}</th>
            <th scope="col" class="figure">${posts.inPlan}</th>
            <th scope="col" class="figure">${posts.change}</th>
          </tr>
        </thead>
        ${groups.map(({ name, rows }) =>
          rows.length === 0
            ? nothing
            : html`<tbody>
                <tr>
                  <th scope="rowgroup" colspan="5" class="posts-group">${name}</th>
                </tr>
                ${rows.map((row) => rowView(row, most))}
              </tbody>`,
        )}
      </table>
    </div>
  `;
}

function rowView({ name, today, planned }: Row, most: number): TemplateResult {
  const { posts } = texts();
  const change = planned - today;
  return html`<tr>
    <th scope="row">${name}</th>
    <td class="posts-drawn">${barOf(today, planned, most, posts.barLabel(number(today, 1), number(planned, 1)))}</td>
    <td class="figure">${number(today, 1)}</td>
    <td class="figure">${number(planned, 1)}</td>
    <td class="figure">
      ${Math.abs(change) < 0.05 ? html`<span class="quiet">${posts.noChange}</span>` : signed(change, 1)}
    </td>
  </tr>`;
}

function groupsOf(
  { data }: ModelInputs,
  { formed }: Balance,
  shown: readonly PlacePosts[],
  profession: Profession,
): { name: string; rows: Row[] }[] {
  const { posts } = texts();
  const row = ({ place, today, planned }: PlacePosts): Row => ({ name: placeName(place, data), today, planned });
  const hospitals = [...new Set(Object.values(data.sites).map(({ hospital }) => hospital))];
  return [
    ...hospitals.map((hospital) => ({
      name: localised(data.economy.payers[hospital]!.name),
      rows: shown
        .filter(({ place }) => place.kind === 'ward' && data.sites[place.site]!.hospital === hospital)
        .map(row),
    })),
    { name: posts.stations, rows: shown.filter(({ place }) => place.kind === 'station').map(row) },
    {
      name: posts.formed,
      rows:
        profession === 'midwife'
          ? formed.map(({ kind, district, planned }) => ({
              name: posts.unitName(data.origins[district]!.name, posts.unitKinds[kind]),
              today: 0,
              planned,
            }))
          : [],
    },
  ];
}
