import { html, svg, type TemplateResult } from 'lit-html';
import { guard } from 'lit-html/directives/guard.js';
import { redrawOnWidth } from '../../frame/redraw.ts';
import { number } from '../../language/format.ts';
import { language, texts } from '../../language/language.ts';
import type { Care } from './labour-care.ts';
import { siteName } from './names.ts';
import type { Picture, StageActions } from './picture.ts';
import { placesText } from './places-text.ts';
import { slotLabel } from './slot-label.ts';
import { slotMark } from './slot-mark.ts';
import { boxOf, Still } from './still.ts';
import { countsOf, wardPicture, type WardPicture } from './wards.ts';
import type { WardKind } from './zoom.ts';

const roomSize = 26;
const bedSize = 18;
const countSize = 15;
const gap = 4;
/** Room for the star and the ring that stick out of a slot. */
const margin = 5;
const cares: Care[] = ['own', 'shared', 'alone'];
const countedWards = ['reception', 'antenatal', 'theatre', 'recovery', 'hotel', 'neonatal'] as const;

/** All birth sites at a glance: every labour room and postnatal bed as a slot, the other places as numbers. */
export class SiteBoard {
  readonly element = boxOf('site-board');
  private readonly still = new Still(this.element);
  private readonly actions: StageActions;
  private width = 0;

  constructor(actions: StageActions) {
    this.actions = actions;
    redrawOnWidth(
      this.element,
      () => this.width,
      (width) => {
        this.width = width;
        this.still.forget();
      },
    );
  }

  show(picture: Picture): void {
    const { recording, wardsKey } = picture;
    this.still.show(`${wardsKey} ${this.width}`, () =>
      recording.layout.sites.map((_, site) => this.site(picture, site)),
    );
  }

  private site(picture: Picture, site: number): TemplateResult {
    const { recording } = picture;
    const name = siteName(recording, site);
    const counts = countedWards.map((ward) => ({ ward, ...countsOf(ward, site, picture) }));
    return html`<section class="site-block" role="group" aria-label=${name}>
      <h4>
        <button
          type="button"
          class="zoom-button"
          aria-label=${texts().stage.open(name)}
          @click=${() => this.actions.zoomTo({ level: 'hospital', site })}
        >
          ${name}<span aria-hidden="true"> ›</span>
        </button>
      </h4>
      ${careView(picture, site)} ${this.slots(wardPicture('labour', site, picture), roomSize, picture)}
      ${this.slots(wardPicture('postnatal', site, picture), bedSize, picture)}
      <dl class="site-counts small">
        ${counts.map(
          ({ ward, taken, open }) =>
            html`<div ?hidden=${taken === 0 && open === 0}>
              <dt class="quiet">${texts().stage.wards[ward]}</dt>
              <dd>${placesText(taken, open)}</dd>
            </div>`,
        )}
      </dl>
    </section>`;
  }

  private slots({ ward, slots, taken, open, queue }: WardPicture, size: number, picture: Picture): TemplateResult {
    const { stage } = texts();
    const count = placesText(taken, open);
    const step = size + gap;
    const columns = Math.max(1, Math.min(slots.length, Math.floor((this.width - 2 * margin) / step)));
    const height = Math.ceil(slots.length / columns) * step + 2 * margin - gap;
    const key = [
      language(),
      columns,
      count,
      ...slots.map(({ state, woman, starred }) => `${state} ${woman} ${starred} ${woman === picture.litWoman}`),
    ];
    return html`
      <p class="slot-heading small">
        <span>${stage.wards[ward]}</span> <span class="slot-count">${count}</span>
        <span class="queue" ?hidden=${queue === 0}>${queueText(ward, queue)}</span>
      </p>
      ${guard(
        key,
        () =>
          html`<svg
            class="slots"
            role="img"
            aria-label="${stage.wards[ward]}: ${count}"
            width=${columns * step + 2 * margin - gap}
            height=${height}
          >
            ${slots.map((slot, index) => {
              const x = (index % columns) * step + size / 2 + margin;
              const y = Math.floor(index / columns) * step + size / 2 + margin;
              const isLit = slot.woman >= 0 && slot.woman === picture.litWoman;
              return svg`<g transform="translate(${x},${y})">
            <title>${slotLabel(ward, index, slot)}</title>${slotMark(slot.state, size, slot.starred, isLit)}
          </g>`;
            })}
          </svg>`,
      )}
    `;
  }
}

/** How many wait for a place in a ward, in words. */
export function queueText(ward: WardKind, queue: number): string {
  const { waitFor } = texts().stage;
  return (ward === 'labour' || ward === 'postnatal' ? waitFor[ward] : waitFor.other)(number(queue));
}

/** Midwives on duty, and how the women in active labour are cared for. */
function careView({ state, care }: Picture, site: number): TemplateResult {
  const { stage } = texts();
  const counts = care.at(site);
  return html`<p class="site-care small">
    <span>${stage.midwivesOnDuty(number(state.onDuty[site]!))}</span>
    <span>${stage.inActiveLabour(number(counts.all))}</span>
    <span class="care-counts" ?hidden=${counts.all === 0}>
      ${cares.map(
        (kind) =>
          html`<span class="care-count" ?data-none=${counts[kind] === 0}>
            <svg width=${countSize} height=${countSize} viewBox="-10 -10 20 20" aria-hidden="true">
              ${slotMark(kind, 20, false)}
            </svg>
            <span>${stage.care[kind](number(counts[kind]))}</span>
          </span>`,
      )}
    </span>
  </p>`;
}
