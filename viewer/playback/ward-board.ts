import { html, render, svg, type TemplateResult } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { number } from '../language/format.ts';
import { language, texts } from '../language/language.ts';
import type { Recording } from './recording.ts';
import { roomSlot, slotShapes, teamStar, withClosed, type SlotState } from './slot-shapes.ts';
import { nobody, Phase, type PlaybackState } from './state.ts';

const roomSize = 26;
const bedSize = 20;
const gap = 4;
/** Room for the star that sticks out of the upper right corner of a slot. */
const margin = 4;

interface Slot {
  state: SlotState;
  starred: boolean;
}

/** The birth sites with every room and bed as a slot, and the numbers that have no slots of their own. */
export class WardBoard {
  readonly element = document.createElement('div');
  private width = 0;
  private latest: { recording: Recording; state: PlaybackState } | undefined;

  constructor() {
    this.element.className = 'ward-board';
    new ResizeObserver(() => {
      this.width = this.element.clientWidth;
      if (this.latest) this.show(this.latest.recording, this.latest.state);
    }).observe(this.element);
  }

  show(recording: Recording, state: PlaybackState): void {
    this.latest = { recording, state };
    render(
      recording.layout.sites.map((_, siteIndex) => this.siteView(recording, state, siteIndex)),
      this.element,
    );
  }

  private siteView(recording: Recording, state: PlaybackState, siteIndex: number): TemplateResult {
    const { playback } = texts();
    const { id, roomStart, rooms, bedStart, beds } = recording.layout.sites[siteIndex]!;
    const roomSlots = slots(rooms, state.roomsOpen[siteIndex]!, (index) => {
      const woman = state.roomWoman[roomStart + index]!;
      const look = roomSlot(state, roomStart + index);
      return { state: look, starred: woman !== nobody && look !== 'cleaning' && state.isAttended(woman) };
    });
    const bedSlots = slots(beds, state.bedsOpen[siteIndex]!, (index) => ({
      state: state.bedWoman[bedStart + index] === nobody ? 'free' : 'occupied',
      starred: false,
    }));
    const counts: [string, number][] = [
      [playback.onDuty, state.onDuty[siteIndex]!],
      [playback.triage, womenInTriage(state, siteIndex)],
      [playback.theatre, state.womenIn(siteIndex, Phase.theatre)],
      [playback.antenatalBeds, state.womenIn(siteIndex, Phase.antenatalBed)],
    ];
    return html`
      <section class="site-block">
        <h4>${recording.inputs.data.sites[id]!.name}</h4>
        <dl class="site-counts small">
          ${counts.map(
            ([term, count]) =>
              html`<div>
                <dt class="quiet">${term}</dt>
                <dd>${number(count)}</dd>
              </div>`,
          )}
        </dl>
        ${this.slotsView(playback.labourRooms, roomSlots, roomSize, state.roomsOpen[siteIndex]!, playback.roomLabel)}
        ${this.slotsView(playback.postnatalBeds, bedSlots, bedSize, state.bedsOpen[siteIndex]!, playback.bedLabel)}
      </section>
    `;
  }

  private slotsView(
    heading: string,
    list: Slot[],
    size: number,
    open: number,
    labelOf: (slot: string, state: string) => string,
  ): TemplateResult {
    const { playback } = texts();
    const taken = list.filter(({ state }) => state !== 'free' && state !== 'closed').length;
    const count = playback.outOfOpen(number(taken), number(open));
    const step = size + gap;
    const columns = Math.max(1, Math.min(list.length, Math.floor((this.width - margin) / step)));
    const height = Math.ceil(list.length / columns) * step + margin;
    const key = [language(), columns, open, ...list.map(({ state, starred }) => state + (starred ? '*' : ''))];
    return html`
      <p class="slot-heading small"><span>${heading}</span> <span class="slot-count">${count}</span></p>
      ${guard(
        key,
        () => html`
          <svg
            class="slots"
            role="img"
            aria-label="${heading}: ${count}"
            width=${columns * step + margin}
            height=${height}
          >
            ${list.map(({ state, starred }, index) => {
              const x = (index % columns) * step + size / 2 + 1;
              const y = Math.floor(index / columns) * step + size / 2 + margin;
              const name = playback.states[state] + (starred ? `, ${playback.withTeamMidwife}` : '');
              return svg`<g transform="translate(${x},${y})">
                <title>${labelOf(number(index + 1), name)}</title>${slotMark(state, size, starred)}
              </g>`;
            })}
          </svg>
        `,
      )}
    `;
  }
}

/** Women in labour who wait for a labour room. */
export function womenInTriage(state: PlaybackState, siteIndex: number): number {
  return state.womenIn(siteIndex, Phase.triage) + state.womenIn(siteIndex, Phase.activeInTriage);
}

/** One slot around the origin: its ground, its symbol, and the star of a team midwife. */
export function slotMark(state: SlotState, size: number, starred: boolean): TemplateResult {
  const half = size / 2 - 0.5;
  const { solid, line } = slotShapes[state];
  const scale = size / 20;
  return svg`<g class="slot slot-${state}">
    <rect x=${-half} y=${-half} width=${2 * half} height=${2 * half} rx="3"></rect>
    ${solid ? svg`<path class="slot-solid" d=${solid} transform="scale(${scale})"></path>` : ''}
    ${line ? svg`<path class="slot-line" d=${line} transform="scale(${scale})"></path>` : ''}
    ${starred ? svg`<path class="slot-star" d=${teamStar} transform="translate(${half - 3},${3 - half})"></path>` : ''}
  </g>`;
}

function slots(length: number, open: number, slotAt: (index: number) => Slot): Slot[] {
  const list = Array.from({ length }, (_, index) => slotAt(index));
  const states = withClosed(
    list.map(({ state }) => state),
    open,
  );
  return list.map(({ starred }, index) => ({ state: states[index]!, starred }));
}
