import { html, nothing, render, svg, type TemplateResult } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { number } from '../language/format.ts';
import { language, texts } from '../language/language.ts';
import type { Care, LabourCare } from './labour-care.ts';
import type { PlaceKind } from './open-places.ts';
import { placesText } from './places-text.ts';
import type { Recording } from './recording.ts';
import {
  bedSlot,
  roomSlot,
  slotShapes,
  teamStar,
  withClosed,
  withoutNeverOpen,
  type SlotState,
} from './slot-shapes.ts';
import { nobody, Place, type PlaybackState } from './state.ts';

const roomSize = 26;
const bedSize = 20;
const countSize = 15;
const gap = 4;
/** Room for the star that sticks out of the upper right corner of a slot. */
const margin = 4;
const cares: Care[] = ['own', 'shared', 'alone'];

interface Slot {
  state: SlotState;
  starred: boolean;
}

/** What is shown: an instant of a recording, and how the women in labour are cared for then. */
interface Moment {
  recording: Recording;
  state: PlaybackState;
  care: LabourCare;
  time: number;
}

/** The birth sites with every room and bed as a slot, and the numbers that have no slots of their own. */
export class WardBoard {
  readonly element = document.createElement('div');
  private width = 0;
  private latest: Moment | undefined;

  constructor() {
    this.element.className = 'ward-board';
    new ResizeObserver(() => {
      this.width = this.element.clientWidth;
      const { latest } = this;
      if (latest) this.show(latest.recording, latest.state, latest.care, latest.time);
    }).observe(this.element);
  }

  show(recording: Recording, state: PlaybackState, care: LabourCare, time: number): void {
    this.latest = { recording, state, care, time };
    render(
      recording.layout.sites.map((_, siteIndex) => this.siteView(siteIndex, { recording, state, care, time })),
      this.element,
    );
  }

  private siteView(siteIndex: number, { recording, state, care, time }: Moment): TemplateResult {
    const { playback } = texts();
    const mostOpen = recording.mostOpen[siteIndex]!;
    const { id, roomStart, rooms, bedStart, beds } = recording.layout.sites[siteIndex]!;
    const roomSlots = slots(rooms, state.roomsOpen[siteIndex]!, mostOpen.rooms, (index) => {
      const woman = state.roomWoman[roomStart + index]!;
      const look = roomSlot(state, care, roomStart + index);
      return { state: look, starred: woman !== nobody && look !== 'cleaning' && state.isAttended(woman) };
    });
    const bedSlots = slots(beds, state.bedsOpen[siteIndex]!, mostOpen.beds, (index) => ({
      state: bedSlot(state, bedStart + index),
      starred: false,
    }));
    return html`
      <section class="site-block">
        <h4>${recording.inputs.data.sites[id]!.name}</h4>
        ${careView(state, care, siteIndex)}
        ${this.slotsView(playback.labourRooms, roomSlots, roomSize, state.roomsOpen[siteIndex]!, playback.roomLabel)}
        ${this.slotsView(playback.postnatalBeds, bedSlots, bedSize, state.bedsOpen[siteIndex]!, playback.bedLabel)}
        <dl class="site-counts small">
          ${placeCounts(recording, state, siteIndex, time).map(
            ({ name, taken, all }) =>
              html`<div>
                <dt class="quiet">${name}</dt>
                <dd>${placesText(taken, all)}</dd>
              </div>`,
          )}
        </dl>
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
    const count = placesText(taken, open);
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

/** A kind of place at a site, with how many are taken and how many there are. */
interface PlaceCount {
  name: string;
  taken: number;
  all: number;
}

/** The places of a site that are counted only. A kind of which there is none, here or at all, is left out. */
function placeCounts(recording: Recording, state: PlaybackState, siteIndex: number, time: number): PlaceCount[] {
  const { playback } = texts();
  const open = (kind: PlaceKind) => recording.placesOpen(siteIndex, kind, time);
  const women = (place: Place) => state.womenIn(siteIndex, place);
  return [
    { name: playback.reception, taken: women(Place.reception), all: open('receptionPlaces') },
    { name: playback.antenatalBeds, taken: women(Place.antenatalBed), all: open('antenatalBeds') },
    { name: playback.theatres, taken: women(Place.theatre), all: recording.layout.sites[siteIndex]!.theatres },
    { name: playback.recovery, taken: women(Place.recovery), all: open('recoveryPlaces') },
    { name: playback.hotelBeds, taken: women(Place.hotel), all: open('hotelBeds') },
    { name: playback.neonatalCots, taken: state.cotsTaken[siteIndex]!, all: open('neonatalCots') },
  ].filter(({ taken, all }) => taken > 0 || all > 0);
}

/** Midwives on duty, and how the women in active labour are cared for. */
function careView(state: PlaybackState, care: LabourCare, siteIndex: number): TemplateResult {
  const { playback } = texts();
  const counts = care.at(siteIndex);
  return html`<p class="site-care small">
    <span>${playback.midwivesOnDuty(number(state.onDuty[siteIndex]!))}</span>
    <span>${playback.inActiveLabour(number(counts.all))}</span>
    ${
      counts.all === 0
        ? nothing
        : html`<span class="care-counts">
            ${cares.map(
              (kind) =>
                html`<span class="care-count" ?data-none=${counts[kind] === 0}>
                  <svg width=${countSize} height=${countSize} viewBox="-10 -10 20 20" aria-hidden="true">
                    ${slotMark(kind, 20, false)}
                  </svg>
                  ${playback.care[kind](number(counts[kind]))}
                </span>`,
            )}
          </span>`
    }
  </p>`;
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

function slots(length: number, open: number, mostOpen: number, slotAt: (index: number) => Slot): Slot[] {
  const list = Array.from({ length }, (_, index) => slotAt(index));
  const states = withClosed(
    list.map(({ state }) => state),
    open,
  );
  return withoutNeverOpen(
    list.map(({ starred }, index) => ({ state: states[index]!, starred })),
    mostOpen,
  );
}
