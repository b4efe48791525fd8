import { html, render, svg, type TemplateResult } from 'lit-html';
import { number } from '../language/format.ts';
import { texts } from '../language/language.ts';
import type { Recording } from './recording.ts';
import { midwifeShapes, midwifeState, type MidwifeState } from './slot-shapes.ts';
import type { PlaybackState } from './state.ts';

/** The continuity teams: a row for each, a mark for each of its midwives. */
export class TeamBoard {
  readonly element = document.createElement('div');

  constructor() {
    this.element.className = 'team-board';
  }

  show(recording: Recording, state: PlaybackState): void {
    const { playback } = texts();
    const { layout, inputs, originIds } = recording;
    render(
      layout.teams.length === 0
        ? html`<p class="small quiet">${playback.noTeams}</p>`
        : html`<ul class="team-list">
            ${layout.teams.map(({ originIndex, number: teamNumber, midwifeStart, midwives }, team) => {
              const district = inputs.data.origins[originIds[originIndex]!]!.name;
              const states = Array.from({ length: midwives }, (_, index) =>
                midwifeState(state, midwifeStart + index, team, index),
              );
              return html`<li>
                <span class="small">${playback.team(district, number(teamNumber))}</span>
                <span class="team-midwives">${states.map((look, index) => midwifeView(look, index + 1))}</span>
              </li>`;
            })}
          </ul>`,
      this.element,
    );
  }
}

function midwifeView(state: MidwifeState, midwife: number): TemplateResult {
  const { playback } = texts();
  const label = playback.midwife(number(midwife), playback.midwifeStates[state]);
  return html`<svg width="22" height="22" viewBox="-11 -11 22 22" role="img" aria-label=${label}>
    <title>${label}</title>
    ${midwifeMark(state)}
  </svg>`;
}

/** The mark of a midwife around the origin. */
export function midwifeMark(state: MidwifeState): TemplateResult {
  const { solid, line } = midwifeShapes[state];
  return svg`<g class="midwife midwife-${state}">
    ${line ? svg`<path class="midwife-line" d=${line}></path>` : ''}
    ${solid ? svg`<path class="midwife-solid" d=${solid}></path>` : ''}
  </g>`;
}
