import { group } from 'd3';
import { html, nothing, type TemplateResult } from 'lit-html';
import { number } from '../../language/format.ts';
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
      const name = kind === 'site' ? siteName(recording, site) : stage.groups[kind];
      return [{ group: name, where: unitName(recording, unit), people: shown.map(({ person }) => person) }];
    }),
  );
  return html`
    ${folded(
      stage.hereWomen,
      wards.map(({ site, ward, women }) => ({
        group: siteName(recording, site),
        count: women.length,
        where: stage.wards[ward],
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
    ${folded(
      stage.herePeople,
      rows.map(({ group: name, where, people }) => ({
        group: name,
        where,
        count: people.length,
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

interface HereRow {
  /** What the row is folded with: a hospital, or all stations or teams. */
  group: string;
  where: string;
  count: number;
  cell: TemplateResult;
}

/** A table for each group, of which only the first is open: of a whole city the list would be many screens long. */
function folded(caption: string, rows: readonly HereRow[]): TemplateResult {
  const groups = group(rows, (row) => row.group);
  return html`<h4 class="here-heading">${caption}</h4>
    ${groups.size === 0 ? html`<p class="small">${texts().stage.nobodyHere}</p>` : nothing}
    ${[...groups].map(
      ([name, members], index) =>
        html`<details class="here-group" ?open=${index === 0}>
          <summary>${name} (${number(members.reduce((sum, { count }) => sum + count, 0))})</summary>
          ${table(`${caption}: ${name}`, members)}
        </details>`,
    )}`;
}

function table(caption: string, rows: readonly HereRow[]): TemplateResult {
  const { stage } = texts();
  return html`<div class="wide-table" role="group" tabindex="0" aria-label=${caption}>
    <table class="ds-table here-table" data-color="neutral">
      <caption class="ds-sr-only">
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${stage.where}</th>
          <th scope="col">${stage.who}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ where, cell }) =>
            html`<tr>
              <th scope="row">${where}</th>
              <td>${cell}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
