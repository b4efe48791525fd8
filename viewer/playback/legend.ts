import { html, svg, type TemplateResult } from 'lit-html';
import type { ModelInputs } from '../../sim-core/maternity/model-inputs.ts';
import { localised, texts } from '../language/language.ts';
import { movementShapes } from './movement-shapes.ts';
import type { MovementKind } from './movements.ts';
import { slotShapes, midwifeShapes, teamStar, type MidwifeState, type SlotState } from './slot-shapes.ts';
import { midwifeMark } from './team-board.ts';
import { slotMark } from './ward-board.ts';

/** What the marks on the map mean: sectors, sites and people under way. */
export function mapLegend({ data }: ModelInputs): TemplateResult {
  const { playback } = texts();
  const movementNames: Record<MovementKind, string> = {
    in: playback.movingIn,
    home: playback.movingHome,
    between: playback.movingBetween,
    visit: playback.homeVisit,
    nurseVisit: playback.nurseVisit,
  };
  const shown = new Set(Object.values(data.origins).flatMap(({ sector, outside }) => (outside ? [] : [sector])));
  const sectors = Object.entries(data.sectors).map(([id, { name }], index) => ({ id, name, look: (index % 4) + 1 }));
  return html`
    <ul class="legend small">
      ${sectors
        .filter(({ id }) => shown.has(id))
        .map(({ name, look }) =>
          item(
            svg`<g class="sector-${look}"><circle class="district-ground" r="8"></circle><circle class="district-pattern" r="8" fill="url(#sector-pattern-${look})"></circle></g>`,
            localised(name),
          ),
        )}
      ${(Object.keys(movementShapes) as MovementKind[]).map((kind) => item(movementMark(kind), movementNames[kind]))}
    </ul>
  `;
}

/** What the marks on rooms, beds and midwives mean. Midwives are left out where there are no teams. */
export function wardLegend(withTeams: boolean): TemplateResult {
  const { playback } = texts();
  const slots = (Object.keys(slotShapes) as SlotState[]).map((state) =>
    item(slotMark(state, 18, false), playback.states[state]),
  );
  const star = item(svg`<path class="slot-star" d=${teamStar}></path>`, playback.withTeamMidwife);
  return html`<ul class="legend small">
    ${slots} ${withTeams ? star : ''}
  </ul>`;
}

export function teamLegend(): TemplateResult {
  const { playback } = texts();
  return html`<ul class="legend small">
    ${(Object.keys(midwifeShapes) as MidwifeState[]).map((state) =>
      item(midwifeMark(state), playback.midwifeStates[state]),
    )}
  </ul>`;
}

function movementMark(kind: MovementKind): TemplateResult {
  const { path, filled } = movementShapes[kind];
  return svg`<path class="movement movement-${kind} ${filled ? 'is-filled' : 'is-open'}" d=${path}></path>`;
}

function item(mark: TemplateResult, text: string): TemplateResult {
  return html`<li>
    <svg width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true">${mark}</svg>
    <span>${text}</span>
  </li>`;
}
