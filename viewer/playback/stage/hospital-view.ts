import { html, nothing, svg, type TemplateResult } from 'lit-html';
import { texts } from '../../language/language.ts';
import { nextMoves, type NextMove } from './next-moves.ts';
import type { Picture, StageActions } from './picture.ts';
import { placesText } from './places-text.ts';
import { queueText } from './site-board.ts';
import { slotLabel } from './slot-label.ts';
import { slotMark } from './slot-mark.ts';
import { wardPicture, type WardPicture } from './wards.ts';
import { wardKinds } from './zoom.ts';

const slotSize = 22;
const gap = 5;
const margin = 4;
/** Slots beside each other in a ward: as many as fit in a narrow column. */
const columns = 9;
/** How far ahead somebody's coming is told (minutes). */
const ahead = 120;

/** All places of a hospital in the order of the pathway, with who waits and who comes next. */
export function hospitalView(picture: Picture, site: number, actions: StageActions): TemplateResult {
  const { recording, state, time } = picture;
  const moves = nextMoves(recording.playback.trace, state.row, site, time + ahead);
  const wards = wardKinds
    .map((ward) => wardPicture(ward, site, picture))
    .filter(({ open, taken }) => open > 0 || taken > 0);
  return html`<ol class="hospital-wards">
    ${wards.map(
      (ward) =>
        html`<li class="hospital-ward">
          <h4>
            <button
              type="button"
              class="zoom-button"
              aria-label=${texts().stage.open(texts().stage.wards[ward.ward])}
              @click=${() => actions.zoomTo({ level: 'ward', site, ward: ward.ward })}
            >
              ${texts().stage.wards[ward.ward]}<span aria-hidden="true"> ›</span>
            </button>
            <span class="slot-count small">${placesText(ward.taken, ward.open)}</span>
          </h4>
          ${slotsView(ward, picture)}
          ${ward.queue > 0 ? html`<p class="queue small">${queueText(ward.ward, ward.queue)}</p>` : nothing}
          ${nextView(picture, moves[ward.ward])}
        </li>`,
    )}
  </ol>`;
}

function slotsView({ ward, slots }: WardPicture, { litWoman }: Picture): TemplateResult {
  const step = slotSize + gap;
  const width = Math.min(columns, Math.max(1, slots.length)) * step + 2 * margin;
  const height = Math.ceil(slots.length / columns) * step + 2 * margin;
  return html`<svg class="slots" viewBox="0 0 ${width} ${height}" width=${width} height=${height} aria-hidden="true">
    ${slots.map((slot, index) => {
      const x = (index % columns) * step + slotSize / 2 + margin;
      const y = Math.floor(index / columns) * step + slotSize / 2 + margin;
      const isLit = slot.woman >= 0 && slot.woman === litWoman;
      return svg`<g transform="translate(${x},${y})">
        <title>${slotLabel(ward, index, slot)}</title>${slotMark(slot.state, slotSize, slot.starred, isLit)}
      </g>`;
    })}
  </svg>`;
}

/** Who comes next, with an arrow that points into the ward. */
function nextView({ recording }: Picture, move: NextMove | undefined): TemplateResult | typeof nothing {
  if (!move) return nothing;
  const { stage } = texts();
  return html`<p class="next-move small quiet">
    <svg width="18" height="12" viewBox="0 0 18 12" aria-hidden="true"><path d="M0,6H16M11,1L16,6L11,11"></path></svg>
    ${stage.next(stage.womanInSentence(String(move.woman)), recording.clockInWords(move.time))}
  </p>`;
}
