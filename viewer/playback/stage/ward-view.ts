import { html, nothing, type TemplateResult } from 'lit-html';
import { number } from '../../language/format.ts';
import { texts } from '../../language/language.ts';
import { LinkLines } from './link-lines.ts';
import { duration, unitsIn } from './names.ts';
import { personButton } from './person-mark.ts';
import type { Picture, StageActions } from './picture.ts';
import { placesText } from './places-text.ts';
import { sinceWhen } from './since.ts';
import { queueText } from './site-board.ts';
import { slotLabel } from './slot-label.ts';
import { slotMark } from './slot-mark.ts';
import { linksOf, staffHere } from './staff-here.ts';
import { boxOf, Still } from './still.ts';
import { wardPicture, type Slot } from './wards.ts';
import type { Zoom } from './zoom.ts';

const slotSize = 34;

type WardZoom = Extract<Zoom, { level: 'ward' }>;

/** One ward with every room or bed, who is in it and for how long, and lines to it from whoever is with her. */
export class WardView {
  readonly element = boxOf('ward-view');
  private readonly still: Still;
  private readonly lines: LinkLines;
  private readonly actions: StageActions;

  constructor(actions: StageActions) {
    this.actions = actions;
    const content = boxOf('ward-content');
    this.still = new Still(content);
    this.lines = new LinkLines(content);
    this.element.append(content, this.lines.element);
  }

  show(picture: Picture, zoom: WardZoom): void {
    const { recording, activity, wardsKey, time } = picture;
    const ward = wardPicture(zoom.ward, zoom.site, picture);
    const women = new Set(ward.slots.flatMap(({ woman }) => (woman >= 0 ? [woman] : [])));
    const order = [...women];
    const firstOf = (person: number) =>
      Math.min(
        order.length,
        ...activity.people[person]!.women.filter((woman) => women.has(woman)).map((woman) => order.indexOf(woman)),
      );
    // In the order of the women they are with, so that few lines cross.
    const here = staffHere(unitsIn(recording), activity.people, women, zoom).sort((a, b) => firstOf(a) - firstOf(b));
    const links = linksOf(here, activity.people, women);
    const linksKey = links.map(({ person, woman }) => `${person}-${woman}`).join();
    const stayKey = `${wardsKey} ${here.join()} ${picture.litPerson}`;
    this.still.show(
      `${stayKey} ${linksKey} ${Math.floor(time)}`,
      () => html`
        <p class="slot-heading small">
          <span class="slot-count">${placesText(ward.taken, ward.open)}</span>
          ${ward.queue > 0 ? html`<span class="queue">${queueText(ward.ward, ward.queue)}</span>` : nothing}
        </p>
        <ol class="ward-slots">
          ${ward.slots.map((slot, index) => html`<li>${this.slot(picture, zoom, slot, index)}</li>`)}
        </ol>
        <h4>${texts().stage.staffHere}</h4>
        <div class="ward-staff">${here.map((person) => personButton(picture, this.actions, person, true))}</div>
        ${links.length > 0 ? html`<p class="small quiet">${texts().stage.links}</p>` : nothing}
      `,
    );
    this.lines.show(`${stayKey} ${linksKey}`, links);
  }

  private slot(picture: Picture, zoom: WardZoom, slot: Slot, index: number): TemplateResult {
    const { stage } = texts();
    const label = slotLabel(zoom.ward, index, slot);
    const isLit = slot.woman >= 0 && slot.woman === picture.litWoman;
    const half = slotSize / 2 + 4;
    const mark = html`<svg
      width=${2 * half}
      height=${2 * half}
      viewBox="${-half} ${-half} ${2 * half} ${2 * half}"
      aria-hidden="true"
    >
      ${slotMark(slot.state, slotSize, slot.starred, isLit)}
    </svg>`;
    if (slot.woman < 0) {
      return html`<div class="ward-slot" data-state=${slot.state}>
        ${mark}<span class="slot-words"
          ><span>${number(index + 1)}</span> <span class="quiet">${stage.states[slot.state]}</span></span
        >
      </div>`;
    }
    const { playback } = picture.recording;
    const since = sinceWhen(playback.trace, picture.state.row, slot.woman);
    const stay = since === undefined ? '' : stage.inFor(duration(picture.time - since));
    const parity = playback.women.nulliparous[slot.woman] ? stage.firstChild : stage.hasChildren;
    return html`<button
      type="button"
      class="ward-slot"
      data-state=${slot.state}
      data-woman=${slot.woman}
      title=${label}
      aria-pressed=${isLit}
      @click=${() => {
        this.actions.pickWoman(slot.woman);
        this.actions.zoomTo({ ...zoom, level: 'bed', woman: slot.woman });
      }}
    >
      ${mark}
      <span class="slot-words">
        <span>${number(index + 1)} · ${stage.woman(String(slot.woman))}</span>
        <span class="ds-sr-only">${stage.states[slot.state]}${slot.starred ? `, ${stage.withTeamMidwife}` : ''}</span>
        <span class="quiet">${parity}</span>
        <span class="quiet">${stay}</span>
      </span>
    </button>`;
  }
}
