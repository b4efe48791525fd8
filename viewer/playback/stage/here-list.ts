import { html, nothing, type TemplateResult } from 'lit-html';
import { texts } from '../../language/language.ts';
import { siteName, unitName, unitsIn } from './names.ts';
import { personButton } from './person-mark.ts';
import type { Picture, StageActions } from './picture.ts';
import { unitRows } from './unit-rows.ts';
import { wardPicture } from './wards.ts';
import { wardKinds, type WardKind } from './zoom.ts';

interface WardWomen {
  site: number;
  ward: WardKind;
  women: { woman: number; state: string }[];
}

/** Everybody who is in what is zoomed to, as tables: women by place, staff by unit. Each can be chosen. */
export function hereList(picture: Picture, actions: StageActions): TemplateResult {
  const { stage } = texts();
  const { recording, activity, zoom } = picture;
  const wards = wardsInSight(picture);
  const groups = unitRows(unitsIn(recording), recording.playback.people.unit, activity.people, zoom);
  const rows = groups.flatMap(({ kind, site, rows: units }) =>
    units.flatMap(({ unit, people }) => {
      const shown = people.filter(({ look }) => look !== 'off');
      if (shown.length === 0) return [];
      const where = [...(kind === 'site' ? [siteName(recording, site)] : []), unitName(recording, unit)].join(', ');
      return [{ where, people: shown.map(({ person }) => person) }];
    }),
  );
  return html`
    ${table(
      stage.hereWomen,
      wards.map(({ site, ward, women }) => ({
        where: `${siteName(recording, site)}, ${stage.wards[ward]}`,
        cell: html`<ul class="here-women">
          ${women.map(
            ({ woman, state }) =>
              html`<li>
                <button
                  type="button"
                  class="name-button"
                  aria-pressed=${woman === picture.litWoman}
                  @click=${() => actions.pickWoman(woman)}
                >
                  ${stage.woman(String(woman))}
                </button>
                <span class="quiet">${state}</span>
              </li>`,
          )}
        </ul>`,
      })),
    )}
    ${table(
      stage.herePeople,
      rows.map(({ where, people }) => ({
        where,
        cell: html`<div class="here-people">
          ${people.map((person) => personButton(picture, actions, person, true))}
        </div>`,
      })),
    )}
  `;
}

/** The wards in what is zoomed to that have women in them. */
function wardsInSight(picture: Picture): WardWomen[] {
  const { recording, zoom } = picture;
  const { stage } = texts();
  const sites = zoom.level === 'city' ? recording.layout.sites.map((_, site) => site) : [zoom.site];
  const wards = zoom.level === 'ward' || zoom.level === 'bed' ? [zoom.ward] : wardKinds;
  return sites.flatMap((site) =>
    wards.flatMap((ward): WardWomen[] => {
      const women = wardPicture(ward, site, picture).slots.flatMap(({ woman, state }) =>
        woman >= 0 ? [{ woman, state: stage.states[state] }] : [],
      );
      return women.length > 0 ? [{ site, ward, women }] : [];
    }),
  );
}

function table(caption: string, rows: { where: string; cell: TemplateResult }[]): TemplateResult | typeof nothing {
  const { stage } = texts();
  return html`<div class="wide-table" role="region" tabindex="0" aria-label=${caption}>
    <table class="ds-table here-table" data-color="neutral">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${stage.where}</th>
          <th scope="col">${stage.who}</th>
        </tr>
      </thead>
      <tbody>
        ${
          rows.length === 0
            ? html`<tr>
                <td colspan="2">${stage.nobodyHere}</td>
              </tr>`
            : rows.map(
                ({ where, cell }) =>
                  html`<tr>
                    <th scope="row">${where}</th>
                    <td>${cell}</td>
                  </tr>`,
              )
        }
      </tbody>
    </table>
  </div>`;
}
