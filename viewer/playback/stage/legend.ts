import { html, nothing, svg, type TemplateResult } from 'lit-html';
import type { ModelInputs } from '../../../sim-core/maternity/model-inputs.ts';
import { localised, texts } from '../../language/language.ts';
import { sectorLook } from './map-places.ts';
import { markShapes, type MarkKind } from './mark-shapes.ts';
import { personLooks } from './person-looks.ts';
import { personMark } from './person-mark.ts';
import { barKinds } from './site-bars.ts';
import { slotMark } from './slot-mark.ts';
import { slotShapes, teamStar, type SlotState } from './slot-shapes.ts';

/** What the marks on the map mean: sectors, the bars of the sites and whoever is under way. */
export function mapLegend({ data }: ModelInputs, patterns: string): TemplateResult {
  const { stage } = texts();
  const ids = Object.keys(data.sectors);
  const shown = new Set(Object.values(data.origins).flatMap(({ sector, outside }) => (outside ? [] : [sector])));
  const hasOutside = Object.values(data.origins).some(({ outside }) => outside);
  return html`
    <ul class="legend small">
      ${ids
        .filter((id) => shown.has(id))
        .map((id) => {
          const look = sectorLook(ids, id);
          const fill = `url(#${patterns}-${look})`;
          return item(
            svg`<g class="sector-${look}"><circle class="district-ground" r="9"></circle><circle class="district-rim" r="6.5" stroke-width="5" stroke=${fill}></circle></g>`,
            localised(data.sectors[id]!.name),
          );
        })}
      ${barKinds.map((kind) =>
        item(
          svg`<g class="site-bar site-bar-${kind}"><rect class="bar-ground" x="-4" y="-9" width="8" height="18"></rect><rect class="bar-value" x="-4" y="-3" width="8" height="12"></rect></g>`,
          stage.bars[kind],
        ),
      )}
      ${item(svg`<g class="site-queue"><circle r="9"></circle><text text-anchor="middle" y="4" font-size="12">2</text></g>`, stage.bars.queue)}
      ${(Object.keys(markShapes) as MarkKind[]).map((kind) => item(movementMark(kind), stage.moving[kind]))}
      ${item(
        svg`<g class="round"><path d="M-9,4L0,-5L9,3"></path><circle cx="-8" cy="4" r="2.5"></circle><circle class="is-present" cx="0" cy="-5" r="2.5"></circle><circle cx="8" cy="3" r="2.5"></circle></g>`,
        stage.round,
      )}
    </ul>
    ${hasOutside ? html`<p class="small quiet">${stage.outside}</p>` : nothing}
  `;
}

/** What the marks on rooms and beds mean. The star of teams is left out where there are none. */
export function wardLegend(withTeams: boolean): TemplateResult {
  const { stage } = texts();
  return html`<ul class="legend small">
    ${(Object.keys(slotShapes) as SlotState[]).map((state) => item(slotMark(state, 18, false), stage.states[state]))}
    ${withTeams ? item(svg`<path class="slot-star" d=${teamStar}></path>`, stage.withTeamMidwife) : nothing}
    ${item(svg`<circle class="lit-ring" r="8"></circle>`, stage.chosen)}
  </ul>`;
}

/** What the marks of people mean. */
export function peopleLegend(): TemplateResult {
  const { stage } = texts();
  return html`<ul class="legend small">
    ${personLooks.map((look) => item(personMark(look), stage.looks[look]))}
    ${item(personMark('onShift', true), stage.overHours)}
  </ul>`;
}

function movementMark(kind: MarkKind): TemplateResult {
  const { path, filled } = markShapes[kind];
  return svg`<path class="movement movement-${kind} ${filled ? 'is-filled' : 'is-open'}" d=${path}></path>`;
}

function item(mark: TemplateResult, text: string): TemplateResult {
  return html`<li>
    <svg width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true">${mark}</svg>
    <span>${text}</span>
  </li>`;
}
