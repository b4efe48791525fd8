import { group } from 'd3';
import { html, render, svg, type TemplateResult } from 'lit-html';
import { number } from '../language/format.ts';
import { texts } from '../language/language.ts';
import type { PlaybackLayout } from './layout.ts';
import type { Recording } from './recording.ts';
import { midwifeShapes, midwifeState, type MidwifeState } from './slot-shapes.ts';
import type { PlaybackState } from './state.ts';

/** The continuity teams: a row for each district, in it its teams by number, and a mark for each of their midwives. */
export class TeamBoard {
  readonly element = document.createElement('div');

  constructor() {
    this.element.className = 'team-board';
  }

  show(recording: Recording, state: PlaybackState): void {
    const { layout, inputs, originIds } = recording;
    const teams = layout.teams.map((team, index) => ({ ...team, index }));
    const districts = [...group(teams, ({ originIndex }) => originIndex)];
    render(
      teams.length === 0
        ? html`<p class="small quiet">${texts().playback.noTeams}</p>`
        : html`<ul class="team-list small">
            ${districts.map(([originIndex, ofDistrict]) => {
              const district = inputs.data.origins[originIds[originIndex]!]!.name;
              return html`<li>
                <span>${district}</span>
                <ul class="district-teams">
                  ${ofDistrict.map((team) => teamView(district, team, state))}
                </ul>
              </li>`;
            })}
          </ul>`,
      this.element,
    );
  }
}

type Team = PlaybackLayout['teams'][number] & { index: number };

function teamView(
  district: string,
  { number: named, midwifeStart, midwives, index }: Team,
  state: PlaybackState,
): TemplateResult {
  const states = Array.from({ length: midwives }, (_, midwife) =>
    midwifeState(state, midwifeStart + midwife, index, midwife),
  );
  return html`<li>
    <span class="team-number quiet" aria-hidden="true">${number(named)}</span>
    <span class="ds-sr-only">${texts().playback.team(district, number(named))}</span>
    <span class="team-midwives">${states.map((look, midwife) => midwifeView(look, midwife + 1))}</span>
  </li>`;
}

function midwifeView(state: MidwifeState, midwife: number): TemplateResult {
  const { playback } = texts();
  const label = playback.midwife(number(midwife), playback.midwifeStates[state]);
  return html`<svg width="20" height="20" viewBox="-11 -11 22 22" role="img" aria-label=${label}>
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
